@CrossOrigin(origins = "https://shop.example.org")
@RestController
public class Api extends HttpServlet {
  private static final Set<String> ORIGINS = Set.of("https://shop.example.org");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", "https://shop.example.org");
    String origin = request.getHeader("Origin");
    if (ORIGINS.contains(origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
    }
  }

  void configure(CorsConfiguration configuration, CorsRegistry registry) {
    configuration.setAllowedOrigins(List.of("https://shop.example.org"));
    configuration.addAllowedHeader("*");
    registry.addMapping("/**").allowedOrigins("https://shop.example.org");
  }
}
