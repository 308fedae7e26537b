class Resets {
  String resetToken(User user) {
    return DigestUtils.sha256Hex(user.getEmail() + System.currentTimeMillis()); // finding: The value for 'resetToken' is made
  }
}
