import java.security.*;
import javax.crypto.KeyGenerator;

public class Keys {
  void make(int bits) throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(3072);
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    curves.initialize(256);
    KeyGenerator keys = KeyGenerator.getInstance("AES");
    keys.init(256);
    keys.init(bits);
  }
}
