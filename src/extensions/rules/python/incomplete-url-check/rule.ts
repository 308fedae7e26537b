import type { CallFact, CompareFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const ENDINGS = 'com|org|net|edu|gov|io|co|de|uk|fr|eu|info|dev|app|cloud|ru|cn|jp';
/** `example.com`, `www.example.com/`, `https://example.com`, `.com/`. */
const HOST = new RegExp(`^(?:https?://)?(?:[\\w-]+\\.)*[\\w-]*\\.(?:${ENDINGS})/?$`, 'i');
/** A dot that matches anything, right before the last part of a host. */
const LOOSE_HOST = new RegExp(
  `(?:[\\w)\\]]|\\\\w[+*]?)(?<!\\\\)\\.(?:[\\w-]+(?:\\\\)?\\.)?(?:${ENDINGS})(?![\\w])`,
  'i',
);
/** Names of what holds an address. */
const ADDRESSES: ReadonlySet<string> = new Set(
  'url uri link href host hostname domain target redirect next origin referer referrer address site'.split(' '),
);

export const rule: Rule = {
  id: 'python/incomplete-url-check',
  languages: ['python'],
  cwes: ['CWE-20'],
  title: 'Check of an address that others pass, too',
  severity: 'medium',
  rationale:
    'The name of a trusted host may stand anywhere in the address of another one, such as in its path or in a longer host name.',
  remediation: 'Parse the address with urllib.parse.urlparse and compare its hostname as a whole.',
  references: [
    'https://cwe.mitre.org/data/definitions/20.html',
    'https://docs.python.org/3/library/urllib.parse.html#url-parsing-security',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const compare of facts.compares) if (isContained(compare)) report(compare.at, found('is only looked for in'));
    for (const call of facts.calls) {
      const finding = judgeCall(call);
      if (finding !== undefined) report(call.expression.at, finding);
    }
  },
};

function found(how: string): RuleFinding {
  return { message: `The name of the host ${how} the address.`, confidence: 'medium' };
}

/** `'example.com' in url`. */
function isContained({ expression, left, right }: CompareFact): boolean {
  if (expression.operator !== 'in' && expression.operator !== 'not in') return false;
  return HOST.test(textOf(left) ?? '') && right.form === undefined && isAddress(expression.right, right);
}

function judgeCall(call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  const text = textOf(call.argument(0, 'pattern')) ?? '';
  const subject = call.expression.callee.kind === 'member' ? call.expression.callee.object : undefined;
  if (subject !== undefined && call.receiver !== undefined && HOST.test(text) && isAddress(subject, call.receiver)) {
    if (name === 'endswith' && !/^[./@]|^https?:/.test(text)) return found('is compared with the end of');
    if (name === 'endswith' && /^\.\w+\/?$/.test(text)) return found('is compared with the end of');
    if (name === 'startswith' && !text.endsWith('/')) return found('is compared with the beginning of');
  }
  if (!/^re\.(?:compile|match|search|fullmatch)$/.test(call.names[0] ?? '') || !LOOSE_HOST.test(text)) return undefined;
  return { message: 'A dot of the host in the regular expression stands for any character.', confidence: 'medium' };
}

function isAddress(expression: Expression, { taints }: Value): boolean {
  if (taints.some(({ kind }) => kind === 'remote')) return true;
  return identifierWords(lastName(expression)).some((word) => ADDRESSES.has(word));
}
