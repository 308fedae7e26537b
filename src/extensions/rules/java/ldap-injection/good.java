public class Directory extends HttpServlet {
  private DirContext context;

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String user = request.getParameter("user");
    context.search("ou=people", "(uid={0})", new Object[] {user}, new SearchControls());
    String safe = ESAPI.encoder().encodeForLDAP(user);
    context.search("ou=people", "(uid=" + safe + ")", new SearchControls());
    if (user.matches("[a-zA-Z0-9]+")) {
      context.search("ou=people", "(uid=" + user + ")", new SearchControls());
    }
  }
}
