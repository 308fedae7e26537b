import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.StringReader;
import java.io.StringWriter;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

public class Letters {
  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
  private final TemplateEngine engine = new TemplateEngine();

  @PostMapping("/letters/preview")
  public String preview(@RequestParam String body) throws Exception {
    StringWriter out = new StringWriter();
    Template template = new Template("letter", new StringReader(body), configuration); // finding: The text of the template contains the request's 'body'
    template.process(new Object(), out);
    Velocity.evaluate(new VelocityContext(), out, "letter", body); // finding: The text of the template contains the request's 'body'
    return engine.process("<p>Dear " + body + "</p>", new Context()); // finding: The text of the template contains the request's 'body'
  }
}

public class NameValidator implements ConstraintValidator<Name, String> {
  public boolean isValid(String name, ConstraintValidatorContext context) {
    context.buildConstraintViolationWithTemplate("No such name: " + name).addConstraintViolation(); // finding: contains the parameter 'name'
    return false;
  }
}
