class Answers {
  @GetMapping("/a")
  ResponseEntity<Void> location(@RequestParam long id) {
    return ResponseEntity.created(URI.create("/orders/" + id)).build();
  }

  @GetMapping("/b")
  ModelAndView model(@RequestParam String name) {
    return new ModelAndView("redirect:/people/" + name);
  }
}
