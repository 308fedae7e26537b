import type { CallFact } from '../facts.ts';
import { wordsOf } from './constant-of.ts';

/** Known words of the command that a call runs, given as one text or as a list; unknown parts left out. */
export function commandText(call: CallFact): string {
  const command = call.argument(0, 'args');
  const words = [...(command?.fields?.values() ?? [])].map(wordsOf);
  return words.length > 0 ? words.join(' ') : wordsOf(command);
}
