import java.util.regex.Pattern;

public class Check {
  private static final Pattern WORDS = Pattern.compile("^(\\w+\\s?)+$"); // finding: exponential time

  boolean isMail(String text) {
    return text.matches("^([a-zA-Z0-9]+)*@example\\.org$"); // finding: exponential time
  }

  @GetMapping("/trim")
  public String trim(@RequestParam String text) {
    return text.replaceAll("\\s+$", ""); // finding: grows with the power
  }
}
