class Results {
  private final Map<String, Route> routes = new ConcurrentHashMap<>();

  Endpoint endpoint(String domain) {
    Route route = routes.get(domain);
    if (route.isSuspended()) { // finding: 'route' is used although it may
      return fallback;
    }
    return route.endpoint();
  }

  String name(HttpServletRequest request) {
    String name = request.getParameter("name");
    return name.trim(); // finding: 'name' is used although it may
  }

  String bearer(HttpServletRequest request) {
    return request.getHeader("Authorization").substring(7); // finding: 'getHeader' is used although it may
  }

  void clear(File folder) {
    for (File file : folder.listFiles()) { // finding: 'listFiles' is used although it may
      file.delete();
    }
  }

  String user(long id) {
    User user = users.findById(id).orElse(null);
    return user.getName(); // finding: 'user' is used although it may
  }

  String title(User author) {
    String title = author.getTitle(); // finding: 'author' is used although it may
    if (author == null) {
      return "";
    }
    return title;
  }

  private Settings lookup(String key) {
    if (key.isEmpty()) {
      return null;
    }
    return load(key);
  }

  String value(String key) {
    Settings found = lookup(key);
    return found.value(); // finding: 'found' is used although it may
  }
}
