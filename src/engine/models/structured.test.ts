import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readStructured } from './structured.ts';

const Answer = z.object({ findings: z.array(z.object({ line: z.number(), why: z.string() })) });
const ONE = { findings: [{ line: 3, why: "it's built" }] };
const Loose = z.object({ note: z.string().optional() });

describe('readStructured', () => {
  it.each([
    ['plain JSON', JSON.stringify(ONE), 'none'],
    ['a fenced block', `\`\`\`json\n${JSON.stringify(ONE, null, 2)}\n\`\`\``, 'none'],
    ['prose around', `Here you go: ${JSON.stringify(ONE)} Anything else?`, 'none'],
    ['prose and a fence', `Sure [1].\n\n\`\`\`\n${JSON.stringify(ONE)}\n\`\`\`\nDone {really}.`, 'none'],
    ['a trailing comma', '{"findings": [{"line": 3, "why": "it\'s built",},]}', 'syntax'],
    ['single quotes', "{'findings': [{'line': 3, 'why': 'it\\'s built'}]}", 'syntax'],
    ['a comment', '{"findings": [{"line": 3, /* here */ "why": "it\'s built"}]}', 'syntax'],
    ['a cut end', '{"findings": [{"line": 3, "why": "it\'s built"', 'cut'],
    ['a fence that is cut', '```json\n{"findings": [{"line": 3, "why": "it\'s built"}', 'cut'],
  ])('reads %s', (_, text, repair) => {
    expect(readStructured(text, Answer)).toEqual({ kind: 'read', value: ONE, repair });
  });

  it('reads a list', () => {
    expect(readStructured('The lines are [1, 2, 3].', z.array(z.number()))).toEqual({
      kind: 'read',
      value: [1, 2, 3],
      repair: 'none',
    });
  });

  it('takes an empty answer that is really there', () => {
    expect(readStructured('{"findings": []}', Answer)).toMatchObject({ kind: 'read', value: { findings: [] } });
    expect(readStructured('{}', Loose)).toMatchObject({ kind: 'read', value: {} });
  });

  it.each([
    '',
    '  \n',
    'The code looks fine to me.',
    'I used {curly} words.',
    '{',
    '[',
    'null',
    '"findings"',
    'Nothing found: {',
  ])('does not make an empty answer of %j', (text) => {
    expect(readStructured(text, Loose).kind).toBe('unreadable');
  });

  it('names the place where the shape is wrong', () => {
    expect(readStructured('{"findings": [{"line": "three"}]}', Answer)).toEqual({
      kind: 'unreadable',
      reason: "The reply is JSON of another shape than asked for, first at 'findings.0.line'.",
    });
  });

  it.each(['[', '{\n', '{//\n', '```\n{\n', '["a" b', '"a" ', '[]', '\u201c', '/*', '{"a":1}'])(
    'is done within seconds with a hostile text made of %j',
    (unit) => {
      for (const length of [49_000, 500_000]) {
        const startedMs = performance.now();

        expect(readStructured(`[${unit.repeat(length / unit.length)}`, Answer).kind).toBe('unreadable');
        expect(performance.now() - startedMs).toBeLessThan(6000);
      }
    },
  );

  it('never throws and never reads what has no bracket', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\'\\ \na1`/*'), maxLength: 60 }), (text) => {
        const reading = readStructured(text, Loose);
        if (!/[[{]/.test(text)) expect(reading.kind).toBe('unreadable');
      }),
    );
  });

  it('reads every answer back, whatever prose surrounds it', () => {
    const prose = fc.string({ unit: fc.constantFrom(...'abc .,\n') });

    fc.assert(
      fc.property(prose, fc.string(), fc.integer(), prose, (before, why, line, after) => {
        const value = { findings: [{ line, why }] };
        expect(readStructured(`${before}${JSON.stringify(value)}${after}`, Answer)).toEqual({
          kind: 'read',
          value,
          repair: 'none',
        });
      }),
    );
  });
});
