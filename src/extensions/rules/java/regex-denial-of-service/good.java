import java.util.regex.Pattern;

public class Check {
  private static final Pattern WORDS = Pattern.compile("^\\w+(?:\\s\\w+)*$");
  private static final Pattern POSSESSIVE = Pattern.compile("^(\\w++\\s?+)++$");

  boolean isMail(String text) {
    return text.matches("^[a-zA-Z0-9]+@example\\.org$") && text.split(",").length > 1;
  }
}
