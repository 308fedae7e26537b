import { expect, it } from 'vitest';
import { entryOf, programFile } from './entry-of.ts';

const files = (...texts: readonly (readonly [path: string, text: string])[]) =>
  texts.map(([path, text]) => ({ path, text }));

it.each([
  ['the one that was named', 'b.py', files(['main.py', ''], ['b.py', '']), 'b.py'],
  ['one with a usual name', undefined, files(['a.py', ''], ['shop/main.py', '']), 'shop/main.py'],
  [
    'the one that no other loads',
    undefined,
    files(['parts.py', 'def f(): pass'], ['shop.py', 'from parts import f\n']),
    'shop.py',
  ],
  [
    'no test, which loads everything',
    undefined,
    files(['test_shop.py', 'import shop'], ['shop.py', 'print(1)']),
    'shop.py',
  ],
  ['the first where each loads another', undefined, files(['a.py', 'import b'], ['b.py', 'import a']), 'a.py'],
  ['nothing where there is no such file', undefined, files(['a.txt', '']), ''],
])('starts %s', (_, entry, given, expected) => {
  expect(entryOf({ files: given, ...(entry === undefined ? {} : { entry }) }, ['.py'])).toBe(expected);
});

it('knows what JavaScript loads', () => {
  const program = {
    files: files(
      ['lib/expression.js', 'export const evaluate = 1;'],
      ['escape-text.js', 'module.exports = 1;'],
      ['render.js', "import { evaluate } from './lib/expression.js';\nconst text = require('./escape-text');"],
    ),
  };

  expect(entryOf(program, ['.js'])).toBe('render.js');
});

it('starts a driver, and tells it where the program lies', () => {
  const program = { driver: { path: 'driver.py', text: '' }, files: files(['shop.py', '']) };

  expect(entryOf(program, ['.py'])).toBe('driver.py');
  expect(programFile(program, ['.py'])).toEqual({ PROGRAM_FILE: './shop.py' });
});
