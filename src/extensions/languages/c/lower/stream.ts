import type { Expression } from '#engine/analysis/ir.ts';
import type { Lowering } from './lowering.ts';

/** Names that are streams wherever they stand. */
const STREAM = /^(?:std\s*::\s*)?w?(?:cin|cout|cerr|clog)$/;

/**
 * `cout << a << b` and `cin >> a >> b` are calls of `cout` and `cin`, not sums of bits: the method is called `operator<<` or
 * `operator>>`. What is put into a stream is one argument, the text that its parts make; what is taken out is one argument
 * each. Told by the name of the stream, or by standing where nobody takes the result.
 */
export function lowerStream(context: Lowering, node: number, isStatement: boolean): Expression | undefined {
  if (!context.isCpp) return undefined;
  const operator = operatorOf(context, node);
  if (operator !== '<<' && operator !== '>>') return undefined;
  const operands: number[] = [];
  let at = node;
  while (context.type(at) === 'binary_expression' && operatorOf(context, at) === operator) {
    const right = context.child(at, 'right');
    const left = context.child(at, 'left');
    if (right < 0 || left < 0) return undefined;
    operands.push(right);
    at = left;
  }
  if (/_literal$/.test(context.type(at))) return undefined;
  if (!isStatement && (context.end(at) - context.start(at) > 20 || !STREAM.test(context.source(at)))) return undefined;
  const place = context.place(node);
  const parts = operands.reverse().map((operand) => context.expression(operand));
  const texts = parts.map(lineEnd).filter((part) => !isManipulator(part));
  return {
    kind: 'call',
    callee: { kind: 'member', object: context.expression(at), property: `operator${operator}`, at: context.place(at) },
    arguments:
      operator === '>>'
        ? parts.map((value) => ({ value }))
        : [
            {
              value:
                texts.length === 1 && texts[0] !== undefined ? texts[0] : { kind: 'template', parts: texts, at: place },
            },
          ],
    at: place,
  };
}

function operatorOf(context: Lowering, node: number): string {
  const sign = context.child(node, 'operator');
  return sign < 0 ? '' : context.source(sign);
}

function lineEnd(part: Expression): Expression {
  const isEnd = (part.kind === 'name' && part.name === 'endl') || (part.kind === 'member' && part.property === 'endl');
  return isEnd ? { kind: 'literal', value: '\n', at: part.at } : part;
}

const MANIPULATOR = /^(?:flush|hex|dec|oct|fixed|scientific|left|right|boolalpha|setw|setprecision|setfill|setbase)$/;

/** What changes how a stream writes and writes nothing. */
function isManipulator(part: Expression): boolean {
  const name = part.kind === 'call' ? part.callee : part;
  return (
    (name.kind === 'name' && MANIPULATOR.test(name.name)) || (name.kind === 'member' && MANIPULATOR.test(name.property))
  );
}
