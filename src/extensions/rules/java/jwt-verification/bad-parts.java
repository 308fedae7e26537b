class Tokens {
  String user(String token) throws Exception {
    String[] parts = token.split("\\.");
    String json = new String(Base64.getUrlDecoder().decode(parts[1])); // finding: The claims of the token are
    return mapper.readTree(json).get("sub").asText();
  }
}
