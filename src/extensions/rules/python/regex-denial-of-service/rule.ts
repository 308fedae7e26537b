import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { canExplode } from '#engine/analysis/judges/regex-cost.ts';
import { remoteTaint, slowRegex } from '#engine/analysis/judges/slow-regex.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const MATCHING = /^re\.(match|search|fullmatch|sub|subn|split|findall|finditer|compile)$/;
/** Methods of a compiled expression that go through a text. */
const METHODS: ReadonlySet<string> = new Set([
  'match',
  'search',
  'fullmatch',
  'sub',
  'subn',
  'split',
  'findall',
  'finditer',
]);

export const rule: Rule = {
  id: 'python/regex-denial-of-service',
  languages: ['python'],
  cwes: ['CWE-1333', 'CWE-730'],
  title: 'Regular expression that takes too long',
  severity: 'medium',
  rationale: 'A short text made for the purpose keeps the matching, and with it the process, busy for minutes.',
  remediation:
    'Rewrite the expression so that no two repetitions can match the same text, or limit the length of the text.',
  references: [
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://cwe.mitre.org/data/definitions/730.html',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const method = MATCHING.exec(calleeName(call))?.[1];
      const source = method === undefined ? undefined : textOf(call.argument(0, 'pattern'));
      if (method === undefined || source === undefined || isVerbose(facts, call)) continue;
      const users = method === 'compile' ? usersOf(facts, call) : [call];
      const taint = remoteTaint(users.flatMap(({ arguments: given }) => given.map(({ value }) => value)));
      if (taint === undefined && !canExplode(source)) continue;
      const [translated, flags] = toJavaScript(source, users.every(isAnchored) && users.length > 0);
      const finding = slowRegex(translated, flags, taint);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

function isVerbose(facts: ModuleFacts, call: CallFact): boolean {
  return call.arguments.some(({ argument }) => /\bre\.(?:X|VERBOSE)\b/.test(facts.codeAt(argument.value.at)));
}

/** Calls of the methods of what `re.compile` gave. */
function usersOf(facts: ModuleFacts, compiled: CallFact): readonly CallFact[] {
  return facts.calls.filter(
    ({ expression: { callee } }) =>
      callee.kind === 'member' &&
      METHODS.has(callee.property) &&
      definitionOf(facts, callee.object) === compiled.expression,
  );
}

function isAnchored({ expression: { callee } }: CallFact): boolean {
  return callee.kind === 'member' && (callee.property === 'match' || callee.property === 'fullmatch');
}

/** The expression in JavaScript's syntax, with its flags. */
function toJavaScript(source: string, isAtStart: boolean): readonly [source: string, flags: string] {
  const inline = /^\(\?([aiLmsu]+)\)/.exec(source);
  const rest = inline === null ? source : source.slice(inline[0].length);
  const translated = rest
    .replaceAll('(?P<', '(?<')
    .replaceAll(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replaceAll('\\A', '^')
    .replaceAll(/\\[Zz]/g, '$');
  return [isAtStart ? `^(?:${translated})` : translated, (inline?.[1] ?? '').replaceAll(/[^ims]/g, '')];
}
