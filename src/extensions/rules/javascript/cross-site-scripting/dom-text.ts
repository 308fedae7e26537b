import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

const READS = /^(?:innerText|textContent)$/;
/** Methods that leave most of a text as it is. */
const KEEPING =
  /^(?:replace|replaceAll|trim|toString|slice|substring|substr|toLowerCase|toUpperCase|concat|normalize)$/;

/** Whether the value is read from the page as text: what was escaped there no longer is. */
export function isDomText(facts: ModuleFacts, sink: SinkFact): boolean {
  const { value, call } = sink;
  if (/\.(?:innerText|textContent)$/.test(value.name ?? '')) return true;
  if (value.origin !== undefined && readsText(value.origin)) return true;
  const written = call?.expression.arguments.find(
    (argument) => argument.value.at.start === sink.argumentAt.start,
  )?.value;
  if (written !== undefined && readsText(written)) return true;
  const text = facts.textAt(sink.argumentAt);
  return (
    /^[\w$]+$/.test(text) &&
    facts.assignments.some(
      ({ within, name, valueAt }) =>
        within === sink.within &&
        name === text &&
        /\.(?:textContent|innerText)$|\.text\(\)$/.test(facts.codeAt(valueAt)),
    )
  );
}

function readsText(expression: Expression): boolean {
  if (expression.kind === 'member') return READS.test(expression.property);
  if (expression.kind === 'logical') return readsText(expression.left) || readsText(expression.right);
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return false;
  const { property, object } = expression.callee;
  if (KEEPING.test(property)) return !removesMarkup(expression) && readsText(object);
  if (property === 'val' || property === 'text') return expression.arguments.length === 0;
  return /^(?:attr|data|getAttribute)$/.test(property) && expression.arguments.length === 1;
}

function removesMarkup(call: Extract<Expression, { kind: 'call' }>): boolean {
  const first = call.arguments[0]?.value;
  return (
    first !== undefined &&
    [...walk([first])].some(
      (node) => node.kind === 'literal' && node.form === 'regex' && /[<>&]/.test(String(node.value)),
    )
  );
}
