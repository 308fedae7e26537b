import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Ways of handing an input on that leave a password as it is. */
const UNCHANGED: ReadonlySet<string> = new Set([
  'get',
  'strip',
  'encode',
  'decode',
  'getlist',
  'str',
  'input',
  'getpass',
  'form',
  'pop',
  'json',
  'get_json',
  'argument',
  'get_argument',
]);

/** Python's name for the object itself. */
export function isSelf(expression: Expression): boolean {
  return expression.kind === 'name' && expression.name === 'self';
}

/** Whether something of this name is a password that somebody chose; no code for one use. */
export function isPasswordName(name: string): boolean {
  return secretKind(name) === 'password' && !/otp|pin|code$/i.test(name);
}

/** Whether a password goes in: by its name, with what wraps it looked through. */
export function isPassword(expression: Expression): boolean {
  switch (expression.kind) {
    case 'binary':
      return isPassword(expression.left) || isPassword(expression.right);
    case 'template':
      return expression.parts.some(isPassword);
    case 'call': {
      const { callee } = expression;
      if (callee.kind === 'member' && isPassword(callee.object)) return true;
      return isPasswordName(lastName(expression)) || expression.arguments.some(({ value }) => isPassword(value));
    }
    default:
      return isPasswordName(lastName(expression));
  }
}

/** Whether a value came from outside and went through nothing that changes it. */
export function isPlainInput(value: Value): boolean {
  if (!value.taints.some(({ kind }) => kind === 'remote' || kind === 'parameter')) return false;
  return isUnchanged(value.origin);
}

function isUnchanged(origin: Expression | undefined): boolean {
  switch (origin?.kind) {
    case undefined:
    case 'name':
    case 'index':
    case 'member':
      return true;
    case 'call':
      return UNCHANGED.has(origin.callee.kind === 'member' ? origin.callee.property : lastName(origin.callee));
    default:
      return false;
  }
}
