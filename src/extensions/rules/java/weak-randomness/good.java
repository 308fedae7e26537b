import java.security.SecureRandom;
import java.util.Random;

public class Tokens {
  private static final SecureRandom SECURE = new SecureRandom();

  public String sessionToken() {
    byte[] bytes = new byte[32];
    SECURE.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  int dice() {
    return new Random().nextInt(6) + 1;
  }

  void wait(Random random) throws Exception {
    Thread.sleep(random.nextInt(100));
  }

  String password() {
    return String.valueOf(new SecureRandom().nextInt(1000000));
  }
}
