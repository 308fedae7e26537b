public class Login {
  void login(String user, String password, User account) {
    logger.info("login of " + user + " with " + password); // finding: 'password' is written to the log
    logger.debug("password {}", account.getPassword()); // finding: is written to the log
    System.out.println("Password: " + password); // finding: 'password' is written to the log
  }
}
