public class Login {
  void login(String user, String password, boolean isPassword) {
    logger.info("login of " + user);
    logger.info("wrong password for " + user);
    logger.info("password length " + password.length());
    logger.info("hash " + hash(password));
  }
}
