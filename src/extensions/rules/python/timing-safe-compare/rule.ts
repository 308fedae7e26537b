import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { importEdit } from '#engine/analysis/judges/import-edit.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CompareFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Words that tell a token of a user from one of a parser. */
const OF_A_USER: ReadonlySet<string> = new Set([
  'csrf',
  'xsrf',
  'auth',
  'api',
  'access',
  'session',
  'secret',
  'reset',
  'bearer',
  'stored',
  'expected',
  'valid',
  'admin',
  'user',
  'correct',
  'actual',
  'known',
  'real',
]);

export const rule: Rule = {
  id: 'python/timing-safe-compare',
  languages: ['python'],
  cwes: ['CWE-208', 'CWE-385'],
  title: 'Secret compared in variable time',
  severity: 'medium',
  rationale:
    'An ordinary comparison ends at the first difference, and the time it takes tells how much of a guess was right.',
  remediation: 'Compare secrets with hmac.compare_digest.',
  references: [
    'https://cwe.mitre.org/data/definitions/208.html',
    'https://cwe.mitre.org/data/definitions/385.html',
    'https://docs.python.org/3/library/hmac.html#hmac.compare_digest',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const compare of facts.compares) checkCompare(facts, compare, report);
    for (const {
      function: { parameters, body },
      nameAt,
    } of facts.functions.map((fact) => ({ ...fact, nameAt: fact.function.nameAt }))) {
      const secrets = parameters.map(({ name }) => name).filter((name) => secretKind(name) !== undefined);
      if (secrets.length < 2) continue;
      for (const node of walk(body, { intoFunctions: false })) {
        if (node.kind !== 'for-each' && node.kind !== 'loop') continue;
        const compare = firstItemCompare(node.body, secrets);
        if (compare === undefined) continue;
        report(compare.at.start >= nameAt.start ? compare.at : nameAt, {
          message: `'${secrets[0] ?? ''}' is compared item by item, up to the first difference.`,
          confidence: 'medium',
        });
        break;
      }
    }
  },
};

function firstItemCompare(body: Parameters<typeof walk>[0], secrets: readonly string[]): Expression | undefined {
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind !== 'compare' || (node.operator !== '!=' && node.operator !== '==')) continue;
    if (
      node.left.kind === 'index' &&
      node.right.kind === 'index' &&
      secrets.includes(lastName(node.left.object)) &&
      secrets.includes(lastName(node.right.object))
    )
      return node;
  }
  return undefined;
}

function checkCompare(facts: ModuleFacts, { expression, left, right, at }: CompareFact, report: Report): void {
  if (expression.operator !== '==' && expression.operator !== '!=') return;
  if ([left, right].some(isNothing) || isItem(expression.left) || isItem(expression.right)) return;
  const names = [lastName(expression.left), lastName(expression.right)] as const;
  const isKeyed = isHmac(left) || isHmac(right);
  const what = isKeyed ? 'code' : whatIsCompared(names, left, right);
  if (what === undefined) return;
  const isRemote = [left, right].some(({ taints }) => taints.some(({ kind }) => kind === 'remote'));
  const form = formOf(left);
  // A missing value, text beyond ASCII, and text against bytes make compare_digest raise.
  const isFixable = form !== undefined && form === formOf(right);
  const text = `hmac.compare_digest(${facts.textAt(expression.left.at)}, ${facts.textAt(expression.right.at)})`;
  report(at, {
    message: isKeyed
      ? 'An authentication code is compared in variable time.'
      : `'${what}' is compared in variable time.`,
    confidence: isKeyed || isRemote ? 'high' : 'medium',
    ...(isFixable && {
      fix: [
        ...importEdit(facts, 'hmac', 'import hmac'),
        { at, newText: expression.operator === '!=' ? `not ${text}` : text },
      ],
    }),
  });
}

/** What the value certainly is, when it is that and never nothing. */
function formOf({ name = '', constant, origin }: Value): 'text' | 'bytes' | undefined {
  if (/(?:^|\.)hexdigest\(\)$/.test(name)) return 'text';
  if (/(?:^|\.)digest\(\)$/.test(name)) return 'bytes';
  if (typeof constant?.value !== 'string' || origin?.kind !== 'literal') return undefined;
  if (origin.form === 'bytes') return 'bytes';
  return origin.form === undefined && !/[^ -~]/.test(constant.value) ? 'text' : undefined;
}

/** A literal, or an item that a counter picks: the loop around is what takes its time. */
function isItem(expression: Expression): boolean {
  return expression.kind === 'literal' || (expression.kind === 'index' && expression.index.kind !== 'literal');
}

function isNothing(value: Value): boolean {
  return value.constant !== undefined && (typeof value.constant.value !== 'string' || value.constant.value.length < 4);
}

function isHmac({ name }: Value): boolean {
  return name !== undefined && /(?:^|\.)hmac\.(?:new|HMAC|digest)\(\)(?:\.(?:hex)?digest\(\))?$/.test(name);
}

/** What a function made of the input: to guess it one would have to undo the function. */
function isComputed({ name, origin }: Value): boolean {
  return (
    origin?.kind === 'call' &&
    name?.endsWith('()') === true &&
    !/(?:get|strip|encode|decode|form|args|input)\(\)$/.test(name)
  );
}

/** Name of the secret that is on one side, while the other is no second entry of the same form. */
function whatIsCompared(names: readonly [string, string], left: Value, right: Value): string | undefined {
  if (names.some((name) => /nonce|confirm|repeat|again|retype|verify|2$|old|new|hash$/i.test(name))) return undefined;
  const kinds = names.map((name) => secretKind(name));
  const isRemote = [left, right].filter(({ taints }) => taints.some(({ kind }) => kind === 'remote')).length === 1;
  for (const [index, kind] of kinds.entries()) {
    const name = names[index] ?? '';
    const other = kinds[1 - index];
    if (kind === 'digest' && /signature|hmac|mac$/i.test(name) && (isRemote || other === 'digest')) return name;
    if (kind === 'password' && (other === 'password' || isRemote) && !isComputed(left) && !isComputed(right))
      return name;
    if (
      (kind === 'token' || kind === 'secret' || kind === 'key') &&
      (isRemote ||
        (other !== undefined && names.some((one) => identifierWords(one).some((word) => OF_A_USER.has(word)))))
    )
      return name;
  }
  return undefined;
}
