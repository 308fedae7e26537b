class Marks {
  Mac mac() throws Exception {
    return Mac.getInstance("HmacSHA256");
  }

  Signature signature() throws Exception {
    return Signature.getInstance("SHA256withRSA");
  }

  Cipher padded() throws Exception {
    return Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
  }
}
