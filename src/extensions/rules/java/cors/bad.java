@CrossOrigin // finding: every origin
@RestController
public class Api extends HttpServlet {
  @CrossOrigin(origins = "*") // finding: every origin
  @GetMapping("/a")
  public String a() {
    return "a";
  }

  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", "*"); // finding: every origin
    response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin")); // finding: Whatever origin asks
  }

  void configure(CorsConfiguration configuration, CorsRegistry registry) {
    configuration.addAllowedOrigin("*"); // finding: every origin
    configuration.setAllowedOrigins(Arrays.asList("*")); // finding: every origin
    registry.addMapping("/**").allowedOrigins("*"); // finding: every origin
  }
}
