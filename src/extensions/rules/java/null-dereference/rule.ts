import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { checkResults } from './nullable-results.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/null-dereference',
  languages: ['java'],
  cwes: ['CWE-476'],
  title: 'Use of what is null',
  severity: 'medium',
  rationale: 'The code itself says that the value can be null, and then throws a NullPointerException when it is.',
  remediation: 'Leave the method, or give the value something to be, before it is used.',
  references: ['https://cwe.mitre.org/data/definitions/476.html'],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    const once = (at: Expression['at'], name: string): void => {
      if (seen.has(at.start)) return;
      seen.add(at.start);
      report(at, { message: `'${name}' is used where it is null.`, confidence: 'high' });
    };
    checkLogical(facts, once);
    for (const one of facts.functions) checkBlocks(one, once);
    if (!isTestPath(facts.module.path))
      checkResults(facts, (at, name) => {
        if (seen.has(at.start)) return;
        seen.add(at.start);
        report(at, { message: `'${name}' is used although it may be null.`, confidence: 'medium' });
      });
  },
};

type Found = (at: Expression['at'], name: string) => void;

/** `x == null && x.isEmpty()`, `x != null || x.isEmpty()`. */
function checkLogical(facts: ModuleFacts, found: Found): void {
  for (const { operator, left, right } of nodesOf(facts, 'logical')) {
    if (operator === 'coalesce') continue;
    const name = nullTested(left, operator === 'and' ? '==' : '!=');
    if (name === undefined) continue;
    const use = usesIn([right], name)[0];
    if (use !== undefined) found(use.at, name);
  }
}

function checkBlocks({ function: one }: FunctionFact, found: Found): void {
  for (const node of walk(one.body, { intoFunctions: false })) {
    if (node.kind !== 'if') continue;
    const { name, whenNull } = branchesOf(node) ?? {};
    const use = name === undefined || whenNull === undefined ? undefined : firstUse(whenNull, name);
    if (use !== undefined && name !== undefined) found(use, name);
  }
  for (const block of blocksOf(one.body)) {
    for (const [index, statement] of block.entries()) {
      const { name, whenNull = [], otherwise = [] } = statement.kind === 'if' ? (branchesOf(statement) ?? {}) : {};
      if (name === undefined || otherwise.length > 0) continue;
      if (leaves(whenNull) || mentionsAssignment(whenNull, name)) continue;
      const next = block[index + 1];
      const use = next === undefined || !isStraight(next) ? undefined : firstUse([next], name);
      if (use !== undefined) found(use, name);
    }
  }
}

/** What runs where a name is null, and what where it is not, whichever way round the test is written. */
function branchesOf({
  test,
  then,
  otherwise,
}: Extract<Statement, { readonly kind: 'if' }>):
  | { readonly name: string; readonly whenNull: readonly Statement[]; readonly otherwise: readonly Statement[] }
  | undefined {
  const name = nullTested(test, '==');
  if (name !== undefined) return { name, whenNull: then, otherwise };
  const present = nullTested(test, '!=');
  return present === undefined ? undefined : { name: present, whenNull: otherwise, otherwise: then };
}

/** The name that a test finds to be null; `undefined` for other tests. */
function nullTested(test: Expression, operator: '==' | '!='): string | undefined {
  if (test.kind === 'unary' && test.operator === 'not')
    return nullTested(test.operand, operator === '==' ? '!=' : '==');
  if (test.kind !== 'compare' || test.operator !== operator) return undefined;
  const [name, constant] = test.left.kind === 'name' ? [test.left, test.right] : [test.right, test.left];
  return name.kind === 'name' && constant.kind === 'literal' && constant.value === null ? name.name : undefined;
}

/** Where the first statement that speaks of a name uses what it stands for; none when it is given a value first. */
function firstUse(statements: readonly Statement[], name: string): Expression['at'] | undefined {
  for (const statement of statements) {
    if (mentionsAssignment([statement], name)) return undefined;
    if (statement.kind === 'if' || statement.kind === 'loop' || statement.kind === 'try' || statement.kind === 'switch')
      return undefined;
    const [use] = usesIn([statement], name);
    if (use !== undefined) return use.at;
    if (statement.kind === 'return' || statement.kind === 'raise') return undefined;
  }
  return undefined;
}

function usesIn(roots: readonly (Expression | Statement)[], name: string): readonly Expression[] {
  const uses: Expression[] = [];
  for (const node of walk(roots, { intoFunctions: false })) {
    // What stands behind another test may be reached for other values only.
    if (node.kind === 'conditional' || node.kind === 'logical') return uses;
    if (node.kind === 'member' && node.object.kind === 'name' && node.object.name === name) uses.push(node);
  }
  return uses;
}

function mentionsAssignment(statements: readonly Statement[], name: string): boolean {
  for (const node of walk(statements, { intoFunctions: false })) {
    const targets = node.kind === 'assign' ? node.targets : node.kind === 'assignment' ? [node.target] : [];
    if (targets.some((target) => target.kind === 'name' && target.name === name)) return true;
  }
  return false;
}

/** Calls after which nothing goes on. */
const ENDING = /^(?:exit|fail|halt|abort|sendError|sendRedirect|throw\w*)$/;

function leaves(statements: readonly Statement[]): boolean {
  return statements.some(
    (statement) =>
      /^(?:return|raise|break|continue)$/.test(statement.kind) ||
      statement.kind === 'if' ||
      statement.kind === 'try' ||
      (statement.kind === 'block' && leaves(statement.body)) ||
      (statement.kind === 'evaluate' && statement.value.kind === 'call' && ENDING.test(lastOf(statement.value.callee))),
  );
}

function lastOf(callee: Expression): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}

function isStraight({ kind }: Statement): boolean {
  return kind === 'assign' || kind === 'evaluate' || kind === 'return' || kind === 'declare';
}

function* blocksOf(body: readonly Statement[]): Generator<readonly Statement[]> {
  yield body;
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind === 'if') {
      yield node.then;
      yield node.otherwise;
    } else if (
      node.kind === 'loop' ||
      node.kind === 'for-each' ||
      node.kind === 'try' ||
      node.kind === 'block' ||
      node.kind === 'with'
    )
      yield node.body;
  }
}
