import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Sink } from '#engine/analysis/framework.ts';
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
  library('java.util.regex', [], ['Pattern']),
  library('freemarker.template', [], ['Template']),
  library('freemarker.cache', ['StringTemplateLoader'], []),
  library('org.apache.velocity.app', ['VelocityEngine'], ['Velocity']),
  library('org.thymeleaf', ['TemplateEngine'], []),
  library('org.thymeleaf.spring5', ['SpringTemplateEngine'], []),
  library('org.thymeleaf.spring6', ['SpringTemplateEngine'], []),
  library('com.hubspot.jinjava', ['Jinjava'], []),
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
    { callee: 'ProcessBuilder', kind: 'shell', arguments: ['any'] },
    { callee: 'ProcessBuilder.command', kind: 'shell', arguments: ['any'] },
    code('javax.script.ScriptEngine.eval'),
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
    code('*.createValueExpression', 1),
    code('*.buildConstraintViolationWithTemplate'),
    template('freemarker.template.Template', 1),
    template('freemarker.cache.StringTemplateLoader.putTemplate', 1),
    template('org.apache.velocity.app.Velocity.evaluate', 3),
    template('org.apache.velocity.app.VelocityEngine.evaluate', 3),
    template('org.thymeleaf.TemplateEngine.process'),
    template('com.hubspot.jinjava.Jinjava.render'),
    { callee: 'Class.forName', kind: 'reflection', arguments: [0] },
    { callee: '*.loadClass', kind: 'reflection', arguments: [0] },
    { callee: '*.getMethod', kind: 'reflection', arguments: [0] },
    { callee: '*.getDeclaredMethod', kind: 'reflection', arguments: [0] },
    { callee: 'java.util.regex.Pattern.compile', kind: 'regex', arguments: [0] },
    { callee: '*.replaceFirst', kind: 'regex', arguments: [0] },
    { callee: '*.replaceAll', kind: 'regex', arguments: [0] },
    { callee: '*.matches', kind: 'regex', arguments: [0], when: isOfText },
  ],
  sanitizers: [{ callee: 'java.util.regex.Pattern.quote', kinds: ['regex'] }],
};

/** Matchers of other kinds, of passwords and of requests, are given more, or are of a known type. */
function isOfText({ receiver, arguments: given }: CallFact): boolean {
  return given.length === 1 && receiver?.name === undefined;
}
