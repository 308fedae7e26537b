public class Login extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String user = request.getParameter("user");
    HttpSession session = request.getSession();
    session.setAttribute("count", Integer.parseInt(request.getParameter("count")));
    session.setAttribute("state", "new");
    if (user.matches("[a-z]{1,20}")) {
      session.setAttribute("user", user);
    }
  }
}
