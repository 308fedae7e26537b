import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

public class Letters {
  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
  private final TemplateEngine engine = new TemplateEngine();

  @PostMapping("/letters/preview")
  public String preview(@RequestParam String body) throws Exception {
    StringWriter out = new StringWriter();
    Template template = configuration.getTemplate("letter.ftl");
    template.process(Map.of("body", body), out);
    Context context = new Context();
    context.setVariable("body", body);
    return engine.process("letter", context);
  }
}

public class NameValidator implements ConstraintValidator<Name, String> {
  public boolean isValid(String name, ConstraintValidatorContext context) {
    context.buildConstraintViolationWithTemplate("{name.unknown}").addConstraintViolation();
    return false;
  }
}
