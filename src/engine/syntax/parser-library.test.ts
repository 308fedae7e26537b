import { describe, expect, it } from 'vitest';
import { extensions } from '#apps/compose.ts';

/** Text that makes the parser library ask for memory by the square of its length. */
const greedy = (more: number): string => `${'/*'.repeat(173 + more)}\n${'/*'.repeat(3600)}`;

describe('a parser that runs out of memory', () => {
  it('gives the file up and reads the next ones', { timeout: 60_000 }, async () => {
    const syntax = await extensions.syntax();
    const outcomeOf = async (text: string): Promise<string> => {
      const outcome = await syntax.tree({ path: 'a.py', text });
      return 'tree' in outcome ? 'parsed' : outcome.problem;
    };

    expect(await outcomeOf('x = 1\n')).toBe('parsed');
    expect(await outcomeOf(greedy(0))).toBe('The file needs too much memory to be parsed.');
    expect(await outcomeOf('x = 2\n')).toBe('parsed');
    expect(await outcomeOf(greedy(1))).toBe('The file needs too much memory to be parsed.');
    expect(await outcomeOf('x = 3\n')).toBe('parsed');
  });
});
