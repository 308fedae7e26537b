import java.sql.*;
import java.util.*;
import javax.servlet.http.*;

public class Orders extends HttpServlet {
  private static final Set<String> COLUMNS = Set.of("name", "date");
  private static final String TABLE = "orders";
  private Connection connection;

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String id = request.getParameter("id");
    PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + TABLE + " WHERE id = ?");
    statement.setString(1, id);
    statement.executeQuery();
    int page = Integer.parseInt(request.getParameter("page"));
    connection.createStatement().executeQuery("SELECT * FROM orders LIMIT " + page);
    String column = request.getParameter("sort");
    if (!COLUMNS.contains(column)) {
      throw new IllegalArgumentException("sort");
    }
    connection.prepareStatement("SELECT * FROM orders ORDER BY " + column);
    String kind = "a".equals(request.getParameter("kind")) ? "new" : "old";
    connection.createStatement().executeQuery("SELECT * FROM orders WHERE kind = '" + kind + "'");
  }

  public User byId(EntityManager manager, long id, String name) {
    manager.createQuery("SELECT u FROM User u WHERE u.id = " + id);
    return manager.createQuery("SELECT u FROM User u WHERE u.name = :name", User.class).setParameter("name", name).getSingleResult();
  }

  public List<User> all(JdbcTemplate template, List<Long> ids) {
    String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    return template.query("SELECT * FROM users WHERE id IN (" + marks + ")", mapper, ids.toArray());
  }
}

interface UserMapper {
  @Select("SELECT * FROM users WHERE name = #{name}")
  User byName(String name);

  @GetMapping("/people")
  public List<Person> people(PersonForm form) {
    return manager
        .createQuery("from Person p where p.city = :city", Person.class)
        .setParameter("city", form.getCity())
        .getResultList();
  }
}
