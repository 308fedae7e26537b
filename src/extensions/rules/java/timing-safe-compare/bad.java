public class Webhook {
  boolean isGenuine(String signature, String body) {
    String expected = sign(body);
    return expected.equals(signature); // finding: 'signature' is compared
  }

  boolean check(byte[] mac, byte[] computed) {
    return Arrays.equals(mac, computed); // finding: 'mac' is compared
  }
}
