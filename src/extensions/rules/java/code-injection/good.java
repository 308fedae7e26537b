import javax.script.*;

public class Calculator {
  @PostMapping("/calc")
  public Object calc(@RequestParam int a, @RequestParam String operation) throws Exception {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("JavaScript");
    engine.eval("1 + 1");
    engine.eval("2 * " + a);
    switch (operation) {
      case "add":
        return a + 1;
      default:
        throw new IllegalArgumentException(operation);
    }
  }

  @GetMapping("/spel")
  public Object spel(@RequestParam String name) {
    ExpressionParser parser = new SpelExpressionParser();
    return parser.parseExpression("name.length()").getValue();
  }
}
