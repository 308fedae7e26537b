class Servers {
  void start(HttpServer server, Javalin app) {
    server.createContext("/raw", exchange -> {
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.getResponseBody().write(body);
    });
    app.get("/hello", ctx -> ctx.html("<h1>Hello " + Encode.forHtml(ctx.queryParam("name")) + "</h1>"));
    get("/hi", (request, response) -> "<h1>Hi " + escapeHtml4(request.queryParams("name")) + "</h1>");
  }
}
