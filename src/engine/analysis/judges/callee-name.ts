import type { CallFact } from '../facts.ts';

/** Most specific name of what is called; of a method on an unknown receiver `*.method`. */
export function calleeName(call: CallFact): string {
  return call.names[0] ?? '';
}

/** Whether a qualified name is `tail` or ends with it after a dot: `Crypto.Cipher.DES.new` ends with `DES.new`. */
export function endsWithName(name: string, tail: string): boolean {
  return name === tail || name.endsWith(`.${tail}`);
}

/** The last `count` segments of a qualified name. */
export function lastSegments(name: string, count: number): string {
  return name.split('.').slice(-count).join('.');
}

/** Name of the method or function alone. */
export function methodName(call: CallFact): string {
  const { callee } = call.expression;
  if (callee.kind === 'member') return callee.property;
  if (callee.kind === 'name') return callee.name;
  return lastSegments(calleeName(call), 1);
}
