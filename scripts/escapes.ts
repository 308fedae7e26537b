/**
 * Tries every way out of every sandbox that works on this machine, and prints what came of it: `npm run escapes`.
 *
 * Names of sandboxes as arguments try these alone. SECCODE_SANDBOX_IMAGE names the image for containers; it needs python3.
 * Ends with 1 when one that isolates lets something out.
 */
import { tmpdir } from 'node:os';
import { extensions, loadAll } from '#apps/compose.ts';
import type { Machine } from '#engine/sandbox/sandbox.ts';
import { ESCAPES, tryEscape } from '#testing/escapes.ts';
import { tryWasmEscape, WASM_ESCAPES } from '#testing/wasm-escapes.ts';

const image = process.env['SECCODE_SANDBOX_IMAGE'];
const home = process.env['HOME'];
const machine: Machine = {
  searchPath: process.env['PATH'] ?? '/usr/bin:/bin',
  temporaryFolder: tmpdir(),
  nowMs: () => performance.now(),
  ...(home === undefined ? {} : { home }),
  ...(image === undefined ? {} : { image }),
};
const wanted = process.argv.slice(2);
const sandboxes = (await loadAll(extensions.sandboxes))
  .filter(({ name, runs }) => runs === 'programs' && (wanted.length === 0 || wanted.includes(name)))
  .sort((one, other) => one.rank - other.rank);

const columns = await Promise.all(
  sandboxes.map(async (sandbox) => ({ sandbox, availability: await sandbox.availability(machine) })),
);
let hasEscaped = false;
const rows: string[][] = [];
for (const escape of ESCAPES) {
  const row = [escape.name];
  for (const { sandbox, availability } of columns) {
    const isHarmful = !sandbox.isIsolating && escape.without === 'would do harm';
    const result = !availability.isUsable ? '–' : isHarmful ? 'not tried' : await tryEscape(escape, sandbox, machine);
    hasEscaped ||= sandbox.isIsolating && result === 'escaped';
    row.push(result);
  }
  rows.push(row);
  process.stderr.write('.');
}
process.stderr.write('\n');
const header = ['escape', ...sandboxes.map(({ name }) => name)];
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
process.stdout.write(line(header) + line(header.map(() => '---')) + rows.map(line).join(''));
const modules = (await loadAll(extensions.sandboxes)).filter(
  ({ name, runs }) => runs === 'webassembly' && (wanted.length === 0 || wanted.includes(name)),
);
for (const sandbox of modules) {
  process.stdout.write(`\n${line(['escape', sandbox.name])}${line(['---', '---'])}`);
  for (const escape of WASM_ESCAPES) {
    const result = await tryWasmEscape(escape, sandbox, machine);
    hasEscaped ||= result === 'escaped';
    process.stdout.write(line([escape.name, result]));
  }
}
for (const { sandbox, availability } of columns) {
  if (!availability.isUsable) process.stdout.write(`\n${sandbox.name}: not available: ${availability.detail}.`);
}
process.stdout.write('\n');
process.exitCode = hasEscaped ? 1 : 0;
