import java.util.*;
import javax.servlet.http.*;

class Search {
  List<Item> search(Filter filter) {
    List<String> conditions = new ArrayList<>();
    if (filter.getName() != null) conditions.add("name LIKE '%" + filter.getName() + "%'"); // finding: A condition of the statement contains
    conditions.add("kind = ?");
    return jdbc.query("SELECT * FROM items WHERE " + String.join(" AND ", conditions), mapper);
  }

  List<User> byName(JdbcTemplate jdbc, HttpServletRequest request) {
    String name = StringEscapeUtils.escapeHtml4(request.getParameter("name"));
    return jdbc.query("SELECT * FROM users WHERE name = '" + name + "'", mapper); // finding: The SQL text passed to 'query' contains
  }
}
