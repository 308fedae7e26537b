import javax.crypto.spec.*;

public class Box {
  private static final byte[] IV = "0123456789abcdef".getBytes();

  void seal(char[] password) {
    IvParameterSpec a = new IvParameterSpec(IV); // finding: the same each time
    IvParameterSpec b = new IvParameterSpec(new byte[16]); // finding: the same each time
    byte[] zeros = new byte[12];
    GCMParameterSpec c = new GCMParameterSpec(128, zeros); // finding: the same each time
    PBEKeySpec d = new PBEKeySpec(password, "salty".getBytes(), 65536, 256); // finding: The salt is the same
    byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    IvParameterSpec e = new IvParameterSpec(bytes); // finding: the same each time
  }
}
