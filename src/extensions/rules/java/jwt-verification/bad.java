class Tokens {
  Claims any(String token) {
    return (Claims) Jwts.parser().setSigningKey(key).parse(token).getBody(); // finding: The parser takes tokens without a
  }

  String subject(String token) {
    DecodedJWT decoded = JWT.decode(token); // finding: The claims of the token are
    return decoded.getSubject();
  }

  Algorithm algorithm() {
    return Algorithm.none(); // finding: The algorithm 'none' makes every token
  }

  JwtConsumer consumer() {
    return new JwtConsumerBuilder().setSkipSignatureVerification().build(); // finding: The check of the signature is
  }

  boolean isGenuine(byte[] text, byte[] mark) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(text);
    signature.verify(mark); // finding: The outcome of the check of
    return true;
  }

  void load(File file) throws IOException {
    JarFile jar = new JarFile(file, false); // finding: The signatures of the archive are
    run(jar);
  }
}
