class Settings {
  String fromEnvironment() {
    String value = System.getenv("DB_PASSWORD");
    if (value == null) {
      throw new IllegalStateException("DB_PASSWORD is not set");
    }
    return value;
  }

  String region() {
    return System.getenv().getOrDefault("REGION", "eu-central-1");
  }

  HttpRequest request(URI address, String login) {
    return HttpRequest.newBuilder(address).header("Authorization", "Basic " + login).build();
  }

  DataSource source(String password) {
    return build("jdbc:mysql://db/app?user=root&password=" + password);
  }
}
