class Server {
  void start(HttpServer server) {
    server.createContext("/push", exchange -> {
      if (!known(exchange)) {
        answer(exchange, 401);
        return;
      }
      queue.offer(read(exchange));
    });
    server.createContext("/admin/clear", exchange -> { // finding: '/admin/clear' asks nobody who they are
      queue.clear();
      answer(exchange, 200);
    });
  }

  private boolean known(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("X-Queue-Token");
    return given != null && MessageDigest.isEqual(token, given.getBytes());
  }
}
