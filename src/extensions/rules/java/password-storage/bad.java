class Accounts {
  PasswordEncoder none() {
    return NoOpPasswordEncoder.getInstance(); // finding: Passwords are stored as they are
  }

  PasswordEncoder fast() {
    return new MessageDigestPasswordEncoder("SHA-256"); // finding: 'MessageDigestPasswordEncoder' hashes passwords so fast that
  }

  PasswordEncoder cheap() {
    return new BCryptPasswordEncoder(4); // finding: The cost 4 makes guesses cheap
  }

  String salted(String text) {
    return BCrypt.hashpw(text, BCrypt.gensalt(6)); // finding: The cost 6 makes guesses cheap
  }

  PBEKeySpec few(char[] text, byte[] salt) {
    return new PBEKeySpec(text, salt, 2000, 256); // finding: The key is derived in 2000
  }

  void register(RegisterRequest request) {
    User user = new User();
    user.setEmail(request.getEmail());
    user.setPassword(request.getPassword()); // finding: The password is stored as it
    users.save(user);
  }
}
