package org.shop.orders;

@RestController
public class OrderController {
  private final OrderRepository orders;

  public OrderController(OrderRepository orders) {
    this.orders = orders;
  }

  @GetMapping("/orders")
  public List<Order> list(@RequestParam String customer) {
    return orders.ofCustomer(customer);
  }
}
