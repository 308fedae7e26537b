import java.io.*;
import java.nio.file.Path;
import java.security.Principal;
import javax.servlet.*;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;

class SignInFilter implements Filter {
  public void doFilter(ServletRequest given, ServletResponse answer, FilterChain chain) throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) given;
    if (request.getSession(false) == null) {
      ((HttpServletResponse) answer).sendError(401);
      return;
    }
    chain.doFilter(given, answer);
  }
}

class Policy {
  boolean allowed(User user, String path) {
    for (String folder : user.getFolders()) {
      if (path.startsWith(folder + "/")) return true;
    }
    return false;
  }

  boolean isAllowed(Path path, Path folder) {
    return path.startsWith(folder);
  }
}

@RestController
class Orders {
  @GetMapping("/orders/{id}")
  Order get(@PathVariable Long id, Principal principal) {
    Order order = orders.findById(id).orElseThrow();
    log.info("{} reads order {}", principal.getName(), id);
    if (!order.getBuyer().equals(principal.getName())) throw new AccessDeniedException("no");
    return order;
  }

  @PostMapping("/restart")
  void restart(Authentication authentication) {
    if (authentication.getAuthorities().contains(ADMIN)) jobs.restart();
  }
}
