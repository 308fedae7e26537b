/** One process of `fuzz-detect.ts`: checks every n-th input and tells its parent after each. */
import { parseArgs } from 'node:util';
import { openAnalyzer } from './corpus-analyzer.ts';
import { type FuzzOutcome, checkInput, pathOf } from './fuzz-check.ts';
import { fuzzInput } from './fuzz-input.ts';
import { readSeeds } from './fuzz-seeds.ts';

/** What a worker tells: the input it begins with next, and what came of the ones before. */
export interface FuzzMessage {
  readonly next: number;
  readonly outcomes: readonly (FuzzOutcome & { readonly index: number; readonly made: string })[];
}

const { values } = parseArgs({
  options: {
    language: { type: 'string', default: 'python' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '' },
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: '0' },
    step: { type: 'string', default: '1' },
  },
});
const { language } = values;
const [seed, from, to, step] = [values.seed, values.from, values.to, values.step].map(Number);
const seeds = readSeeds(values.seeds);
const analyzer = await openAnalyzer();
// Grammar and rules are loaded with the first text; the clock is for the others.
await checkInput(analyzer, pathOf(language, 0), { text: 'x = 1\n', made: '' });

let outcomes: FuzzMessage['outcomes'][number][] = [];
let toldMs = performance.now();
for (let index = from ?? 0; index < (to ?? 0); index += step ?? 1) {
  // Told before it is begun, and not too often: who hangs or dies has said with what.
  if (performance.now() - toldMs > 200) tell(index);
  const input = fuzzInput(language, seeds, seed ?? 1, index);
  outcomes.push({ index, made: input.made, ...(await checkInput(analyzer, pathOf(language, index), input)) });
}
tell(to ?? 0);
process.disconnect();

function tell(next: number): void {
  process.send?.({ next, outcomes } satisfies FuzzMessage);
  outcomes = [];
  toldMs = performance.now();
}
