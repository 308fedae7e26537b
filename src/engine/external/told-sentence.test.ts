import { expect, it } from 'vitest';
import { toldSentence } from './told-sentence.ts';

it.each([
  ['Buffer is\n  accessed out of bounds.', 'Buffer is accessed out of bounds.'],
  ['Array index 10', 'Lint says: Array index 10.'],
  ["'x' is never freed...", "Lint says: 'x' is never freed."],
  [' \n', 'Lint reports something here.'],
  [`A${'a'.repeat(700)}.`, `Lint says: A${'a'.repeat(599)}.`],
])('makes a sentence of %j', (text, expected) => {
  expect(toldSentence('Lint', text)).toBe(expected);
});
