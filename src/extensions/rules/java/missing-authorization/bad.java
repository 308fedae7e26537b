@RestController
class Orders {
  @PreAuthorize("hasRole('ADMIN')")
  @PostMapping("/orders")
  Order create(@RequestBody Order order) {
    return orders.save(order);
  }

  @DeleteMapping("/orders/{name}")
  void delete(@PathVariable String name) { // finding: Other handlers beside this one ask
    orders.deleteByName(name);
  }
}
