class Engines {
  @GetMapping("/jexl")
  Object jexl(@RequestParam String text) {
    return new JexlBuilder().create().createExpression(text).evaluate(new MapContext()); // finding: The code that is evaluated contains
  }

  @PostMapping("/groovy")
  Object groovy(@RequestBody String text) throws Exception {
    return new GroovyClassLoader().parseClass(text).newInstance(); // finding: The code that is evaluated contains
  }

  Object shell(String text) throws Exception {
    return new bsh.Interpreter().eval(text); // finding: The code that is evaluated contains
  }

  Object formula(String formula, Map<String, Object> values) throws Exception {
    return engine.eval(formula, new SimpleBindings(values)); // finding: The code that is evaluated contains
  }

  Object processor(String text) {
    ELProcessor processor = new ELProcessor();
    return processor.eval(text); // finding: The code that is evaluated contains
  }

  Object compiled(String text) {
    return MVEL.compileExpression(text); // finding: The code that is evaluated contains
  }

  String greeting(String name) {
    StringWriter out = new StringWriter();
    Velocity.evaluate(context, out, "greeting", "Hello " + name + ", your order is $order.id"); // finding: The text of the template contains
    return out.toString();
  }

  @PostMapping("/preview")
  String preview(@RequestParam String body) throws Exception {
    return new Handlebars().compileInline(body).apply(model); // finding: The text of the template contains
  }
}
