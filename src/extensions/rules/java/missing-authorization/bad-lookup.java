@RestController
class Invoices {
  @GetMapping("/invoices")
  List<Invoice> list(Principal principal) {
    return invoices.findByOwner(principal.getName());
  }

  @GetMapping("/invoices/{id}")
  Invoice one(@PathVariable long id) {
    return invoices.findById(id).orElseThrow(); // finding: 'id' of the request names the
  }

  @PostMapping("/invoices/{id}/void")
  void cancel(@PathVariable long id, Principal principal) {
    access.hasPermission(principal, id); // finding: The outcome of 'hasPermission' is not
    cancelling.run(id);
  }

  @GetMapping("/invoices/all")
  List<Invoice> all(HttpServletRequest request) {
    if ("admin".equals(request.getHeader("X-Role"))) { // finding: What the caller may do is
      return invoices.findAll();
    }
    return List.of();
  }
}
