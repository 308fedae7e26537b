public class Plugins extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Class<?> type = Class.forName(request.getParameter("class")); // finding: chosen by a request parameter
    Object made = type.getDeclaredConstructor().newInstance();
    made.getClass().getMethod(request.getParameter("method")).invoke(made); // finding: chosen by a request parameter
  }
}
