/**
 * `npm run bench`: what SecCode itself costs. Prints every figure that the documents quote.
 *
 * Replies are scripted; loop, strategies, detectors and store are the real ones.
 */
import { drawTokens } from './figure.ts';
import { measureOverhead, measureThroughput } from './loop.ts';
import { measureStartUp } from './start-up.ts';
import { measureTokens } from './tokens.ts';

const rows = await measureTokens();
console.log('Prompt tokens per iteration (scripted session of ten fixing rounds, four characters a token)');
console.log('iteration      SecCode   published scheme');
for (const { iteration, ours, published } of rows) {
  console.log(`${String(iteration).padStart(9)} ${String(ours).padStart(12)} ${String(published).padStart(18)}`);
}
const ours = rows.reduce((sum, row) => sum + row.ours, 0);
const published = rows.reduce((sum, row) => sum + row.published, 0);
console.log(
  `${'sum'.padStart(9)} ${String(ours).padStart(12)} ${String(published).padStart(18)}   ratio ${(ours / published).toFixed(2)}`,
);
console.log(`figure: ${await drawTokens(rows)}\n`);

const overhead = await measureOverhead(5);
console.log('Overhead of the loop per iteration, model of zero latency, program of 80 lines');
console.log(
  `  log in memory ${overhead.inMemoryMs.toFixed(1)} ms, every event durable on disk ${overhead.onDiskMs.toFixed(1)} ms\n`,
);

// The first sessions of a process are compiled while they run: they are no measure of the rest.
await measureThroughput(200, 32, 0);
const { sessions, concurrency, latencyMs, callsPerSession, seconds, idealSeconds } = await measureThroughput(
  200,
  32,
  50,
);
console.log(
  `Throughput of ${String(sessions)} sessions of ${String(callsPerSession)} calls, ${String(concurrency)} at a time, model of ${String(latencyMs)} ms`,
);
console.log(
  `  ${(sessions / seconds).toFixed(1)} sessions/s, ideal (the same waits, nothing between them) ${(sessions / idealSeconds).toFixed(1)}: ${((100 * idealSeconds) / seconds).toFixed(0)} %\n`,
);

console.log('Start-up, median of whole processes');
for (const { what, ms } of measureStartUp()) console.log(`  ${what.padEnd(22)} ${ms.toFixed(0)} ms`);
