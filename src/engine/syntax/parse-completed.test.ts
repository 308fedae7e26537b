import { describe, expect, it } from 'vitest';
import { language as c } from '../../extensions/languages/c/language.ts';
import { openSyntax } from './open-syntax.ts';
import { endOf, startOf, typeOf } from './tree.ts';

describe('parseCompleted', () => {
  it('reads functions without types, and places everything where it is in the file', async () => {
    const text = 'first(const char *text, int n) {\n  return n;\n}\n\nint g;\nsecond(int m)\n{\n  return m + 1;\n}\n';
    const outcome = await openSyntax({ languages: [c] }).tree({ path: 'a.c', text });
    if (!('tree' in outcome)) throw new Error(outcome.problem);
    const { tree } = outcome;
    const nodes = Array.from({ length: tree.size }, (_, node) => node);
    const texts = (type: string): string[] =>
      nodes
        .filter((node) => typeOf(tree, node) === type)
        .map((node) => text.slice(startOf(tree, node), endOf(tree, node)));

    expect(texts('function_definition')).toEqual([
      'first(const char *text, int n) {\n  return n;\n}',
      'second(int m)\n{\n  return m + 1;\n}',
    ]);
    expect(texts('return_statement')).toEqual(['return n;', 'return m + 1;']);
    expect(texts('ERROR')).toEqual([]);
    expect(tree.text).toBe(text);
  });
});
