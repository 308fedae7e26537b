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

  void signIn(HttpServletRequest request, Accounts accounts) {
    Account found = accounts.byName(request.getParameter("user"));
    if (found != null && found.matches(request.getParameter("password"))) {
      request.getSession(true).setAttribute("account", found.getId());
    }
  }
}
