import javax.crypto.*;

public class Box {
  private static final String MODE = "AES/ECB/PKCS5Padding";

  void open() throws Exception {
    Cipher a = Cipher.getInstance("DES/CBC/PKCS5Padding"); // finding: can be broken
    Cipher b = Cipher.getInstance(MODE); // finding: which blocks are equal
    Cipher c = Cipher.getInstance("AES"); // finding: means ECB
    Cipher d = javax.crypto.Cipher.getInstance("RC4"); // finding: can be broken
    KeyGenerator e = KeyGenerator.getInstance("DES"); // finding: can be broken
    SecretKeyFactory f = SecretKeyFactory.getInstance("PBEWithMD5AndDES"); // finding: can be broken
    Cipher g = Cipher.getInstance("RSA/ECB/NoPadding"); // finding: without padding
  }
}
