/**
 * `npm run ci`: every check, cheapest first, two at a time, up to the first red one. What a check prints is shown when it is over.
 *
 * `--from NAME` starts at that step, `--without NAME,NAME` leaves steps out. The last line has vitest's own counts.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chooseSteps, runSteps, type Step, STEPS } from './ci-steps.ts';
import { collect } from './run-command.ts';
import { SUMMARY_FILE } from './test-summary.ts';

const { values } = parseArgs({ options: { from: { type: 'string' }, without: { type: 'string', default: '' } } });
const chosen = chooseSteps(STEPS, values.from, values.without.split(',').filter(Boolean));

if (chosen.ok) {
  if (chosen.steps.some(({ lane }) => lane === 'tests')) rmSync(SUMMARY_FILE, { force: true });
  const red = await runSteps(chosen.steps, passes);
  process.exitCode = red.length === 0 ? 0 : 1;
  console.log(red.length === 0 ? `\nAll ${chosen.steps.length} checks are green.` : '');
  for (const { name, script } of red) console.log(`Red: ${name}. Repeat it with npm run ${script}.`);
  if (existsSync(SUMMARY_FILE)) console.log(readFileSync(SUMMARY_FILE, 'utf8').trim());
} else {
  console.error(`error: ${chosen.message}`);
  process.exitCode = 2;
}

async function passes({ name, script }: Step): Promise<boolean> {
  console.log(`> ${name} (npm run ${script})`);
  const startedMs = performance.now();
  const { status, printed } = await collect('npm', ['run', '--silent', script]);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`${printed.trimEnd()}\n${status === 0 ? 'green' : 'RED'}: ${name}, ${seconds} s\n`.trimStart());
  return status === 0;
}
