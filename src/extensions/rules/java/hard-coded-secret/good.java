import java.sql.*;
import javax.crypto.spec.SecretKeySpec;

public class Settings {
  private static final String PASSWORD_PROPERTY = "spring.datasource.password";
  private static final String PASSWORD_FIELD = "password";
  private final String password = System.getenv("DB_PASSWORD");
  private String apiKey;

  Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:mysql://localhost/shop", "shop", password);
  }

  SecretKeySpec key(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }

  void check(String token, String password) {
    if (password.equals("") || token == null) {
      throw new IllegalArgumentException("The password is empty.");
    }
    String message = "password must not be empty";
    String passwordHint = "ask the administrator";
  }
}
