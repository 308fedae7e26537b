public class Go extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String url = request.getParameter("url");
    response.sendRedirect(url); // finding: contains a request parameter
    response.setStatus(302);
    response.setHeader("Location", url); // finding: contains a request parameter
  }

  @GetMapping("/go")
  public String go(@RequestParam String next) {
    return "redirect:" + next; // finding: the request's 'next'
  }

  @GetMapping("/view")
  public RedirectView view(@RequestParam String target) {
    return new RedirectView(target); // finding: the request's 'target'
  }
}
