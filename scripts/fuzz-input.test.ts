import { describe, expect, it } from 'vitest';
import { openAnalyzer } from './corpus-analyzer.ts';
import { checkInput, pathOf } from './fuzz-check.ts';
import { fuzzInput } from './fuzz-input.ts';
import { MUTATIONS } from './fuzz-mutations.ts';
import { exampleSeeds } from './fuzz-seeds.ts';

/** A small part of `npm run fuzz:detect`; the same inputs every time as long as the examples stay. */
const INPUTS = 400;

describe('fuzzInput', () => {
  it('gives the same text for the same seed and another for the next', () => {
    const seeds = ['print(1)\n', 'import os\n'];

    expect(fuzzInput('python', seeds, 1, 5)).toEqual(fuzzInput('python', seeds, 1, 5));
    expect(fuzzInput('python', seeds, 1, 5)).not.toEqual(fuzzInput('python', seeds, 1, 6));
    expect(fuzzInput('python', seeds, 1, 5)).not.toEqual(fuzzInput('python', seeds, 2, 5));
  });

  it('uses every mutation', () => {
    const made = Array.from({ length: 1000 }, (_, index) => fuzzInput('python', ['x = f(1)\n'], 1, index).made);

    expect(new Set(made.flatMap((names) => names.split(' ')))).toEqual(
      new Set(['bytes', 'nested', 'nestedBlocks', ...Object.keys(MUTATIONS)]),
    );
  });
});

describe('the static detector', () => {
  it.each(['python', 'javascript', 'c', 'cpp', 'java', 'go'])(
    'neither breaks nor stalls on damaged %s',
    { timeout: 120_000 },
    async (language) => {
      const analyzer = await openAnalyzer();
      const seeds = exampleSeeds(language);
      const faults: string[] = [];

      for (let index = 0; index < INPUTS; index += 1) {
        const input = fuzzInput(language, seeds, 1, index);
        const { fault } = await checkInput(analyzer, pathOf(language, index), input);
        if (fault !== undefined) faults.push(`input ${index} (${input.made}): ${fault}`);
      }

      expect(seeds.length, 'there are examples to start from').toBeGreaterThan(0);
      expect(faults).toEqual([]);
    },
  );
});
