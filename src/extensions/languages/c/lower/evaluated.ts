import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { commaParts } from './expression-parts.ts';
import type { Lowering } from './lowering.ts';
import { lowerStream } from './stream.ts';

/** An expression whose value nobody takes: assignments and the like become statements, `a, b` becomes two of them. */
export function lowerEvaluated(context: Lowering, node: number, around: number, into: Statement[]): void {
  let inner = node;
  while (context.type(inner) === 'parenthesized_expression') {
    const [next] = context.children(inner);
    if (next === undefined) return;
    inner = next;
  }
  const at = context.place(around);
  switch (context.type(inner)) {
    case 'comma_expression':
      for (const part of commaParts(context, inner)) lowerEvaluated(context, part, part, into);
      return;
    case 'gnu_asm_expression':
      lowerAssembly(context, inner, into);
      return;
    case 'delete_expression': {
      const value = context.expression(inner);
      const target: Expression = value.kind === 'unary' ? value.operand : value;
      const isArray = context.has(inner, '[');
      into.push({ kind: 'delete', targets: [target], ...(isArray ? { isArray } : {}), at });
      return;
    }
    case 'assignment_expression': {
      const value = context.expression(inner);
      if (value.kind !== 'assignment') break;
      const { target, operator } = value;
      into.push({
        kind: 'assign',
        targets: [target],
        value: value.value,
        ...(operator === undefined ? {} : { operator }),
        at,
      });
      return;
    }
    default:
  }
  const value = lowerStream(context, inner, true) ?? context.expression(inner);
  const [test] = value.kind === 'call' ? value.arguments : [];
  if (value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'assert' && test !== undefined) {
    into.push({ kind: 'assert', test: test.value, at });
  } else into.push({ kind: 'evaluate', value, at });
}

/** What assembly code puts out is put into the variables that it names: `asm("..." : "=r"(word) : "r"(value))`. */
function lowerAssembly(context: Lowering, node: number, into: Statement[]): void {
  const operands = (field: string, visit: (value: number) => void): void => {
    const list = context.child(node, field);
    if (list < 0) return;
    for (const operand of context.children(list)) {
      const value = context.child(operand, 'value');
      if (value >= 0) visit(value);
    }
  };
  const parts: Expression[] = [];
  operands('input_operands', (value) => parts.push(context.expression(value)));
  operands('output_operands', (value) => {
    const at = context.place(value);
    into.push({ kind: 'assign', targets: [context.expression(value)], value: { kind: 'unknown', parts, at }, at });
  });
}
