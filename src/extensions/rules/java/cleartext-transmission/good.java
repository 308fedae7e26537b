class Client {
  private static final String ENDPOINT = "https://stock.example.net/api/levels";

  HttpRequest ask(Credentials credentials) {
    String login = credentials.user() + ":" + credentials.password();
    return HttpRequest.newBuilder()
        .uri(URI.create(ENDPOINT + "?all=true"))
        .header("Authorization", "Basic " + encode(login))
        .build();
  }

  HttpRequest news() {
    return HttpRequest.newBuilder().uri(URI.create("http://news.example.net/feed.xml")).build();
  }

  DirContext directory(String password) throws NamingException {
    Hashtable<String, String> settings = new Hashtable<>();
    settings.put(Context.PROVIDER_URL, "ldaps://directory.example.net:636");
    settings.put(Context.SECURITY_CREDENTIALS, password);
    return new InitialDirContext(settings);
  }
}
