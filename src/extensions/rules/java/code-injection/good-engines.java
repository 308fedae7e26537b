class Engines {
  @GetMapping("/jexl")
  Object jexl(@RequestParam String amount) {
    MapContext context = new MapContext();
    context.set("amount", amount);
    return new JexlBuilder().create().createExpression("amount * 1.2").evaluate(context);
  }

  double evaluate(Model model, Object input) {
    return model.eval(input);
  }

  String greeting(String name) {
    StringWriter out = new StringWriter();
    context.put("name", name);
    Velocity.evaluate(context, out, "greeting", "Hello $name, your order is $order.id");
    return out.toString();
  }

  String remark(String remark) throws Exception {
    String source = "Dear ${name}" + "\nYour remark: ${remark}";
    model.put("remark", remark);
    return render(new Template("remark", new StringReader(source), freemarker));
  }
}
