import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APP, extract, FENCE, fenced } from '#testing/reply-fixture.ts';

describe('hostile replies', () => {
  it('never throws, whatever the text', async () => {
    const part = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        FENCE,
        '~~~',
        `${FENCE}python`,
        '\n',
        '\n\n',
        '    ',
        '> ',
        '1. ',
        '"""',
        APP,
        '**a.py**',
        '# a.py',
        '{',
        '@@ -1 +1 @@',
      ),
    );

    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 25 }), fc.constantFrom('', '\n'), async (parts, between) => {
        const { files, problem } = await extract(parts.join(between));

        expect(files.length === 0).toBe(problem !== undefined);
      }),
      { numRuns: 150 },
    );
  });

  it('gives back any program that has a fence longer than its own', async () => {
    const line = fc.constantFrom('x = f(1)', 'def g():\n    return 2', '# note', '', '"""text"""', FENCE);

    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const code = `f()\n${lines.join('\n')}\ng = 1\n`;

        expect((await extract(`\`\`\`\`\`python\n${code}\`\`\`\`\`\n`)).files).toEqual([
          { path: 'main.py', text: code },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['backticks in one line', '`'.repeat(200_000)],
    ['fences', `${FENCE}\n`.repeat(50_000)],
    ['fences that open', `${FENCE}python\nf()\n`.repeat(10_000)],
    ['fences that grow', Array.from({ length: 600 }, (_, index) => '`'.repeat(3 + index)).join('\nx\n')],
    ['runs of backticks', Array.from({ length: 600 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['quotation marks', '> '.repeat(100_000)],
    ['list items', '- '.repeat(100_000)],
    ['brackets', '['.repeat(200_000)],
    ['paragraphs', 'Some words that say nothing.\n\n'.repeat(6_000)],
    ['blocks', `${FENCE}python\ndef f(): pass\n${FENCE}\n`.repeat(5_000)],
    ['open parentheses', fenced('('.repeat(200_000))],
  ])('takes seconds at most for 200 kB of %s', { timeout: 120_000 }, async (_, reply) => {
    // Time of the processor: a machine that does other work makes nobody slow.
    const start = process.cpuUsage();
    await extract(reply);

    // Far above what is measured on a slow machine; a quadratic step would take minutes.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(20_000);
  });
});
