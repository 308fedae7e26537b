import type { ChangeCheck, Version } from './change.ts';
import { isSound } from './version-index.ts';

/** Below this a program is so small that replacing its one function by a library's halves it. */
const FEWEST_STATEMENTS = 15;
const LEAST_SHARE = 0.4;

/** A program that shrank to less than 40 % of its statements: nobody asked for less of it. */
export const sizeCollapsed: ChangeCheck = {
  name: 'size-collapsed',
  find: ({ before, after }) => {
    if (before === undefined || !isSound(before) || !isSound(after)) return [];
    const had = statementsOf(before);
    const has = statementsOf(after);
    if (had < FEWEST_STATEMENTS || has >= had * LEAST_SHARE) return [];
    const path = after.files[0]?.path ?? before.files[0]?.path ?? '';
    return [
      { check: 'size-collapsed', path, line: 1, message: `The program shrank from ${had} statements to ${has}.` },
    ];
  },
};

function statementsOf({ outlines }: Version): number {
  return outlines.reduce((sum, { statements = 0 }) => sum + statements, 0);
}
