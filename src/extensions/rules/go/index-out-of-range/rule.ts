import type { CompareFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { decodedBounds } from './decoded-length.ts';

/** Characters of a function whose text is searched for each call. */
const LONGEST_FUNCTION = 40_000;

export const rule: Rule = {
  id: 'go/index-out-of-range',
  languages: ['go'],
  cwes: ['CWE-129', 'CWE-125', 'CWE-193'],
  title: 'Index that may lie outside',
  severity: 'medium',
  rationale: 'An index that is not below the length ends the program, so that one request stops it for all.',
  remediation: 'Compare the index with the length before it is used.',
  references: [
    'https://cwe.mitre.org/data/definitions/129.html',
    'https://cwe.mitre.org/data/definitions/125.html',
    'https://cwe.mitre.org/data/definitions/193.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const { at, object, index, within, expression } of facts.indexes) {
      if (expression.kind !== 'index' || object.form === 'record' || index.isNumeric !== true) continue;
      const taint = index.taints.find(({ kind }) => kind === 'remote');
      if (taint === undefined) continue;
      const compares = facts.compares.filter(
        (compare) =>
          compare.within === within &&
          /^[<>]/.test(compare.expression.operator) &&
          [compare.left, compare.right].some((side) => side.taints.some(({ source }) => source === taint.source)),
      );
      const isSigned = index.traits.some((trait) => /^strconv\.(?:Atoi|ParseInt)$/.test(trait));
      if (compares.length > 0 && !(isSigned && compares.every(isUpper))) continue;
      report(at, {
        message:
          compares.length > 0
            ? 'The index comes from the request and may be negative.'
            : 'The index comes from the request and is not compared with the length.',
        confidence: 'high',
        taint,
      });
    }
    for (const { at, name } of decodedBounds(facts)) {
      report(at, {
        message: `'${name}' was read from the data and is not compared with how much there is.`,
        confidence: 'medium',
        cwes: ['CWE-125', 'CWE-129'],
      });
    }
    checkPieces(facts, report);
    checkLast(facts, report);
  },
};

type Report = Parameters<NonNullable<Rule['check']>>[1];

/** `n >= len(items)`, which lets negative numbers pass. */
function isUpper({ expression: { left, right } }: CompareFact): boolean {
  return [left, right].some((side) => side.kind === 'call' && lastName(side.callee) === 'len');
}

/** `parts := strings.Split(text, ":")` and then `parts[1]`. */
function checkPieces(facts: ModuleFacts, report: Report): void {
  const seen = new Set<string>();
  for (const call of facts.calls) {
    if (!/\.(?:Split|SplitN|Fields)$/.test(calleeName(call)) || call.within === undefined) continue;
    if (!call.result.taints.some(({ kind }) => kind === 'remote')) continue;
    const name = nameOf(facts, call.expression);
    const text = facts.codeAt(call.within.function.at);
    if (
      name === undefined ||
      text.length > LONGEST_FUNCTION ||
      new RegExp(`\\blen\\(${name}\\)|range ${name}\\b`).test(text)
    )
      continue;
    for (const node of nodesOf(facts, 'index')) {
      if (node.object.kind !== 'name' || node.object.name !== name || node.index.kind !== 'literal') continue;
      if (node.index.value === 0 || node.at.start < call.at.start || node.at.end > call.within.function.at.end)
        continue;
      const key = String(call.at.start);
      if (seen.has(key)) continue;
      seen.add(key);
      report(node.at, {
        message: `Nothing says that '${name}' has so many parts.`,
        confidence: 'medium',
        cwes: ['CWE-129'],
      });
    }
  }
}

function nameOf(facts: ModuleFacts, made: Expression): string | undefined {
  for (const node of ancestorsOf(facts, made)) {
    if (node.kind !== 'assign') return undefined;
    const [target] = node.targets;
    return target?.kind === 'name' ? target.name : undefined;
  }
  return undefined;
}

/** `for i := 0; i <= len(items); i++ { items[i] }` */
function checkLast(facts: ModuleFacts, report: Report): void {
  for (const { expression } of facts.compares) {
    const { operator, left, right } = expression;
    if (operator !== '<=' || left.kind !== 'name' || right.kind !== 'call') continue;
    if (lastName(right.callee) !== 'len') continue;
    const list = writtenName(right.arguments[0]?.value);
    const loop = [...ancestorsOf(facts, expression)].find(({ kind }) => kind === 'loop');
    if (loop?.kind !== 'loop' || loop.test !== expression || list === '') continue;
    const isRead = nodesOf(facts, 'index').some(
      (node) =>
        node.at.start >= loop.at.start &&
        node.at.end <= loop.at.end &&
        writtenName(node.object) === list &&
        node.index.kind === 'name' &&
        node.index.name === left.name,
    );
    if (!isRead) continue;
    const sign = facts.textAt({ start: left.at.end, end: right.at.start });
    report(expression.at, {
      message: `The last round reads behind the end of '${list}'.`,
      confidence: 'high',
      cwes: ['CWE-193', 'CWE-125'],
      fix: [{ at: { start: left.at.end, end: right.at.start }, newText: sign.replace('<=', '<') }],
    });
  }
}
