import java.util.*;
import org.springframework.web.bind.annotation.*;

@RestController
class Repositories {
  @GetMapping("/log")
  String log(@RequestParam String ref) throws Exception {
    return read(new ProcessBuilder("git", "log", "--end-of-options", ref).start());
  }

  void copy(String repoUrl, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.add("clone");
    command.add("--");
    command.add(repoUrl);
    command.add(folder.toString());
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  void pack(String name) throws Exception {
    if (name.startsWith("-")) throw new IllegalArgumentException(name);
    Runtime.getRuntime().exec(new String[] {"tar", "-c", "-z", "-f", "/tmp/out.tgz", name});
  }

  void list(int count) throws Exception {
    new ProcessBuilder("git", "log", "-n", String.valueOf(count)).start();
  }
}
