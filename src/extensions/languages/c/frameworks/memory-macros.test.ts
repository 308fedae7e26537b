import { describe, expect, it } from 'vitest';
import { macroWays } from './memory-macros.ts';

describe('macroWays', () => {
  it('tells macros that always leave from those that leave when something holds', () => {
    const { ends, tests } = macroWays(
      '#define FAIL(text) do { say(text); \\\n  return -1; } while (0)\n' +
        '#define NEED(p) if (!(p)) \\\n  goto out\n#define TWICE(n) ((n) * 2)\n#define SIZE 8\n',
    );

    expect([...ends]).toEqual(['FAIL']);
    expect([...tests]).toEqual(['NEED']);
  });

  it('reads a definition that never ends', () => {
    expect([...macroWays('#define A(b) return \\').ends]).toEqual(['A']);
  });
});
