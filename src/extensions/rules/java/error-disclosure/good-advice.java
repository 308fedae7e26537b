class Advice {
  @ExceptionHandler(Exception.class)
  ResponseEntity<String> any(Exception e) {
    log.error("failed", e);
    return ResponseEntity.status(500).body("internal error");
  }

  @ExceptionHandler(OrderNotFound.class)
  ResponseEntity<String> missing(OrderNotFound e) {
    return ResponseEntity.status(404).body(e.getMessage());
  }

  @GetMapping("/report")
  String report() {
    try {
      return run();
    } catch (SQLException e) {
      log.error("failed: " + e.getMessage());
      return "The report could not be made";
    }
  }
}
