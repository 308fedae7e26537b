import java.util.*;
import javax.servlet.http.*;

class Search {
  List<Item> search(Filter filter) {
    List<String> conditions = new ArrayList<>();
    conditions.add("name LIKE ?");
    conditions.add("kind = '" + Kind.OPEN_ITEM + "'");
    return jdbc.query("SELECT * FROM items WHERE " + String.join(" AND ", conditions), mapper);
  }

  String attributes(String name) {
    List<String> parts = new ArrayList<>();
    parts.add("<input name='" + name + "'>");
    return String.join("", parts);
  }

  List<User> byName(JdbcTemplate jdbc, HttpServletRequest request) {
    return jdbc.query("SELECT * FROM users WHERE name = ?", mapper, request.getParameter("name"));
  }
}
