class Settings {
  String fromEnvironment() {
    String value = System.getenv("DB_PASSWORD");
    if (value == null) {
      value = "postgres123"; // finding: A literal stands in for the
    }
    return value;
  }

  String orDefault() {
    return System.getenv().getOrDefault("DB_PASSWORD", "pr0d-Passw0rd"); // finding: A literal stands in for the
  }

  String property() {
    return System.getProperty("db.password", "winter-2019"); // finding: A literal stands in for the
  }

  HttpRequest request(URI address) {
    return HttpRequest.newBuilder(address).header("Authorization", "Basic YWRtaW46cGFzc3dvcmQxMjM=").build(); // finding: A literal stands in for the
  }

  DataSource source() {
    return build("jdbc:mysql://db/app?user=root&password=Sup3rS3cret"); // finding: The address of the database holds
  }
}
