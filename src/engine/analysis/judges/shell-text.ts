import type { Value } from '../value.ts';
import { holesOf, isOpenHole, wordsWithBlanks, type Hole } from './text-holes.ts';

/** Holes of a command line that somebody else may fill. */
export function openShellHoles(value: Value): readonly Hole[] {
  return holesOf(value).filter((hole) => isOpenHole(hole.value, 'shell'));
}

/** Words that start with the name of a program and go on with its arguments. */
const COMMAND = /^\s*(?:·+\s+){0,2}(?:sudo\s+(?:-\w+\s+)*)?(?:[\w./~-]*\/)?[a-z][\w.+-]*(?:\s+\S|$)|^\s*·\s+-/;

/** Whether the text looks like a command line: a program's name, then arguments. */
export function isCommandText(value: Value): boolean {
  const words = wordsWithBlanks(value).slice(0, 2000);
  return COMMAND.test(words) && !/^\s*(?:select|insert|update|delete|create|drop|alter|with)\s/i.test(words);
}
