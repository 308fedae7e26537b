import org.slf4j.*;

public class Login extends HttpServlet {
  private static final Logger LOGGER = LoggerFactory.getLogger(Login.class);

  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String user = request.getParameter("user");
    LOGGER.info("login of " + user.replaceAll("[\r\n]", "_"));
    LOGGER.info("login of {}", user.replace('\n', '_').replace('\r', '_'));
    LOGGER.info("login of {}", StringEscapeUtils.escapeJava(user));
    LOGGER.info("page {}", Integer.parseInt(request.getParameter("page")));
    LOGGER.info("a login");
  }

  void plain(String user) {
    LOGGER.info("login of " + user);
  }
}
