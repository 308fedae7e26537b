import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { isLimitedAbove } from '#engine/analysis/judges/upper-limit.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

const LARGEST = 2_147_483_647;
/** From how many days, users or kilobytes on a product is too large in practice. */
const LIKELY = 10_000;

export const rule: Rule = {
  id: 'java/integer-overflow',
  languages: ['java'],
  cwes: ['CWE-190', 'CWE-680', 'CWE-681'],
  title: 'Number that may wrap around',
  severity: 'medium',
  rationale: 'A sum or product that is too large becomes small or negative, and every test and size after it is wrong.',
  remediation:
    'Calculate with Math.addExact or multiplyExact, in long, or compare without adding: length > size - offset.',
  references: [
    'https://cwe.mitre.org/data/definitions/190.html',
    'https://cwe.mitre.org/data/definitions/680.html',
    'https://cwe.mitre.org/data/definitions/681.html',
    'https://wiki.sei.cmu.edu/confluence/display/java/NUM00-J.+Detect+or+prevent+integer+overflow',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path)) return;
    for (const one of facts.functions) checkFunction(facts, one, report);
  },
};

function checkFunction(facts: ModuleFacts, one: FunctionFact, report: Report): void {
  const { function: own } = one;
  const numbers = new Set(own.parameters.filter(({ type }) => type?.name === 'int').map(({ name }) => name));
  for (const node of walk(own.body, { intoFunctions: false })) {
    if (node.kind === 'assign') checkWidened(facts, one, node, numbers, report);
    if (node.kind === 'compare' && /^(?:>|>=)$/.test(node.operator)) checkSum(facts, one, node, numbers, report);
    else if (node.kind === 'call' && /\[\]$/.test(lastName(node.callee)))
      checkSize(facts, one, node.arguments[0]?.value, numbers, report);
    else if (
      node.kind === 'call' &&
      /^Math\.abs$/.test(writtenName(node.callee)) &&
      isAnyNumber(node.arguments[0]?.value)
    )
      report(node.at, {
        message: 'The smallest number has no absolute value: the result may be negative.',
        confidence: 'medium',
      });
    else if (node.kind === 'binary' && node.operator === '*' && one.route !== undefined)
      checkProduct(facts, one, node, report);
  }
}

/** `long period = days * 24 * 60 * 60 * 1000`: a product of an int and literals. */
function checkWidened(
  facts: ModuleFacts,
  { function: own }: FunctionFact,
  { targets, value }: Extract<Statement, { readonly kind: 'assign' }>,
  numbers: ReadonlySet<string>,
  report: Report,
): void {
  const product = value.kind === 'cast' ? value.operand : value;
  const [target] = targets;
  if (product.kind !== 'binary' || product.operator !== '*' || target?.kind !== 'name') return;
  const factors = factorsOf(product);
  const name = lastName(factors.find((factor) => factor.kind === 'name'));
  const literals = factors.flatMap((factor) => (factor.kind === 'literal' ? [Number(factor.value)] : []));
  if (!numbers.has(name) || literals.length !== factors.length - 1) return;
  if (literals.reduce((all, one) => all * one, 1) * LIKELY < LARGEST || isLimitedAbove(own, name)) return;
  if (
    /\dL\b|\(long\)/i.test(facts.codeAt(product.at)) ||
    !new RegExp(`\\blong\\s+${target.name}\\b`).test(facts.codeAt(own.at))
  )
    return;
  report(product.at, { message: `The product of '${name}' is an int before it becomes a long.`, confidence: 'medium' });
}

/** `if (offset + length > data.length) throw …`: the sum of two large numbers is negative. */
function checkSum(
  facts: ModuleFacts,
  { function: own }: FunctionFact,
  { left, right, at }: Extract<Expression, { readonly kind: 'compare' }>,
  numbers: ReadonlySet<string>,
  report: Report,
): void {
  if (left.kind !== 'binary' || left.operator !== '+') return;
  const parts = [left.left, left.right];
  if (!parts.every((part) => part.kind === 'name' && numbers.has(part.name))) return;
  const text = facts.codeAt(own.at);
  const names = parts.map((part) => lastName(part));
  if (/\baddExact\b|\(long\)|checkFromIndexSize/.test(text)) return;
  // `offset + length < 0` is the usual test for it.
  if (new RegExp(`${names[0]}\\s*\\+\\s*${names[1]}\\s*\\)?\\s*<|\\|\\s*${names[1]}\\s*\\)\\s*<`).test(text)) return;
  // Each on its own below the limit leaves their sum small.
  if (names.every((name) => comparesAlone(own.body, name, left))) return;
  report(at, {
    message: `The sum of '${names.join("' and '")}' may wrap around before it is compared with '${writtenName(right)}'.`,
    confidence: 'medium',
  });
}

function comparesAlone(body: FunctionFact['function']['body'], name: string, sum: Expression): boolean {
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind !== 'compare' || node.left === sum) continue;
    const isName = (side: Expression): boolean => side.kind === 'name' && side.name === name;
    const other = isName(node.left) ? node.right : isName(node.right) ? node.left : undefined;
    if (other !== undefined && other.kind !== 'literal') return true;
  }
  return false;
}

/** `new byte[width * height * 4]`, `new byte[(int) file.length()]`. */
function checkSize(
  facts: ModuleFacts,
  { function: own }: FunctionFact,
  size: Expression | undefined,
  numbers: ReadonlySet<string>,
  report: Report,
): void {
  if (size === undefined) return;
  const made = definitionOf(facts, size);
  if (made.kind === 'cast' && made.type.name === 'int') {
    const { operand } = made;
    const name = writtenName(operand);
    if (
      operand.kind === 'call' &&
      facts.codeAt(made.at).startsWith('(int)') &&
      /(?:file|File|path|attachment|blob|attributes|attrs|^f)\.(?:length|size)$|\.(?:getSize|getContentLengthLong)$/.test(
        name,
      ) &&
      !/MAX|max|limit|LIMIT/.test(facts.codeAt(own.at)) &&
      !isLimitedAbove(own, name)
    )
      report(made.at, { message: `'${name}' may be larger than an int can hold.`, confidence: 'medium' });
    return;
  }
  if (made.kind !== 'binary' || made.operator !== '*') return;
  const factors = factorsOf(made);
  const open = factors.filter(
    (factor) => factor.kind === 'name' && (numbers.has(factor.name) || isDecoded(facts, factor)),
  );
  if (open.length === 0 || open.some((factor) => isLimitedAbove(own, lastName(factor)))) return;
  const isDecodedOne = open.some((factor) => isDecoded(facts, factor));
  if (open.length < 2 && !isDecodedOne) return;
  if (/\bmultiplyExact\b|\(long\)|\blong\s/.test(facts.codeAt(own.at))) return;
  report(made.at, { message: 'The size may wrap around before the array is made.', confidence: 'medium' });
}

function isDecoded(facts: ModuleFacts, factor: Expression): boolean {
  const made = definitionOf(facts, factor);
  return (
    made.kind === 'call' &&
    made.callee.kind === 'member' &&
    /^(?:readInt|getInt|readUnsignedShort|parseInt)$/.test(made.callee.property)
  );
}

function factorsOf(value: Expression): readonly Expression[] {
  return value.kind === 'binary' && value.operator === '*' ? [...factorsOf(value.left), value.right] : [value];
}

/** `quantity * PRICE` of a number that a request gave. */
function checkProduct(
  facts: ModuleFacts,
  { function: own }: FunctionFact,
  product: Extract<Expression, { readonly kind: 'binary' }>,
  report: Report,
): void {
  const given = factorsOf(product).find(
    (factor) =>
      factor.kind === 'name' && own.parameters.some(({ name, type }) => name === factor.name && type?.name === 'int'),
  );
  if (
    given === undefined ||
    factorsOf(product).every((factor) => factor === given || (factor.kind === 'literal' && Number(factor.value) < 10))
  )
    return;
  const parameter = own.parameters.find(({ name }) => name === lastName(given));
  if (parameter === undefined || /@(?:Min|Max|Range|Positive|Valid)/.test(facts.codeAt(parameter.at))) return;
  if (
    isLimitedAbove(own, lastName(given)) ||
    /\bExact\b|Exact\(|\(long\)|BigDecimal|BigInteger/.test(facts.codeAt(own.at))
  )
    return;
  report(product.at, {
    message: `The product of '${lastName(given)}' of the request may wrap around.`,
    confidence: 'medium',
  });
}

/** A hash or a random number: the smallest int is one of them. */
function isAnyNumber(value: Expression | undefined): boolean {
  return (
    value?.kind === 'call' &&
    value.callee.kind === 'member' &&
    /^(?:hashCode|nextInt|nextLong)$/.test(value.callee.property) &&
    value.arguments.length === 0
  );
}
