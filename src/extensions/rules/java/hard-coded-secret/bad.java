import java.sql.*;
import javax.crypto.spec.SecretKeySpec;

public class Settings {
  private static final String DB_PASSWORD = "Sup3rGeheim!"; // finding: The password 'DB_PASSWORD' is assigned a literal
  private static final String API_KEY = "9f8c2b7a6d5e4f3a2b1c"; // finding: The key 'API_KEY' is assigned a literal

  Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:mysql://localhost/shop", "shop", "h4llo-welt"); // finding: given to 'getConnection' is a literal
  }

  SecretKeySpec key() {
    return new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); // finding: given to 'SecretKeySpec' is a literal
  }

  boolean login(String user, String password) {
    return user.equals("admin") && password.equals("letmein99"); // finding: The password 'password' is compared with a literal
  }

  void configure(HikariConfig config) {
    config.setPassword("correct-horse"); // finding: The password 'password' is given a literal
  }
}
