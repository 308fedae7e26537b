class Client {
  private static final String ENDPOINT = "http://stock.example.net/api/levels";

  HttpRequest ask(Credentials credentials) {
    String login = credentials.user() + ":" + credentials.password();
    return HttpRequest.newBuilder() // finding: A secret is sent to an
        .uri(URI.create(ENDPOINT + "?all=true"))
        .header("Authorization", "Basic " + encode(login))
        .build();
  }

  void upload(FTPClient client, String user, String password) throws IOException {
    client.login(user, password); // finding: The password is sent without encryption
  }

  DirContext directory(String password) throws NamingException {
    Hashtable<String, String> settings = new Hashtable<>();
    settings.put(Context.PROVIDER_URL, "ldap://directory.example.net:389"); // finding: The password is sent to the
    settings.put(Context.SECURITY_CREDENTIALS, password);
    return new InitialDirContext(settings);
  }
}
