@RestController
public class Hello extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    response.setContentType("text/html");
    PrintWriter out = response.getWriter();
    out.println("<h1>Hello " + name + "</h1>"); // finding: The page contains a request parameter
    response.getWriter().write(request.getHeader("Referer")); // finding: The page contains a request header
    String text = String.format("<p>%s</p>", name);
    out.print(text); // finding: The page contains a request parameter
  }

  @GetMapping("/greet")
  public String greet(@RequestParam String name) {
    return "<h1>Hello " + name + "</h1>"; // finding: The page contains the request's 'name'
  }

  @GetMapping("/card")
  public ResponseEntity<String> card(@RequestParam String name) {
    return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("<b>" + name + "</b>"); // finding: The page contains the request's 'name'
  }
}
