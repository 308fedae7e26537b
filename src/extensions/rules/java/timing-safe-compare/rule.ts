import { identifierWords } from '#engine/analysis/identifier-words.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

const DIGESTS: ReadonlySet<string> = new Set(['signature', 'hmac', 'mac', 'digest']);
const TOKENS = /(?:api|csrf|xsrf|access|auth|reset|secret)_?(?:token|key)$/i;
/** What a digest is compared with to learn about its kind. */
const ABOUT = /algorithm|type|name|length|size|version|format|header|null|empty/i;

export const rule: Rule = {
  id: 'java/timing-safe-compare',
  languages: ['java'],
  cwes: ['CWE-208'],
  title: 'Comparison that takes longer the more is right',
  severity: 'low',
  rationale: 'Whoever measures how long the comparison takes learns the expected value piece by piece.',
  remediation: 'Compare with MessageDigest.isEqual.',
  references: [
    'https://cwe.mitre.org/data/definitions/208.html',
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/security/MessageDigest.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of nodesOf(facts, 'compare')) {
      // `==` asks of Java's objects whether they are one.
      if (node.operator !== '==' || !/\.equals\b/.test(facts.codeAt(node.at))) continue;
      const name = genuineName(node.left) ?? genuineName(node.right);
      if (name === undefined || isPlain(node.left) || isPlain(node.right)) continue;
      report(node.at, { message: `'${name}' is compared in a time that depends on its value.`, confidence: 'medium' });
    }
    checkArrays(facts, report);
  },
};

/** `Arrays.equals(mac, expected)`, which `MessageDigest.isEqual` can stand in for. */
function checkArrays(facts: ModuleFacts, report: Report): void {
  for (const node of nodesOf(facts, 'call')) {
    if (!/^(?:java\.util\.)?Arrays\.equals$/.test(writtenName(node.callee)) || node.arguments.length !== 2) continue;
    const name = node.arguments.map(({ value }) => genuineName(value)).find((one) => one !== undefined);
    if (name === undefined) continue;
    report(node.at, {
      message: `'${name}' is compared in a time that depends on its value.`,
      confidence: 'medium',
      fix: [{ at: node.callee.at, newText: 'java.security.MessageDigest.isEqual' }],
    });
  }
}

function genuineName(expression: Expression): string | undefined {
  const name = lastName(expression);
  if (name === '' || ABOUT.test(name)) return undefined;
  return identifierWords(name).some((word) => DIGESTS.has(word)) || TOKENS.test(name) ? name : undefined;
}

/** A constant is no secret: `signature.equals(LOCAL_HEADER)` asks what kind of file it is. */
function isPlain(expression: Expression): boolean {
  return expression.kind === 'literal' || /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(lastName(expression));
}
