/**
 * `npm run prove:tasks`: runs the tests of SecCode's own tasks on the references beside them, and prints a table.
 *
 *     npm run -s prove:tasks                     every task
 *     npm run -s prove:tasks -- js-              tasks whose id contains this
 *
 * The last column says what the static detector finds: of the labelled weakness, in the insecure and the secure reference.
 * It is a check of the detector by programs that nobody wrote for it, and decides nothing here.
 */
import { cweNumber } from '#core/cwe-id.ts';
import type { Sample } from '#core/sample.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { readOwnTasks } from '#testing/own-tasks.ts';
import { faultsOfProof, passes, proveTask } from '#testing/prove-task.ts';
import { type Analyzer, openAnalyzer } from './corpus-analyzer.ts';
import { ownRelations } from './score-relations.ts';

const AT_ONCE = 2;
const [part = ''] = process.argv.slice(2);

const tasks = (await readOwnTasks()).filter(({ id }) => id.includes(part));
const analyzer = await openAnalyzer();
const startedAt = performance.now();
const counts = { proven: 0, found: 0, falselyFound: 0 };

console.log(
  `${'task'.padEnd(26)}${'language'.padEnd(12)}${'weakness'.padEnd(10)}${'secure'.padEnd(18)}${'insecure'.padEnd(18)}${'proven'.padEnd(8)}${'seconds'.padEnd(9)}static`,
);
const waiting = [...tasks];
await Promise.all(Array.from({ length: AT_ONCE }, work));

const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
const cwes = new Set(tasks.map(({ cwes: [first] }) => first));
console.log(
  `\n${counts.proven} of ${tasks.length} tasks proven, ${cwes.size} weaknesses, ${seconds} s.\nThe static detector reports the weakness in ${counts.found} of ${tasks.length} insecure references and in ${counts.falselyFound} of ${tasks.length} secure ones.`,
);
if (counts.proven < tasks.length) process.exitCode = 1;

async function work(): Promise<void> {
  for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await show(task);
}

async function show(task: Sample): Promise<void> {
  const start = performance.now();
  const proof = await proveTask(task);
  const faults = faultsOfProof(proof);
  const [insecure, secure] = [
    await reports(analyzer, task, task.references?.insecure ?? []),
    await reports(analyzer, task, task.references?.secure ?? []),
  ];
  counts.proven += faults.length === 0 ? 1 : 0;
  counts.found += insecure ? 1 : 0;
  counts.falselyFound += secure ? 1 : 0;
  const of = ({ functional, exploit }: (typeof proof)['secure']): string =>
    `${functional.filter(passes).length}/${functional.length} + ${exploit.filter(passes).length}/${exploit.length}`;
  console.log(
    `${task.id.padEnd(26)}${task.language.padEnd(12)}${(task.cwes[0] ?? '').padEnd(10)}${of(proof.secure).padEnd(18)}${of(proof.insecure).padEnd(18)}${(faults.length === 0 ? 'yes' : 'NO').padEnd(8)}${((performance.now() - start) / 1000).toFixed(1).padEnd(9)}${insecure ? 'found' : 'missed'}${secure ? ', false on secure' : ''}`,
  );
  for (const fault of faults) console.log(`    ${fault}`);
}

/** Whether it reports the weakness, with a confidence that is shown by default. */
async function reports({ analyze }: Analyzer, { cwes: [label] }: Sample, files: SourceFiles): Promise<boolean> {
  const { findings } = await analyze(files);
  return findings.some(
    ({ confidence, cwes: found }) =>
      confidence !== 'low' &&
      found.some((cwe) => label !== undefined && ownRelations(cweNumber(cwe), cweNumber(label))),
  );
}
