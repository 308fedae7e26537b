import type { CallFact } from '../facts.ts';
import { lastName } from './written-name.ts';

/** What the receiver of a method is called where it is called; empty for a function. */
export function receiverName({ expression: { callee } }: CallFact): string {
  return callee.kind === 'member' || callee.kind === 'index' ? lastName(callee.object) : '';
}
