import java.util.Random;

public class Tokens {
  private final Random random = new Random();

  public String sessionToken() {
    return Long.toHexString(random.nextLong()); // finding: The value for
  }

  public String resetCode() {
    int code = (int) (Math.random() * 1000000); // finding: The value for
    return String.valueOf(code);
  }

  byte[] salt() {
    byte[] salt = new byte[16];
    random.nextBytes(salt); // finding: The value for 'salt'
    return salt;
  }

  void seeded() throws Exception {
    SecureRandom secure = new SecureRandom();
    secure.setSeed(12345L); // finding: a seed that can be guessed
  }
}
