import java.security.MessageDigest;

public class Hashes {
  byte[] sign(byte[] data) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("MD5"); // finding: MD5 has known collisions
    return digest.digest(data);
  }

  String store(String password) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-1"); // finding: 'password' is hashed with SHA-1
    digest.update(password.getBytes());
    return hex(digest.digest());
  }

  String hashPassword(String text) throws Exception {
    return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes())); // finding: 'hashPassword' is hashed with SHA-256
  }

  String quick(String text) {
    return DigestUtils.md5Hex(text); // finding: MD5 has known collisions
  }
}
