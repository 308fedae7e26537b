class Payments {
  void issue(User user) {
    String accessToken = create(user);
    log.debug("issued a token for {}", user.getId());
  }

  void pay(Card card) {
    log.info("paying with " + card.getHolder() + " " + card.getLastFour());
  }

  void header(HttpServletRequest request) {
    log.debug("agent {}", request.getHeader("User-Agent"));
  }
}
