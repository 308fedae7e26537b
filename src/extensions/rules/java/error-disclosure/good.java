public class Items extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      load(request);
    } catch (SQLException problem) {
      LOGGER.error("loading failed", problem);
      problem.printStackTrace();
      System.err.println(problem.getMessage());
      response.sendError(500, "The items could not be loaded.");
      response.getWriter().println("Failed.");
    }
  }
}
