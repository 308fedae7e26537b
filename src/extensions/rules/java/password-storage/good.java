class Accounts {
  PasswordEncoder usual() {
    return new BCryptPasswordEncoder();
  }

  PasswordEncoder slow() {
    return new BCryptPasswordEncoder(12);
  }

  PBEKeySpec many(char[] text, byte[] salt) {
    return new PBEKeySpec(text, salt, 600_000, 256);
  }

  void register(RegisterRequest request) {
    User user = new User();
    user.setPassword(encoder.encode(request.getPassword()));
    users.save(user);
  }

  void connect(Settings settings) {
    dataSource.setPassword(settings.getPassword());
  }
}
