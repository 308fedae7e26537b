public class Login extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Cookie session = new Cookie("sessionId", makeId()); // finding: set without Secure and HttpOnly
    response.addCookie(session);
    Cookie theme = new Cookie("theme", "dark"); // finding: set without Secure
    theme.setHttpOnly(true);
    response.addCookie(theme);
    Cookie token = new Cookie("token", makeId()); // finding: set without Secure
    token.setSecure(false);
    token.setHttpOnly(true);
    response.addCookie(token);
  }
}
