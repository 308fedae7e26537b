public class Directory extends HttpServlet {
  private DirContext context;

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String user = request.getParameter("user");
    String filter = "(&(uid=" + user + ")(objectClass=person))";
    NamingEnumeration<SearchResult> found = context.search("ou=people,dc=example", filter, new SearchControls()); // finding: contains a request parameter
  }

  public boolean exists(DirContext ctx, String user) throws NamingException {
    return ctx.search("dc=example", "(uid=" + user + ")", new SearchControls()).hasMore(); // finding: the parameter 'user'
  }
}
