import type { Expression, Statement } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

/** An expression whose value nobody takes: assignments and the like become statements, `a, b` becomes two of them. */
export function lowerEvaluated(
  context: Lowering,
  { node, around }: { readonly node: number; readonly around: number },
  into: Statement[],
): void {
  let inner = node;
  while (context.kind(inner) === KIND.parenthesized) {
    const next = context.first(inner);
    if (next < 0) return;
    inner = next;
  }
  const at = context.place(around);
  switch (context.kind(inner)) {
    case KIND.functionExpression:
      // One without its end is no declaration to the parser.
      if (inner !== node || context.child(inner, FIELD.name) < 0) break;
      into.push({ kind: 'function', function: context.lower.function(context, inner, []), at });
      return;
    case KIND.assignment:
      into.push(lowerAssign(context, { node: inner, around }));
      return;
    case KIND.augmented: {
      const { target, value, operator } = augmented(context.expression(inner));
      into.push({ kind: 'assign', targets: [target], value, ...(operator === undefined ? {} : { operator }), at });
      return;
    }
    case KIND.update: {
      const updated = context.expression(inner);
      if (updated.kind !== 'unary') break;
      const operator = updated.operator === 'decrement' ? '-' : '+';
      const one: Expression = { kind: 'literal', value: 1, at };
      into.push({ kind: 'assign', targets: [updated.operand], value: one, operator, at });
      return;
    }
    case KIND.unary: {
      const value = context.expression(inner);
      if (value.kind === 'unary' && value.operator === 'delete') {
        into.push({ kind: 'delete', targets: [value.operand], at });
      } else into.push({ kind: 'evaluate', value, at });
      return;
    }
    case KIND.sequence: {
      const end = context.next(inner);
      for (let part = inner + 1; part < end; part = context.next(part)) {
        const kind = context.kind(part);
        if (kind === KIND.sign || kind === KIND.comment) continue;
        if (kind === KIND.error) context.lower.broken(context, [part], into);
        else lowerEvaluated(context, { node: part, around: part }, into);
      }
      return;
    }
    default:
  }
  into.push({ kind: 'evaluate', value: context.expression(inner), at });
}

function augmented(lowered: Expression): { target: Expression; value: Expression; operator?: string } {
  return lowered.kind === 'assignment' ? lowered : { target: lowered, value: lowered };
}

/** `a = b = v` is one statement with two targets. */
function lowerAssign(
  context: Lowering,
  { node, around }: { readonly node: number; readonly around: number },
): Statement {
  const targets: Expression[] = [];
  let at = node;
  while (context.kind(at) === KIND.assignment) {
    const left = context.child(at, FIELD.left);
    const right = context.child(at, FIELD.right);
    if (left < 0 || right < 0) break;
    targets.push(context.expression(left));
    at = right;
  }
  return { kind: 'assign', targets, value: context.expression(at), at: context.place(around) };
}
