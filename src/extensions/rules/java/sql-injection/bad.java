import java.sql.*;
import javax.servlet.http.*;

public class Orders extends HttpServlet {
  private Connection connection;
  private JdbcTemplate template;

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String id = request.getParameter("id");
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT * FROM orders WHERE id = '" + id + "'"); // finding: contains a request parameter
    String sql = String.format("DELETE FROM orders WHERE owner = '%s'", request.getHeader("X-User"));
    connection.prepareStatement(sql).executeUpdate(); // finding: contains a request header
    StringBuilder text = new StringBuilder("SELECT name FROM users WHERE ");
    text.append("mail = '").append(id).append("'");
    template.queryForList(text.toString()); // finding: contains a request parameter
    run(id);
  }

  private void run(String order) throws Exception {
    connection.createStatement().executeUpdate("UPDATE orders SET paid = 1 WHERE id = " + order); // finding: contains a request parameter
  }

  public User byName(EntityManager manager, String name) {
    return manager.createQuery("SELECT u FROM User u WHERE u.name = '" + name + "'", User.class).getSingleResult(); // finding: contains the parameter 'name'
  }

  @GetMapping("/users")
  public List<User> find(@RequestParam String query) {
    return jdbcTemplate.query("SELECT * FROM users WHERE name LIKE '%" + query + "%'", mapper); // finding: the request's 'query'
  }
}

interface UserMapper {
  @Select("SELECT * FROM users WHERE name = '${name}'") // finding: puts 'name' into the SQL text
  User byName(String name);

  @GetMapping("/people")
  public List<Person> people(PersonForm form) {
    return manager.createQuery("from Person p where p.city = '" + form.getCity() + "'", Person.class).getResultList(); // finding: contains the request's 'form'
  }
}
