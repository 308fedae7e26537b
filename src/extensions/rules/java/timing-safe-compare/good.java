public class Webhook {
  boolean isGenuine(String signature, String body) {
    return MessageDigest.isEqual(sign(body).getBytes(), signature.getBytes());
  }

  boolean check(String signatureAlgorithm, byte[] a, byte[] b) {
    return signatureAlgorithm.equals("HS256") && Arrays.equals(a, b);
  }

  boolean isSplit(Mark signature) {
    return signature.equals(Mark.DATA_DESCRIPTOR);
  }
}
