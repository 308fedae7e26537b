public class Headers extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name");
    response.setHeader("X-Name", name); // finding: contains a request parameter
    response.addHeader("Content-Disposition", "attachment; filename=" + request.getParameter("file")); // finding: contains a request parameter
  }
}
