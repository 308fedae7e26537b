class Server {
  void start(HttpServer server) {
    server.createContext("/size", exchange -> answer(exchange, queue.size()));
    server.createContext("/admin/clear", exchange -> {
      if (!known(exchange)) {
        answer(exchange, 401);
        return;
      }
      queue.clear();
    });
  }

  private boolean known(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("X-Queue-Token");
    return given != null && MessageDigest.isEqual(token, given.getBytes());
  }
}
