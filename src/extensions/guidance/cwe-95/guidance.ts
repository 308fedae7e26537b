import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-95',
  title: 'Eval injection',
  what: 'Data from outside reaches a function that evaluates source text, such as `eval` or `exec`.',
  exploited: 'An attacker replaces the expected number or name with an expression that runs commands or reads secrets.',
  fixed: {
    general:
      'Do not evaluate: convert with the parser of the expected type, look names up in an allow-list, and compute formulas with a parser that knows only numbers and operators.',
    python:
      'Use `int()`, `float()`, `json.loads` or `ast.literal_eval` instead of `eval`; map operators with a dict of `operator` functions; use `getattr` only with names from a fixed set.',
    javascript:
      'Use `Number`, `JSON.parse` or a `Map` of functions instead of `eval` and `new Function`; pass functions, not text, to timers.',
    java: "Parse with the type's own method and dispatch with a `switch` or `Map`, not with `ScriptEngine.eval`.",
  },
  traps: [
    '`ast.literal_eval` runs no code but deep or long input still exhausts memory, so bound the length.',
    'Passing empty `globals` to `eval` is escaped through `().__class__`.',
  ],
};
