public class Headers extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name");
    response.setHeader("X-Name", name.replaceAll("[\\r\\n]", ""));
    response.setHeader("X-Encoded", URLEncoder.encode(name, "UTF-8"));
    response.setHeader("X-Frame-Options", "DENY");
    response.setIntHeader("X-Count", Integer.parseInt(name));
  }
}
