class Servers {
  void start(HttpServer server, Javalin app) {
    server.createContext("/search", exchange -> {
      String page = "<html><body>You searched for " + exchange.getRequestURI().getQuery() + "</body></html>";
      exchange.getResponseBody().write(page.getBytes()); // finding: The page contains the address asked
    });
    app.get("/hello", ctx -> ctx.html("<h1>Hello " + ctx.queryParam("name") + "</h1>")); // finding: The page contains a request parameter
    get("/hi", (request, response) -> "<h1>Hi " + request.queryParams("name") + "</h1>"); // finding: The page contains a request parameter
  }
}
