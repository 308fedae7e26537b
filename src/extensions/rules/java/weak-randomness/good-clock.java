class Resets {
  boolean isOver(Token token) {
    long now = System.currentTimeMillis();
    long age = now - token.getIssued();
    return age > LIFETIME;
  }
}
