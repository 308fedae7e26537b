import type { Expression, Place } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
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
    for (const node of walk(facts.module.body)) {
      if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.property !== 'replace') continue;
      const [pattern, replacement] = node.arguments.map(({ value }) => value);
      if (pattern === undefined || replacement === undefined || !escapesOnce(pattern, replacement)) continue;
      if (isTrimming(facts, node)) continue;
      report(node.at, {
        message: `Only the first ${shown(pattern)} is replaced.`,
        confidence: 'medium',
        fix: fixOf(node.callee.at, pattern),
      });
    }
  },
};

function escapesOnce(pattern: Expression, replacement: Expression): boolean {
  if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') return false;
  if (pattern.form === 'regex') {
    const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(pattern.value) ?? [];
    return source !== undefined && !/g/.test(flags ?? '') && isSpecialPattern(source) && isEscape(replacement);
  }
  return SPECIAL.test(pattern.value) && isEscape(replacement);
}

/** A class or a single character without anchors: `/[<>]/`, `/"/`. */
function isSpecialPattern(source: string): boolean {
  return /^(?:\[[<>&"'\\`]{1,8}\]|[<>&"'`]|\\\\|\(\[?[<>&"'\\`]{1,8}\]?\))$/.test(source);
}

/** What an escaped character looks like: an entity, a backslash before it, doubled quotes, nothing. */
function isEscape(replacement: Expression): boolean {
  return (
    replacement.kind === 'literal' &&
    typeof replacement.value === 'string' &&
    /^(?:&#?\w+;|\\{1,2}.?|''|%[0-9a-f]{2}|\\\$&)$/i.test(replacement.value)
  );
}

/** A second call that takes the last one away is no escaping: `.replace('"', '').replace('"', '')`. */
function isTrimming(facts: ModuleFacts, node: Expression): boolean {
  for (const outer of ancestorsOf(facts, node)) {
    if (outer.kind === 'loop') return true;
    if (outer.kind === 'function') return false;
  }
  return false;
}

function shown(pattern: Expression): string {
  return pattern.kind === 'literal' ? `'${String(pattern.value)}'` : 'match';
}

function fixOf(callee: Place, pattern: Expression): readonly TextEdit[] {
  if (pattern.kind === 'literal' && pattern.form === 'regex') {
    return [{ at: { start: pattern.at.end, end: pattern.at.end }, newText: 'g' }];
  }
  return [{ at: { start: callee.end, end: callee.end }, newText: 'All' }];
}
