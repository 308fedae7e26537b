/** Works on the run of a benchmark: `<folder> <samples>`. Tells its parent from time to time how far it is. */
import { scriptBench } from './eval-bench-run.ts';

const [, , folder = '', samples = '0'] = process.argv;
const EVERY = Math.max(50, Math.floor(Number(samples) / 100));

const bench = await scriptBench(folder, Number(samples));
await bench.go(({ done }) => {
  if (done % EVERY === 0) process.send?.({ done, rss: process.memoryUsage().rss });
});
await bench.close();
process.disconnect();
