public class Go extends HttpServlet {
  private static final Set<String> ALLOWED = Set.of("/home", "/cart");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String url = request.getParameter("url");
    response.sendRedirect("/home");
    response.sendRedirect("/search?q=" + url);
    response.sendRedirect(request.getContextPath() + "/login");
    if (url.startsWith("https://shop.example.org/")) {
      response.sendRedirect(url);
    }
  }

  void listed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String url = request.getParameter("url");
    if (!ALLOWED.contains(url)) {
      url = "/home";
      response.sendRedirect(url);
      return;
    }
    response.sendRedirect(url);
  }

  @PostMapping("/save")
  public String save(@RequestParam Long id, @RequestParam String name) {
    return "redirect:/items/" + name;
  }
}
