class Marks {
  Mac mac() throws Exception {
    return Mac.getInstance("HmacMD5"); // finding: 'HmacMD5' rests on a hash that
  }

  Signature signature() throws Exception {
    return Signature.getInstance("SHA1withRSA"); // finding: 'SHA1withRSA' rests on a hash that
  }

  Cipher padded() throws Exception {
    return Cipher.getInstance("RSA/ECB/PKCS1Padding"); // finding: RSA with the padding of PKCS
  }
}
