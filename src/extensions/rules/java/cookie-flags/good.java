public class Login extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Cookie session = new Cookie("sessionId", makeId());
    session.setSecure(true);
    session.setHttpOnly(true);
    response.addCookie(session);
    Cookie gone = new Cookie("sessionId", "");
    gone.setMaxAge(0);
    response.addCookie(gone);
  }
}
