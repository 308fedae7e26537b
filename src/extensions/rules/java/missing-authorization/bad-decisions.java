import java.io.*;
import java.security.Principal;
import javax.servlet.*;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;

class SignInFilter implements Filter {
  public void doFilter(ServletRequest given, ServletResponse answer, FilterChain chain) throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) given;
    if (request.getSession(false) == null) {
      ((HttpServletResponse) answer).sendError(401); // finding: The request is refused, and what it asks for is done all the same.
    }
    chain.doFilter(given, answer);
  }
}

class Policy {
  boolean allowed(User user, String path) {
    for (String folder : user.getFolders()) {
      if (path.startsWith(folder)) return true; // finding: Whatever begins with the same letters passes
    }
    return false;
  }
}

@RestController
class Orders {
  @GetMapping("/orders/{id}")
  Order get(@PathVariable Long id, Principal principal) {
    Order order = orders.findById(id).orElseThrow(); // finding: 'id' of the request names the object, whoever it belongs to.
    log.info("{} reads order {}", principal.getName(), id);
    return order;
  }

  @PostMapping("/restart")
  void restart(@RequestHeader("X-Role") String role) {
    if ("admin".equals(role)) jobs.restart(); // finding: What the caller may do is decided by
  }
}
