import java.security.MessageDigest;

public class Hashes {
  byte[] sign(byte[] data) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return digest.digest(data);
  }

  String etag(byte[] data) throws Exception {
    return hex(MessageDigest.getInstance("MD5").digest(data));
  }

  byte[] derive(char[] password, byte[] salt) throws Exception {
    PBEKeySpec spec = new PBEKeySpec(password, salt, 310_000, 256);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
  }

  String store(String password) {
    return new BCryptPasswordEncoder().encode(password);
  }
}
