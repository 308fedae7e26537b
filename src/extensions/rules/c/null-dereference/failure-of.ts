import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Statement } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

/** How a function says that it failed, as a statement; `undefined` where that is not certain. */
export function failureOf(facts: ModuleFacts, around: IrFunction): string | undefined {
  const kind = returned(facts, around);
  if (kind === 'nothing') return 'return;';
  const said = new Set(failures(facts, around));
  if (said.size > 1) return undefined;
  const [only] = said;
  if (only !== undefined) return `return ${only};`;
  if (kind === 'pointer') return 'return NULL;';
  return around.name === 'main' && facts.memory?.entries.has('main') === true ? 'return 1;' : undefined;
}

/** What stands before the name of a function says what it returns. */
function returned(facts: ModuleFacts, { at, nameAt, isMethod }: IrFunction): 'nothing' | 'pointer' | 'other' {
  const words = facts.codeText.slice(at.start, nameAt.start).trim();
  // A lambda, a constructor or a method that is defined elsewhere.
  if (isMethod || !/^[\w\s*]+$/.test(words)) return 'other';
  if (words.endsWith('*')) return 'pointer';
  return /(?:^|\s)void$/.test(words) ? 'nothing' : 'other';
}

/** What the function returns in blocks that a test for an error leads to. */
function failures(facts: ModuleFacts, { body }: IrFunction): readonly string[] {
  return [...walk(body, { intoFunctions: false })].flatMap((node) => {
    if (node.kind !== 'if' || node.otherwise.length > 0 || !isErrorTest(node.test)) return [];
    const last = lastOf(node.then);
    return last?.kind === 'return' && last.value !== undefined ? [facts.textAt(last.value.at)] : [];
  });
}

function lastOf(body: readonly Statement[]): Statement | undefined {
  const last = body.at(-1);
  return last?.kind === 'block' ? lastOf(last.body) : last;
}

/** `p == NULL`, `!p`, `n < 0`, `n == -1`, and any of them. */
function isErrorTest(test: Expression): boolean {
  if (test.kind === 'logical') return isErrorTest(test.left) && isErrorTest(test.right);
  if (test.kind === 'unary') return test.operator === 'not';
  if (test.kind !== 'compare') return false;
  const { operator, right } = test;
  const isZero = right.kind === 'literal' && right.value === 0;
  const isNull = right.kind === 'literal' && right.value === null;
  const isMinus = right.kind === 'unary' && right.operator === 'minus';
  return operator === '==' ? isNull || isMinus : operator === '<' && isZero;
}
