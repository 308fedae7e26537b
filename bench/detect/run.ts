/**
 * `npm run bench:detect`: how fast the static detector is, beside other tools in the same run on the same files: bandit, Ruff
 * and eslint-plugin-security; flawfinder, cppcheck, clang-tidy and gcc for C and C++. Debian has none for Java and Go. Prints
 * every figure that the documents quote; `-- --quick` measures less of it.
 *
 * Tools that are not in npm are measured when they are installed: `apt-get install bandit flawfinder cppcheck clang-tidy gcc`.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureColdStart } from './cold-start.ts';
import { corpusSample } from './corpus-sample.ts';
import { drawDetect } from './draw-detect.ts';
import { SCAN, measureFileSizes, measureLinearity } from './linearity.ts';
import { measureNode } from './measured-process.ts';
import { measureWarmSpeed, withFolder } from './warm-speed.ts';

const { values: flags } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const REPORTS = join(import.meta.dirname, '../../reports/bench');
const CLI = join(import.meta.dirname, '../../dist/apps/cli/main.js');

const speeds = measureWarmSpeed(flags.quick ? 15_000 : 60_000);
console.log('Warm, one worker, lines per CPU second');
for (const { tool, language, lines, cpuSeconds, findings, maxRssMb } of speeds) {
  console.log(
    `  ${tool.padEnd(46)}${language.padEnd(12)}${(lines / cpuSeconds).toFixed(0).padStart(8)}   ${lines} lines in ${cpuSeconds.toFixed(2)} s${findings === undefined ? '' : `, ${findings} findings of any confidence`}${maxRssMb === undefined ? '' : `, at most ${maxRssMb.toFixed(0)} MB`}`,
  );
}
const hasBandit = speeds.some(({ tool }) => tool === 'bandit');
if (!hasBandit) console.log('  bandit is not installed: apt-get install bandit, or pip install bandit.');

const cold = measureColdStart(flags.quick ? 3 : 7);
console.log('\nCold start, one file, median of whole processes');
for (const { what, ms } of cold) console.log(`  ${what.padEnd(44)}${ms === undefined ? '-' : `${ms.toFixed(0)} ms`}`);

const sizes = measureLinearity(125_000, flags.quick ? [1, 2] : [1, 2, 4, 8]);
console.log('\nseccode scan by size, whole processes, Python and JavaScript half and half');
for (const { lines, cpuSeconds, wallSeconds, maxRssMb } of sizes) {
  console.log(
    `  ${String(lines).padStart(8)} lines ${cpuSeconds.toFixed(1).padStart(7)} CPU s ${wallSeconds.toFixed(1).padStart(7)} s ${maxRssMb.toFixed(0).padStart(6)} MB ${(lines / cpuSeconds).toFixed(0).padStart(7)} lines per CPU s`,
  );
}

const files = measureFileSizes();
console.log('\nOne file of C, warm');
for (const { lines, cpuSeconds, maxRssMb } of files.rows) {
  console.log(
    `  ${String(lines).padStart(8)} lines ${cpuSeconds.toFixed(2).padStart(7)} CPU s ${maxRssMb.toFixed(0).padStart(6)} MB ${(lines / cpuSeconds).toFixed(0).padStart(7)} lines per CPU s`,
  );
}
console.log(`  From 5,000 lines on, time grows with the length to the power of ${files.exponent.toFixed(2)}.`);

const cores = measureCores();
console.log('\nOne folder on more cores, wall time');
for (const { jobs, wallSeconds } of cores) console.log(`  -j ${jobs}  ${wallSeconds.toFixed(1)} s`);

mkdirSync(REPORTS, { recursive: true });
writeFileSync(join(REPORTS, 'detect.json'), `${JSON.stringify({ speeds, cold, sizes, files, cores }, undefined, 2)}\n`);
console.log(`\nfigure: ${await drawDetect(REPORTS, speeds, sizes, files.rows)}`);

/** The same scan with one worker and with as many as there are cores. */
function measureCores(): readonly { readonly jobs: number; readonly wallSeconds: number }[] {
  const sample = corpusSample('python', 60_000);
  return withFolder(sample, flags.quick ? 1 : 3, (folder) =>
    [1, availableParallelism()].map((jobs) => ({
      jobs,
      wallSeconds: measureNode([CLI, ...SCAN, '-j', String(jobs), folder]).wallSeconds,
    })),
  );
}
