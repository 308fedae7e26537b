/**
 * `npm run eval:simulate`: holds the metrics of evaluations against values worked out by hand, on scripted models of known
 * behaviour, and counts how often their 95 % intervals are right and how often tests cry wolf.
 *
 *     npm run eval:simulate                      1,000 runs of each experiment
 *     npm run eval:simulate -- --runs 200 --draws 2000 --seed 7
 *
 * Ends with 1 when a mean is off by more than four standard errors, or an interval or a test by more than three; what
 * docs/guide/metrics.md says of limits is allowed for.
 */
import { parseArgs } from 'node:util';
import { coverageOf } from './simulate-coverage.ts';
import { falseAlarms } from './simulate-errors.ts';
import { experiments } from './simulate-experiments.ts';

const { values: flags } = parseArgs({
  options: { runs: { type: 'string' }, draws: { type: 'string' }, seed: { type: 'string' } },
});
const runs = Number(flags.runs ?? 1000);
const draws = Number(flags.draws ?? 500);
const seed = Number(flags.seed ?? 1);
let isOff = false;
const percent = (share: number): string => (100 * share).toFixed(1);
const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

console.log(`${runs} runs of each, ${draws} draws, seed ${seed}; ± is one standard error of the simulation.\n`);
row(['figure', 'by hand', 'mean', 'covers, %', 'width', 'interval']);
row(['---', '---', '---', '---', '---', '---']);
for (const experiment of experiments(draws)) {
  for (const result of coverageOf(experiment, runs, seed)) {
    const { title, truth, mean, meanError, covered, coveredError, width, without, intervals, known = 0.95 } = result;
    const isWrong = Math.abs(mean - truth) > 4 * meanError + 0.002 * Math.abs(truth);
    const isLow = covered < 0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs);
    isOff ||= isWrong || covered < known - 3 * Math.sqrt((known * (1 - known)) / runs);
    const digits = truth > 10 ? 1 : 4;
    row([
      title,
      truth.toFixed(digits),
      `${mean.toFixed(digits)} ± ${meanError.toFixed(digits)}${isWrong ? ' (!)' : ''}`,
      `${percent(covered)} ± ${percent(coveredError)}${isLow ? ' (!)' : ''}`,
      width.toFixed(digits === 1 ? 1 : 3),
      `${intervals.join(', ')}${without === 0 ? '' : `, none in ${without}`}`,
    ]);
  }
}
console.log('');
row(['finds a difference at 5 % where there is none', 'share, %']);
row(['---', '---']);
for (const { title, share, error } of falseAlarms(runs, seed)) {
  const isHigh = share > 0.05 + 3 * Math.sqrt((0.95 * 0.05) / runs);
  isOff ||= isHigh && !title.includes('not used') && !title.includes('uncorrected');
  row([title, `${percent(share)} ± ${percent(error)}`]);
}
process.exitCode = isOff ? 1 : 0;
