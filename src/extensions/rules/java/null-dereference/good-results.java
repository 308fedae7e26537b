class Results {
  private final Map<String, Route> routes = new ConcurrentHashMap<>();

  Endpoint endpoint(String domain) {
    Route route = routes.get(domain);
    if (route == null || route.isSuspended()) {
      return fallback;
    }
    return route.endpoint();
  }

  Endpoint known(String domain) {
    if (!routes.containsKey(domain)) {
      return fallback;
    }
    Route route = routes.get(domain);
    return route.endpoint();
  }

  String name(HttpServletRequest request) {
    String name = request.getParameter("name");
    if (StringUtils.isBlank(name)) {
      return "";
    }
    return name.trim();
  }

  void clear(File folder) {
    File[] files = folder.listFiles();
    if (files == null) {
      return;
    }
    for (File file : files) {
      file.delete();
    }
  }

  String user(long id) {
    User user = users.findById(id).orElseThrow();
    return user.getName();
  }

  private Settings lookup(String key) {
    if (key.isEmpty()) {
      return null;
    }
    return load(key);
  }

  String value(String key) {
    Settings found = lookup(key);
    return found == null ? "" : found.value();
  }
}
