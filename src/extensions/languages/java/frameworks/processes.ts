import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Sink } from '#engine/analysis/framework.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { libraries, library } from './library.ts';

const code = (callee: string, position = 0): Sink => ({ callee, kind: 'code', arguments: [position] });
const template = (callee: string, position = 0): Sink => ({ callee, kind: 'template', arguments: [position] });

const NAMES = libraries(
  library('javax.script', ['ScriptEngine', 'ScriptEngineManager'], []),
  library('org.springframework.expression.spel.standard', ['SpelExpressionParser'], []),
  library('org.springframework.expression', ['ExpressionParser'], []),
  library('org.springframework.expression.spel.support', [], ['SimpleEvaluationContext', 'StandardEvaluationContext']),
  library('groovy.lang', ['GroovyShell'], []),
  library('ognl', [], ['Ognl']),
  library('org.mvel2', [], ['MVEL']),
  library('java.beans', [], ['XMLDecoder']),
  library('com.thoughtworks.xstream', ['XStream'], []),
  library('org.yaml.snakeyaml', ['Yaml'], []),
  library('org.yaml.snakeyaml.constructor', [], ['SafeConstructor', 'Constructor']),
  library('com.fasterxml.jackson.databind', ['ObjectMapper'], []),
  library('com.esotericsoftware.kryo', ['Kryo'], []),
  library('com.caucho.hessian.io', [], ['HessianInput', 'Hessian2Input']),
  library('javax.jms', ['ObjectMessage'], [], 'jakarta.jms'),
  library('java.util.regex', [], ['Pattern']),
  library('freemarker.template', [], ['Template']),
  library('freemarker.cache', ['StringTemplateLoader'], []),
  library('org.apache.velocity.app', ['VelocityEngine'], ['Velocity']),
  library('org.thymeleaf', ['TemplateEngine'], []),
  library('org.thymeleaf.spring5', ['SpringTemplateEngine'], []),
  library('org.thymeleaf.spring6', ['SpringTemplateEngine'], []),
  library('com.hubspot.jinjava', ['Jinjava'], []),
  library('com.github.jknack.handlebars', ['Handlebars'], []),
  library('com.github.mustachejava', ['DefaultMustacheFactory'], []),
  library('org.stringtemplate.v4', [], ['ST']),
  library('org.apache.commons.exec', [], ['CommandLine', 'DefaultExecutor']),
  library('com.jcraft.jsch', ['ChannelExec'], []),
  library('bsh', ['Interpreter'], []),
  library('groovy.lang', ['GroovyClassLoader'], []),
  library('groovy.util', [], ['Eval']),
  library('org.apache.commons.jexl3', ['JexlEngine'], ['JexlBuilder']),
  library('org.codehaus.janino', ['ScriptEvaluator', 'ExpressionEvaluator', 'ClassBodyEvaluator', 'SimpleCompiler']),
  library('javax.el', ['ELProcessor'], [], 'jakarta.el'),
  library('com.googlecode.aviator', [], ['AviatorEvaluator']),
  library('com.ql.util.express', ['ExpressRunner'], []),
);

/** Processes, languages inside the language, and objects that are read from bytes. */
export const PROCESSES: Framework = {
  name: 'processes',
  ...NAMES,
  types: {
    ...NAMES.types,
    'ProcessBuilder()': 'ProcessBuilder',
    'javax.script.ScriptEngineManager.getEngineByName()': 'javax.script.ScriptEngine',
    'javax.script.ScriptEngineManager.getEngineByExtension()': 'javax.script.ScriptEngine',
    '*.getEngineByName()': 'javax.script.ScriptEngine',
    'org.apache.commons.jexl3.JexlBuilder.create()': 'org.apache.commons.jexl3.JexlEngine',
    'org.graalvm.polyglot.Context.create()': 'org.graalvm.polyglot.Context',
    'org.graalvm.polyglot.Context.newBuilder().build()': 'org.graalvm.polyglot.Context',
    'org.graalvm.polyglot.Context.newBuilder().allowAllAccess().build()': 'org.graalvm.polyglot.Context',
  },
  aliases: {
    ...NAMES.aliases,
    'org.springframework.expression.ExpressionParser':
      'org.springframework.expression.spel.standard.SpelExpressionParser',
    'org.thymeleaf.spring5.SpringTemplateEngine': 'org.thymeleaf.TemplateEngine',
    'org.thymeleaf.spring6.SpringTemplateEngine': 'org.thymeleaf.TemplateEngine',
  },
  annotations: { ...NAMES.annotations, ProcessBuilder: 'ProcessBuilder', Runtime: 'Runtime' },
  sinks: [
    { callee: 'Runtime.exec', kind: 'shell', arguments: [0] },
    { callee: 'org.apache.commons.exec.CommandLine.parse', kind: 'shell', arguments: [0] },
    { callee: 'com.jcraft.jsch.ChannelExec.setCommand', kind: 'shell', arguments: [0] },
    { callee: 'ProcessBuilder', kind: 'shell', arguments: ['any'] },
    { callee: 'ProcessBuilder.command', kind: 'shell', arguments: ['any'] },
    code('javax.script.ScriptEngine.eval'),
    code('javax.script.Compilable.compile'),
    code('bsh.Interpreter.eval'),
    code('groovy.lang.GroovyClassLoader.parseClass'),
    code('groovy.util.Eval.me'),
    code('groovy.util.Eval.x', 1),
    code('org.apache.commons.jexl3.JexlEngine.createExpression'),
    code('org.apache.commons.jexl3.JexlEngine.createScript'),
    ...['ScriptEvaluator', 'ExpressionEvaluator', 'ClassBodyEvaluator', 'SimpleCompiler'].map((name) =>
      code(`org.codehaus.janino.${name}.cook`),
    ),
    code('org.graalvm.polyglot.Context.eval', 1),
    code('org.graalvm.polyglot.Source.create', 1),
    code('com.googlecode.aviator.AviatorEvaluator.execute'),
    code('com.googlecode.aviator.AviatorEvaluator.compile'),
    code('com.ql.util.express.ExpressRunner.execute'),
    code('org.mvel2.MVEL.compileExpression'),
    code('org.mvel2.MVEL.evalToString'),
    { callee: '*.eval', kind: 'code', arguments: [0], when: isOfInterpreter },
    code('org.springframework.expression.spel.standard.SpelExpressionParser.parseExpression'),
    code('*.parseExpression'),
    code('ognl.Ognl.getValue'),
    code('ognl.Ognl.setValue'),
    code('ognl.Ognl.parseExpression'),
    code('org.mvel2.MVEL.eval'),
    code('org.mvel2.MVEL.executeExpression'),
    code('groovy.lang.GroovyShell.evaluate'),
    code('groovy.lang.GroovyShell.parse'),
    code('javax.el.ELProcessor.eval'),
    code('javax.el.ELProcessor.getValue'),
    code('*.createMethodExpression', 1),
    code('*.createValueExpression', 1),
    code('*.buildConstraintViolationWithTemplate'),
    template('freemarker.template.Template', 1),
    template('freemarker.cache.StringTemplateLoader.putTemplate', 1),
    template('org.apache.velocity.app.Velocity.evaluate', 3),
    template('org.apache.velocity.app.VelocityEngine.evaluate', 3),
    template('org.thymeleaf.TemplateEngine.process'),
    template('com.hubspot.jinjava.Jinjava.render'),
    template('com.hubspot.jinjava.Jinjava.renderForResult'),
    template('*.getLiteralTemplate'),
    template('com.github.jknack.handlebars.Handlebars.compileInline'),
    template('com.github.mustachejava.DefaultMustacheFactory.compile'),
    template('org.stringtemplate.v4.ST'),
    { callee: 'Class.forName', kind: 'reflection', arguments: [0] },
    { callee: '*.loadClass', kind: 'reflection', arguments: [0] },
    { callee: '*.getBean', kind: 'reflection', arguments: [0] },
    { callee: '*.getMethod', kind: 'reflection', arguments: [0] },
    { callee: '*.getDeclaredMethod', kind: 'reflection', arguments: [0] },
    { callee: 'java.util.regex.Pattern.compile', kind: 'regex', arguments: [0] },
    { callee: '*.replaceFirst', kind: 'regex', arguments: [0] },
    { callee: '*.replaceAll', kind: 'regex', arguments: [0] },
    { callee: '*.matches', kind: 'regex', arguments: [0], when: isOfText },
  ],
  sanitizers: [{ callee: 'java.util.regex.Pattern.quote', kinds: ['regex'] }],
};

/** `engine.eval(…)`: what runs scripts is called so where its type is not in sight. */
function isOfInterpreter({ receiver, expression: { callee } }: CallFact): boolean {
  return (
    receiver?.name?.startsWith('javax.script.') !== true &&
    callee.kind === 'member' &&
    /engine$|interpreter$|^shell$|evaluator$/i.test(lastName(callee.object))
  );
}

/** Matchers of other kinds, of passwords and of requests, are given more, or are of a known type. */
function isOfText({ receiver, arguments: given }: CallFact): boolean {
  return given.length === 1 && receiver?.name === undefined;
}
