import java.security.*;
import javax.crypto.KeyGenerator;

public class Keys {
  void make() throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(1024); // finding: The key has 1024 bits
    KeyGenerator keys = KeyGenerator.getInstance("AES");
    keys.init(64); // finding: The key has 64 bits
  }
}
