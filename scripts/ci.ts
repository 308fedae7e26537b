/**
 * `npm run ci`: every check, cheapest first, up to the first red one.
 *
 * `--from NAME` starts at that step, `--without NAME,NAME` leaves steps out. The last line has vitest's own counts.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chooseSteps, STEPS } from './ci-steps.ts';
import { run } from './run-command.ts';
import { SUMMARY_FILE } from './test-summary.ts';

const { values } = parseArgs({ options: { from: { type: 'string' }, without: { type: 'string', default: '' } } });
const chosen = chooseSteps(STEPS, values.from, values.without.split(',').filter(Boolean));

if (chosen.ok) {
  if (chosen.steps.some(({ runsTests }) => runsTests)) rmSync(SUMMARY_FILE, { force: true });
  const red = chosen.steps.find(({ name, script }) => !passes(name, script));
  process.exitCode = red === undefined ? 0 : 1;
  console.log(
    red === undefined
      ? `\nAll ${chosen.steps.length} checks are green.`
      : `\nRed: ${red.name}. Repeat it with npm run ${red.script}.`,
  );
  if (existsSync(SUMMARY_FILE)) console.log(readFileSync(SUMMARY_FILE, 'utf8').trim());
} else {
  console.error(`error: ${chosen.message}`);
  process.exitCode = 2;
}

function passes(name: string, script: string): boolean {
  console.log(`\n> ${name} (npm run ${script})`);
  const startedMs = performance.now();
  const isGreen = run('npm', ['run', '--silent', script]) === 0;
  console.log(`${isGreen ? 'green' : 'RED'}: ${name}, ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return isGreen;
}
