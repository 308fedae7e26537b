@RestController
class Search {
  private String current;

  @GetMapping("/search")
  String search(@RequestParam String words) {
    current = words; // finding: 'current' is shared by all requests
    audit();
    return find(current);
  }
}
