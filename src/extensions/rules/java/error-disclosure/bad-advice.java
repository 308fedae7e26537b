class Advice {
  @ExceptionHandler(Exception.class)
  ResponseEntity<String> any(Exception e) {
    return ResponseEntity.status(500).body(e.getMessage()); // finding: The answer tells what went wrong
  }

  @ExceptionHandler(SQLException.class)
  Map<String, Object> database(SQLException e) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("error", e.getMessage()); // finding: The answer tells what went wrong
    return answer;
  }

  @GetMapping("/report")
  String report() {
    try {
      return run();
    } catch (SQLException e) {
      return "Error: " + e.getMessage(); // finding: The answer tells what went wrong
    }
  }
}

class Mapper implements ExceptionMapper<Throwable> {
  public Response toResponse(Throwable error) {
    return Response.status(500).entity(error.toString()).build(); // finding: The answer tells what went wrong
  }
}
