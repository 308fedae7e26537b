@RestController
public class Hello extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    PrintWriter out = response.getWriter();
    out.println("<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>");
    out.println("<h1>Hello " + StringEscapeUtils.escapeHtml4(name) + "</h1>");
    out.println("<h1>Hello " + Encode.forHtml(name) + "</h1>");
    out.println("<h1>Hello " + ESAPI.encoder().encodeForHTML(name) + "</h1>");
    out.println(Integer.parseInt(name));
    String safe = name.replaceAll("[^a-zA-Z0-9 ]", "");
    out.println("<p>" + safe + "</p>");
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("application/json");
    response.getWriter().write("{\"name\": \"" + request.getParameter("name") + "\"}");
  }

  @GetMapping("/greet")
  public String greet(@RequestParam String name) {
    return "<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>";
  }

  @GetMapping(value = "/json", produces = "application/json")
  public String json(@RequestParam String name) {
    return "<b>" + name;
  }

  @GetMapping("/card")
  public ResponseEntity<String> card(@RequestParam String name) {
    ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("<b>" + HtmlUtils.htmlEscape(name) + "</b>");
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("Hello " + name);
  }
}
