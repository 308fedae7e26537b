import type { Expression, Place } from '#engine/analysis/ir.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Value } from '#engine/analysis/value.ts';
import type { Rule, TextEdit } from '#engine/analysis/rule.ts';

/** Characters with a meaning that escaping takes away. */
const SPECIAL = /^(?:[<>&"'\\`$|*]|\.\.\/?|\.\.\\|<script>|<\/script>)$/;

export const rule: Rule = {
  id: 'javascript/insufficient-escaping',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-116', 'CWE-20'],
  title: 'Only the first occurrence escaped',
  severity: 'medium',
  rationale: "With a text for its pattern, 'replace' changes the first occurrence and leaves the others as they are.",
  remediation: 'Use replaceAll, or a pattern with the flag g.',
  references: [
    'https://cwe.mitre.org/data/definitions/116.html',
    'https://cwe.mitre.org/data/definitions/20.html',
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/String/replaceAll',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const { callee, arguments: given } = call.expression;
      if (callee.kind !== 'member' || callee.property !== 'replace') continue;
      const pattern = patternOf(call.argument(0));
      const replacement = textOf(call.argument(1));
      if (pattern === undefined || replacement === undefined || !escapesOnce(pattern, replacement)) continue;
      if (isTrimming(facts, call.expression)) continue;
      const written = given[0]?.value;
      report(call.at, {
        message: `Only the first '${pattern.text}' is replaced.`,
        confidence: 'medium',
        ...(written?.kind === 'literal' && { fix: fixOf(callee.at, written) }),
      });
    }
  },
};

interface Pattern {
  readonly text: string;
  readonly isRegex: boolean;
}

function patternOf(value: Value | undefined): Pattern | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : { text, isRegex: value?.name === 'regex' };
}

function escapesOnce({ text, isRegex }: Pattern, replacement: string): boolean {
  if (!ESCAPE.test(replacement)) return false;
  if (!isRegex) return SPECIAL.test(text);
  const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(text) ?? [];
  return source !== undefined && !/g/.test(flags ?? '') && isSpecialPattern(source);
}

/** What an escaped character looks like: an entity, a backslash before it, doubled quotes, its code. */
const ESCAPE = /^(?:&#?\w+;|\\{1,2}.?|''|%[0-9a-f]{2}|\\\$&)$/i;

/** A class or a single character without anchors: `/[<>]/`, `/"/`. */
function isSpecialPattern(source: string): boolean {
  return /^(?:\[[<>&"'\\`]{1,8}\]|[<>&"'`]|\\\\|\(\[?[<>&"'\\`]{1,8}\]?\))$/.test(source);
}

/** A second call that takes the last one away is no escaping: `.replace('"', '').replace('"', '')`. */
function isTrimming(facts: ModuleFacts, node: Expression): boolean {
  for (const outer of ancestorsOf(facts, node)) {
    if (outer.kind === 'loop') return true;
    if (outer.kind === 'function') return false;
  }
  return false;
}

function fixOf(callee: Place, pattern: Expression): readonly TextEdit[] {
  if (pattern.kind === 'literal' && pattern.form === 'regex') {
    return [{ at: { start: pattern.at.end, end: pattern.at.end }, newText: 'g' }];
  }
  return [{ at: { start: callee.end, end: callee.end }, newText: 'All' }];
}
