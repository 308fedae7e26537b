import javax.script.*;

public class Calculator {
  @PostMapping("/calc")
  public Object calc(@RequestParam String formula) throws Exception {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("JavaScript");
    return engine.eval(formula); // finding: the request's 'formula'
  }

  @GetMapping("/spel")
  public Object spel(@RequestParam String expression) {
    ExpressionParser parser = new SpelExpressionParser();
    return parser.parseExpression(expression).getValue(); // finding: the request's 'expression'
  }

  public Object evaluate(String script) throws Exception {
    GroovyShell shell = new GroovyShell();
    return shell.evaluate(script); // finding: the parameter 'script'
  }
}
