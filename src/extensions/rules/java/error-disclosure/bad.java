public class Items extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      load(request);
    } catch (SQLException problem) {
      problem.printStackTrace(response.getWriter()); // finding: The trace of the error
      response.getWriter().println("Failed: " + problem.getMessage()); // finding: tells what went wrong
      response.sendError(500, problem.toString()); // finding: tells what went wrong
    }
  }

  @GetMapping("/item")
  public ResponseEntity<String> item() {
    try {
      return ResponseEntity.ok(load());
    } catch (Exception e) {
      return ResponseEntity.status(500).body("Error: " + e.getMessage()); // finding: tells what went wrong
    }
  }
}
