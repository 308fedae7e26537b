import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_DEPTH } from '#engine/analysis/front-end.ts';
import type { IrModule } from '#engine/analysis/ir.ts';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import { createParser } from '#testing/parse-alone.ts';
import { lowerModule } from './lower-module.ts';

const GRAMMARS = ['javascript', 'typescript', 'tsx'] as const;

const parse = createParser({
  readGrammar: readGrammarFile,
  limits: { maxLength: 4_000_000, maxDepth: 1_000_000, timeoutMs: 60_000 },
  now: () => performance.now(),
});

beforeAll(async () => {
  for (const grammar of GRAMMARS) await parse(`tree-sitter-${grammar}.wasm`, '');
}, 60_000);

async function lower(text: string, grammar: (typeof GRAMMARS)[number] = 'javascript'): Promise<IrModule> {
  const outcome = await parse(`tree-sitter-${grammar}.wasm`, text);
  if (!('tree' in outcome)) throw new Error(outcome.problem);
  return lowerModule('a.js', 'javascript', outcome.tree);
}

/** Every object of the form, without recursion: some of it is as deep as the text. */
function nodesOf(lowered: IrModule): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const waiting: unknown[] = [lowered.body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if (!Array.isArray(node)) found.push(node as Record<string, unknown>);
    for (const value of Object.values(node)) if (typeof value === 'object') waiting.push(value);
  }
  return found;
}

describe('depth', () => {
  it.each([
    ['a + '.repeat(20_000), 'binary', 20_000],
    ['x' + '.a().b[0]'.repeat(5_000) + ' + ', 'call', 5_000],
    ['c ? d : '.repeat(10_000), 'conditional', 10_000],
    ['a && '.repeat(20_000), 'logical', 20_000],
  ])('reads every link of a long chain (%#)', async (chain, kind, count) => {
    const nodes = nodesOf(await lower(`x = ${chain}z;`));

    expect(nodes.filter((node) => node.kind === kind)).toHaveLength(count);
  });

  it('reads every branch of a long chain of conditions', async () => {
    const nodes = nodesOf(await lower(`if (a) b();${' else if (c) d();'.repeat(3_000)}`));

    expect(nodes.filter((node) => node.kind === 'if')).toHaveLength(3_001);
  });

  it.each([
    ['f('.repeat(2_000), ')'.repeat(2_000)],
    ['x = ['.padEnd(2_000, '['), ']'.repeat(1_996)],
    ['{'.repeat(3_000), '}'.repeat(3_000)],
    ['function f(){'.repeat(1_000), '}'.repeat(1_000)],
    ['class A { m() {'.repeat(1_000), '}}'.repeat(1_000)],
    ['x = {a: '.padEnd(8_000, '{a: '), '}'.repeat(1_999)],
    ['x = '.padEnd(9_000, 'a => '), ''],
    ['!'.repeat(3_000), ''],
    ['x = `'.padEnd(6_000, '${`'), '`}'.repeat(1_000)],
    ['<a>'.repeat(1_000), '</a>'.repeat(1_000)],
    ['if (a) {'.repeat(1_000), '}'.repeat(1_000)],
  ])('gives up on what is nested too deeply, with and without its end (%#)', async (open, close) => {
    for (const text of [`${open}q(deep)${close}`, `${open}q(deep)`]) {
      for (const grammar of GRAMMARS) expect(nodesOf(await lower(text, grammar)).length).toBeGreaterThan(0);
    }
  });

  it('keeps the names of what is nested too deeply', async () => {
    const nodes = nodesOf(await lower(`${'f('.repeat(2 * MAX_DEPTH)}deep${')'.repeat(2 * MAX_DEPTH)}`));

    expect(nodes.some((node) => node.kind === 'name' && node.name === 'deep')).toBe(true);
    expect(nodes.some((node) => node.kind === 'unknown')).toBe(true);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'function async class if ( ) { } [ ] => = , ; : ? ?. . ... ` ${ a b() "s" \'t\' /r/ // /* */ \n < > </ @D static get'.split(
      ' ',
    ),
    ...'return throw try catch (e) else for while switch case default import export from enum namespace new await #p 1 +'.split(
      ' ',
    ),
  );
  const inside = (lowered: IrModule): boolean =>
    nodesOf(lowered).every((node) => {
      const at = node.at as { start: number; end: number } | undefined;
      return at === undefined || (0 <= at.start && at.start <= at.end && at.end <= lowered.text.length);
    });

  it.each(GRAMMARS)('lowers to places within it (%s)', async (grammar) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.string({ maxLength: 20, unit: 'binary' }),
        async (pieces, noise) => {
          expect(inside(await lower(pieces.join(' ') + noise, grammar))).toBe(true);
          expect(inside(await lower(noise + pieces.join(''), grammar))).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is lowered in time that grows with its length', async () => {
    const line = 'a.b(function(c,d){if(c){return d.e+"x"}else f(c,g=h,i?j:k)}),l=[1,2,{m:n}];';
    const text = line.repeat(Math.ceil(400_000 / line.length));
    const outcome = await parse('tree-sitter-javascript.wasm', text);
    if (!('tree' in outcome)) throw new Error(outcome.problem);
    const from = performance.now();
    const { body } = lowerModule('a.js', 'javascript', outcome.tree);

    expect(body.length).toBe(2 * Math.ceil(400_000 / line.length));
    expect(performance.now() - from).toBeLessThan(5_000);
  }, 30_000);
});
