public class Buffers extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    int size = Integer.parseInt(request.getParameter("size"));
    if (size < 0 || size > 1024) {
      throw new IllegalArgumentException("size");
    }
    byte[] buffer = new byte[size];
    byte[] fixed = new byte[4096];
  }

  void other(HttpServletRequest request) {
    int size = Math.min(Integer.parseInt(request.getParameter("size")), 1024);
    byte[] buffer = new byte[size];
  }
}
