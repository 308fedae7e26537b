class Others {
  ResponseCookie built(String id) {
    return ResponseCookie.from("session", id).httpOnly(true).path("/").build(); // finding: The cookie 'session' is set without
  }

  ResponseCookie readable(String id) {
    return ResponseCookie.from("session", id).secure(true).path("/").build(); // finding: The cookie 'session' is set without
  }

  void header(HttpServletResponse response, String id) {
    response.setHeader("Set-Cookie", "sid=" + id + "; Path=/; HttpOnly"); // finding: The cookie 'sid' is set without
  }

  NewCookie older(String token) {
    return new NewCookie("token", token, "/", null, null, 3600, false, true); // finding: The cookie 'token' is set without
  }

  void start(ServletContext context) {
    SessionCookieConfig config = context.getSessionCookieConfig();
    config.setHttpOnly(true);
    config.setSecure(false); // finding: The cookie of the session is
  }
}
