public class Plugins extends HttpServlet {
  private static final Map<String, Class<?>> TYPES = Map.of("csv", CsvReader.class);
  private static final Set<String> ALLOWED = Set.of("a.b.C");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Class<?> type = TYPES.get(request.getParameter("class"));
    type.getDeclaredConstructor().newInstance();
    Class.forName("com.mysql.jdbc.Driver");
    String name = request.getParameter("name");
    if (ALLOWED.contains(name)) {
      Class.forName(name);
    }
  }

  Object load(String name) throws Exception {
    return Class.forName(name);
  }
}
