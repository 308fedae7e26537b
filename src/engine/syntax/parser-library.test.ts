import { expect, it } from 'vitest';
import { Parser } from 'web-tree-sitter';
import { openSyntax } from './open-syntax.ts';
import { language as c } from '../../extensions/languages/c/language.ts';

it('starts an instance of its own where somebody else has started the library before', async () => {
  await Parser.init();
  const { faults, functions } = await openSyntax({ languages: [c] }).outline({
    path: 'a.c',
    text: 'int f(void) { return 1; }',
  });
  expect(faults).toEqual([]);
  expect(functions.map(({ name }) => name)).toEqual(['f']);
});
