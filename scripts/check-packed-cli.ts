/**
 * Installs the packed package into an empty folder as a user would, without install scripts, and tries it on every Node
 * that is supported: the one that runs this, and the others through the `node` package of npm.
 *
 * `--node 20,22` chooses other versions; `current` means the Node that runs this.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { capture, ROOT, run } from './run-command.ts';
import { faultsOfSmoke } from './smoke.ts';
import { packInto } from './tarball.ts';

const { values } = parseArgs({ options: { node: { type: 'string', default: 'current,22,24' } } });
const folder = mkdtempSync(join(tmpdir(), 'seccode-packed-'));

try {
  install();
  process.exitCode = values.node.split(',').every(works) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function install(): void {
  const { path } = packInto(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
  const options = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', path];
  const { status, stderr } = capture('npm', options, { folder });
  if (status !== 0) throw new Error(`The packed package does not install: ${stderr}`);
}

function works(version: string): boolean {
  const node = version === 'current' ? process.execPath : nodeOf(version);
  if (node === undefined) {
    console.error(`error: Node ${version} could not be had.\nfix: Check the network, or choose versions with --node.`);
    return false;
  }
  const faults = faultsOfSmoke({ node, folder, root: ROOT });
  for (const fault of faults) console.error(`error: On Node ${version}: ${fault}`);
  if (faults.length > 0) return false;
  console.log(`The packed command line works on Node ${capture(node, ['--version']).stdout.trim()}.`);
  return version === 'current' || endToEndTestsPass(node);
}

/** Path of a Node of that major version, fetched by npm when it is not there. */
function nodeOf(major: string): string | undefined {
  const options = ['--yes', '-p', `node@${major}`, 'node', '-p', 'process.execPath'];
  const { status, stdout } = capture('npx', options, { folder });
  const path = stdout.trim();
  return status === 0 && path !== '' ? path : undefined;
}

/** Runs the tests that spawn the command line with this Node. The Node that runs `npm test` has run them there. */
function endToEndTestsPass(node: string): boolean {
  if (!existsSync(join(ROOT, 'test/e2e'))) return true;
  // The default reporter alone: the counts kept for the summary are those of the whole suite.
  return run(node, ['node_modules/vitest/vitest.mjs', 'run', 'test/e2e', '--reporter=default']) === 0;
}
