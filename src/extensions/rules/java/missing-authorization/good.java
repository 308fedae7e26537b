@RestController
class Orders {
  @PreAuthorize("hasRole('ADMIN')")
  @PostMapping("/orders")
  Order create(@RequestBody Order order) {
    return orders.save(order);
  }

  @PreAuthorize("hasRole('ADMIN')")
  @DeleteMapping("/orders/{name}")
  void delete(@PathVariable String name) {
    orders.deleteByName(name);
  }

  @GetMapping("/orders/{id}")
  Order one(@PathVariable long id, Principal principal) {
    Order order = orders.findById(id).orElseThrow();
    if (!order.getOwner().equals(principal.getName())) {
      throw new AccessDeniedException("not yours");
    }
    return order;
  }
}
