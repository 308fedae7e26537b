class Answers {
  @GetMapping("/a")
  ResponseEntity<Void> location(@RequestParam String to) {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(to)).build(); // finding: The browser is sent to an
  }

  @GetMapping("/b")
  ResponseEntity<Void> headers(@RequestParam String to) {
    HttpHeaders headers = new HttpHeaders();
    headers.setLocation(URI.create(to)); // finding: The browser is sent to an
    return new ResponseEntity<>(headers, HttpStatus.FOUND);
  }

  @GetMapping("/c")
  RedirectView view(@RequestParam String to) {
    RedirectView view = new RedirectView();
    view.setUrl(to); // finding: The browser is sent to an
    return view;
  }

  @GetMapping("/d")
  ModelAndView model(@RequestParam String to) {
    return new ModelAndView("redirect:" + to); // finding: The browser is sent to an
  }
}
