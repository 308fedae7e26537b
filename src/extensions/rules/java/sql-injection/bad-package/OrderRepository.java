package org.shop.orders;

class OrderRepository {
  private final JdbcTemplate jdbc;

  OrderRepository(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Order> ofCustomer(String customer) {
    return jdbc.query("SELECT * FROM orders WHERE customer = '" + customer + "'", new OrderMapper()); // finding: contains the request's 'customer'
  }

  Order one(String id) {
    return jdbc.queryForObject("SELECT * FROM orders WHERE id = ?", new OrderMapper(), id);
  }
}
