import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGrammarFile } from './grammar-files.ts';
import type { ParseOutcome } from './parse-outcome.ts';
import { createSeries } from './parser.ts';
import type { SyntaxTree } from './tree.ts';

const GRAMMAR = 'tree-sitter-c.wasm';
const limits = { maxLength: 100_000, maxDepth: 200, timeoutMs: 10_000 };
const series = createSeries({ readGrammar: readGrammarFile, limits, now: () => performance.now() });

function treeOf(outcome: ParseOutcome): SyntaxTree {
  if (!('tree' in outcome)) throw new Error(outcome.problem);
  return outcome.tree;
}

describe('a series of texts', () => {
  it('gives the trees that each text has alone, when they parse', async () => {
    const line = fc.constantFrom('int a;', 'f(1);', 'a = 2;', 'if (a) b();', '{ }', '/* x */');
    const texts = fc
      .array(line, { minLength: 1, maxLength: 12 })
      .map((lines) => `void g(void) {\n${lines.join('\n')}\n}\n`);
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat(), async (text, from, length) => {
        const at = from % text.length;
        const blank = text.slice(at, at + (length % 30)).replace(/[^\n{}();]/g, ' ');
        const other = text.slice(0, at) + blank + text.slice(at + blank.length);
        const together = await series(GRAMMAR, (parse) => [parse(text), parse(other), parse(text)]);
        const alone = await Promise.all([text, other, text].map((one) => series(GRAMMAR, (parse) => parse(one))));
        const error = treeOf(alone[1] ?? { problem: 'none' }).typeNames.lastIndexOf('ERROR');
        fc.pre(alone.every((outcome) => !treeOf(outcome).types.includes(error)));
        expect(together.map(treeOf)).toEqual(alone.map(treeOf));
      }),
    );
  });

  it('goes on behind a text that is refused', async () => {
    const outcomes = await series(GRAMMAR, (parse) => [
      parse('int a;'),
      parse('x'.repeat(limits.maxLength + 1)),
      parse(`int a = ${'('.repeat(500)}1${')'.repeat(500)};`),
      parse('int b;'),
    ]);
    expect(outcomes.map((outcome) => 'tree' in outcome)).toEqual([true, false, false, true]);
    expect(outcomes[2]).toMatchObject({ problem: expect.stringContaining('nested too deeply') });
  });

  it('gives up a text that takes too long, and reads the next from its start', async () => {
    let time = 0;
    let step = 0;
    const slow = createSeries({ readGrammar: readGrammarFile, limits, now: () => (time += step) });
    const [late, next] = await slow(GRAMMAR, (parse) => {
      step = limits.timeoutMs;
      const first = parse('int f(int a) { return a + 1; }\n'.repeat(2000));
      step = 0;
      return [first, parse('int b;')];
    });
    expect(late).toEqual({ problem: 'The file could not be parsed within 10000 ms.' });
    expect(treeOf(next)).toEqual(treeOf(await series(GRAMMAR, (parse) => parse('int b;'))));
  });
});
