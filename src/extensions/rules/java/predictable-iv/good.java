import javax.crypto.spec.*;

public class Box {
  void seal(char[] password, byte[] stored) {
    byte[] iv = new byte[16];
    new SecureRandom().nextBytes(iv);
    IvParameterSpec a = new IvParameterSpec(iv);
    GCMParameterSpec b = new GCMParameterSpec(128, iv);
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    PBEKeySpec c = new PBEKeySpec(password, salt, 65536, 256);
    IvParameterSpec d = new IvParameterSpec(stored);
    byte[] copy = new byte[16];
    System.arraycopy(stored, 0, copy, 0, 16);
    IvParameterSpec e = new IvParameterSpec(copy);
  }
}
