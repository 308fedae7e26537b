public class Login extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String user = request.getParameter("user");
    request.getSession().setAttribute("user", user); // finding: given a request parameter
    HttpSession session = request.getSession(true);
    session.setAttribute(request.getParameter("key"), "1"); // finding: given a request parameter
    session.putValue("role", request.getParameter("role")); // finding: given a request parameter
  }
}
