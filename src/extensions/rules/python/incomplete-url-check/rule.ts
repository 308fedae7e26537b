import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { identifierWords } from '#engine/analysis/judges/identifier-words.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const DOMAIN_ENDS = 'com|org|net|edu|gov|mil|io|dev|app|info|co|uk|de|fr|eu|cn|jp';
/** A host name, or the end of one, with nothing before it that keeps it from being a part of another. */
const HOST = new RegExp(`^(?:[\\w-]+\\.)+(?:${DOMAIN_ENDS})/?$`, 'i');
const TOP_LEVEL = new RegExp(`^\\.(?:${DOMAIN_ENDS})/?$`, 'i');
const ORIGIN = new RegExp(`^https?://(?:[\\w-]+\\.)+(?:${DOMAIN_ENDS})$`, 'i');
/** A dot that stands for any character, before the end of a host name. */
const OPEN_DOT = new RegExp(`[a-z\\d)]\\.(?:${DOMAIN_ENDS})(?![\\w-])`, 'i');
/** `[a-z]+.[a-z]+`: the same set on both sides of a dot that was meant as one. */
const OPEN_DOT_BETWEEN = /(\[[^\]\\]{2,40}\][+*])\.\1/;
const MATCHES = /^re\.(?:compile|match|fullmatch|search)$/;
const ADDRESSES: ReadonlySet<string> = new Set([
  'url',
  'uri',
  'target',
  'host',
  'hostname',
  'domain',
  'netloc',
  'link',
  'redirect',
  'next',
  'origin',
  'referer',
  'referrer',
  'address',
  'href',
]);

export const rule: Rule = {
  id: 'python/incomplete-url-check',
  languages: ['python'],
  cwes: ['CWE-20', 'CWE-625'],
  title: 'Incomplete check of an address',
  severity: 'medium',
  rationale: 'Another host with the expected name inside its own passes the check.',
  remediation: 'Parse the address and compare its whole host name; escape the dots of a pattern.',
  references: [
    'https://cwe.mitre.org/data/definitions/20.html',
    'https://cwe.mitre.org/data/definitions/625.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: ({ calls, compares }, report) => {
    for (const call of calls) {
      const pattern = MATCHES.test(calleeName(call)) ? textOf(call.argument(0, 'pattern')) : undefined;
      if (pattern !== undefined && (OPEN_DOT.test(pattern) || OPEN_DOT_BETWEEN.test(pattern))) {
        report(call.at, { message: 'A dot in the pattern stands for any character.', confidence: 'medium' });
        continue;
      }
      const { callee } = call.expression;
      const text = textOf(call.argument(0));
      if (callee.kind !== 'member' || text === undefined || call.receiver === undefined) continue;
      if (!isAddress(callee.object, call.receiver)) continue;
      const isEnd = callee.property === 'endswith' && (HOST.test(text) || TOP_LEVEL.test(text));
      const isStart = callee.property === 'startswith' && ORIGIN.test(text);
      if (!isEnd && !isStart) continue;
      report(call.at, {
        message: `Other hosts, too, have addresses that ${isEnd ? 'end' : 'begin'} with '${text}'.`,
        confidence: 'medium',
      });
    }
    for (const { expression, left, right, at } of compares) {
      if (expression.operator !== 'in' && expression.operator !== 'not in') continue;
      const text = textOf(left);
      if (
        text === undefined ||
        !(HOST.test(text) || ORIGIN.test(text)) ||
        right.form !== undefined ||
        !isAddress(expression.right, right)
      )
        continue;
      report(at, { message: `Other hosts, too, have addresses with '${text}' in them.`, confidence: 'medium' });
    }
  },
};

/** Whether a value is an address by its name, and comes from outside. */
function isAddress(written: Expression, { taints }: Value): boolean {
  if (taints.some(({ kind }) => kind === 'remote')) return true;
  return (
    taints.some(({ kind }) => kind === 'parameter') &&
    identifierWords(lastName(written)).some((word) => ADDRESSES.has(word))
  );
}
