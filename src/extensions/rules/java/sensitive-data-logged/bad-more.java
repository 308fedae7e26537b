class Payments {
  void issue(User user) {
    log.debug("issued token {} for {}", user.getAccessToken(), user.getId()); // finding: 'getAccessToken' is written to the log
  }

  void pay(Card card) {
    log.info("paying with " + card.getHolder() + " cvv " + card.getCvv()); // finding: 'getCvv' is written to the log
  }

  void login(LoginRequest request) {
    log.info("login with {}", request.password()); // finding: 'password' is written to the log
  }

  void header(HttpServletRequest request) {
    log.debug("authorization {}", request.getHeader("Authorization")); // finding: 'Authorization' is written to the log
  }
}
