import java.io.*;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;

@Controller
class Board {
  @GetMapping(value = "/board", produces = "text/html")
  @ResponseBody
  String board() {
    StringBuilder page = new StringBuilder("<ul>");
    for (Comment comment : repository.findAll()) {
      page.append("<li>").append(comment.getText()).append("</li>");
    }
    return page.append("</ul>").toString(); // finding: The page contains 'getText' as it was stored.
  }

  @GetMapping(value = "/fragment", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String fragment() {
    return repository.findAll().stream()
        .map(c -> "<p>%s</p>".formatted(c.text())) // finding: The page contains 'text' as it was stored.
        .collect(Collectors.joining());
  }
}

class Profile extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html");
    User user = users.byId(Long.parseLong(request.getParameter("id")));
    response.getWriter().println("<h1>" + user.getDisplayName() + "</h1>"); // finding: The page contains 'getDisplayName' as it was stored.
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html");
    String query = HtmlUtils.htmlEscape(request.getParameter("q"));
    response.getWriter().println("<script>var query = '" + query + "';</script>"); // finding: is escaped for markup alone.
  }
}
