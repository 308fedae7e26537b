import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-94',
  title: 'Code injection',
  what: 'Text from outside is compiled or interpreted as program code.',
  exploited: 'An attacker sends an expression of the language and runs anything that the process can.',
  fixed: {
    general:
      'Remove the evaluation. Parse data with a data parser, choose behaviour from a fixed table of functions, and compute expressions with a small parser of your own grammar. Where users must script, run it in a separate process or virtual machine without rights.',
    python:
      'Replace `eval` and `exec` with `json.loads`, `ast.literal_eval` for literals of bounded length, or a dict of functions; walk `ast.parse` with an allow-list of nodes for arithmetic. Never run Flask with `debug=True` in production.',
    javascript:
      'Replace `eval`, `new Function` and string arguments of `setTimeout` with `JSON.parse` or a `Map` of functions.',
    java: "Do not pass outside text to `ScriptEngine.eval`, Groovy, SpEL or OGNL; use SpEL's `SimpleEvaluationContext.forReadOnlyDataBinding()` if expressions are needed.",
    c: 'Do not load libraries (`dlopen`) or embed interpreters (`luaL_dostring`, `PyRun_SimpleString`) with names or text from outside.',
    go: 'Do not open plugins or run interpreters on outside text; dispatch through a `map[string]func(...)`.',
  },
  traps: [
    "Emptying `__builtins__` does not confine Python's `eval`.",
    "Node's `vm` module is no security boundary.",
    'Filtering keywords fails to string building and attribute access.',
  ],
};
