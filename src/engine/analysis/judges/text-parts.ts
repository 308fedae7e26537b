import type { Expression } from '../ir.ts';

/** Parts of a text that an expression puts together, in their order. */
export function textParts(value: Expression, most = 200): readonly Expression[] {
  const parts: Expression[] = [];
  const stack: Expression[] = [value];
  for (let at = stack.pop(); at !== undefined && parts.length < most; at = stack.pop()) {
    if (at.kind === 'binary' && at.operator === '+') stack.push(at.right, at.left);
    else if (at.kind === 'template') stack.push(...at.parts.toReversed());
    else if (at.kind === 'cast') stack.push(at.operand);
    else if (at.kind === 'call' && isText(at.callee) && at.arguments.length === 1)
      stack.push(...at.arguments.map((argument) => argument.value));
    else parts.push(at);
  }
  return parts;
}

/** `std::string("…")` */
function isText(callee: Expression): boolean {
  return (callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '') === 'string';
}
