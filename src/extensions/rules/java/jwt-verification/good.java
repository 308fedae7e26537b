class Tokens {
  Claims signed(String token) {
    return Jwts.parser().setSigningKey(key).parseClaimsJws(token).getBody();
  }

  String subject(String token) {
    DecodedJWT named = JWT.decode(token);
    Algorithm algorithm = Algorithm.RSA256(keys.get(named.getKeyId()));
    return JWT.require(algorithm).build().verify(token).getSubject();
  }

  boolean isGenuine(byte[] text, byte[] mark) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(text);
    return signature.verify(mark);
  }

  void load(File file) throws IOException {
    JarFile jar = new JarFile(file, true);
    run(jar);
  }

  void check(Form form) {
    form.verify(session);
  }
}
