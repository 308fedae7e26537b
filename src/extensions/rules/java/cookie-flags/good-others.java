class Others {
  ResponseCookie built(String id) {
    return ResponseCookie.from("session", id).httpOnly(true).secure(true).sameSite("Lax").path("/").build();
  }

  ResponseCookie gone() {
    return ResponseCookie.from("session", "").maxAge(0).path("/").build();
  }

  ResponseCookie looks(String theme) {
    return ResponseCookie.from("theme", theme).path("/").build();
  }

  void header(HttpServletResponse response, String id) {
    response.setHeader("Set-Cookie", "sid=" + id + "; Path=/; HttpOnly; Secure");
  }

  NewCookie older(String token) {
    return new NewCookie("token", token, "/", null, null, 3600, true, true);
  }

  void start(ServletContext context) {
    SessionCookieConfig config = context.getSessionCookieConfig();
    config.setHttpOnly(true);
    config.setSecure(true);
  }
}
