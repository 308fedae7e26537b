import java.util.*;
import org.springframework.web.bind.annotation.*;

@RestController
class Repositories {
  @GetMapping("/log")
  String log(@RequestParam String ref) throws Exception {
    return read(new ProcessBuilder("git", "log", ref).start()); // finding: may be an option to 'git'.
  }

  void copy(String repoUrl, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.add("clone");
    command.add(repoUrl);
    command.add(folder.toString());
    new ProcessBuilder(command).inheritIO().start().waitFor(); // finding: may be an option to 'git'.
  }

  void pack(String name) throws Exception {
    Runtime.getRuntime().exec(new String[] {"tar", "-c", "-z", "-f", "/tmp/out.tgz", name}); // finding: may be an option to 'tar'.
  }
}
