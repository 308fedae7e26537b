public class Buffers extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    int size = Integer.parseInt(request.getParameter("size"));
    byte[] buffer = new byte[size]; // finding: The size of the array is a request parameter
    Thread.sleep(Long.parseLong(request.getParameter("wait"))); // finding: The time to wait is a request parameter
  }
}
