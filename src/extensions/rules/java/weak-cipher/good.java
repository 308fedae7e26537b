import javax.crypto.*;

public class Box {
  void open(String given) throws Exception {
    Cipher a = Cipher.getInstance("AES/GCM/NoPadding");
    Cipher b = Cipher.getInstance("AES/CBC/PKCS5Padding");
    Cipher c = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    Cipher d = Cipher.getInstance("ChaCha20-Poly1305");
    KeyGenerator e = KeyGenerator.getInstance("AES");
    SecretKeyFactory f = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    Cipher g = Cipher.getInstance(given);
  }
}
