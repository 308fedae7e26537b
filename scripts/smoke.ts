import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { capture, type CommandResult } from './run-command.ts';

/** Where the packed package lies and what runs it. */
export interface Smoke {
  /** Path of the Node to try. */
  readonly node: string;
  /** Folder that the package is installed in. */
  readonly folder: string;
  /** Root of this repository. */
  readonly root: string;
}

const Package = z.object({ version: z.string() });

/** A weakness that a detector without a model finds, so that grammars and detectors are known to load. */
const VULNERABLE = 'import subprocess\n\n\ndef list_folder(name):\n    subprocess.call("ls " + name, shell=True)\n';
const HARMLESS = 'def add(a: int, b: int) -> int:\n    return a + b\n';

/** Tries the installed package and gives back what does not work, one sentence each. */
export function faultsOfSmoke({ node, folder, root }: Smoke): readonly string[] {
  const { version } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const project = join(folder, 'project');
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'vulnerable.py'), VULNERABLE);
  writeFileSync(join(project, 'harmless.py'), HARMLESS);

  const cli = join(folder, 'node_modules/seccode/dist/apps/cli/main.js');
  const seccode = (...options: string[]): CommandResult =>
    capture(node, [cli, ...options], { folder: project, environment: { NO_COLOR: '1', CI: '1' }, timeoutMs: 60_000 });

  const shown = seccode('--version');
  const help = seccode('--help');
  const found = seccode('scan', 'vulnerable.py', '--format', 'json');
  const clean = seccode('scan', 'harmless.py', '--format', 'json');
  const wrong = seccode('scan', '--no-such-option', 'harmless.py');
  const library = capture(node, ['--input-type=module', '-e', "console.log(typeof (await import('seccode')))"], {
    folder,
  });

  return [
    ...unless(shown.status === 0 && shown.stdout.trim() === version, '--version does not print the version', shown),
    ...unless(help.status === 0 && help.stdout.includes('scan'), '--help does not list the commands', help),
    ...unless(found.status === 1 && found.stdout.includes('CWE-78'), 'scan does not report a shell command', found),
    ...unless(clean.status === 0 && clean.stdout !== '', 'scan does not pass harmless code', clean),
    ...unless(wrong.status === 2 && wrong.stdout === '', 'an unknown option does not exit with 2', wrong),
    ...unless(library.stdout.trim() === 'object', "import('seccode') does not work", library),
  ];
}

function unless(isFine: boolean, fault: string, { status, stdout, stderr }: CommandResult): readonly string[] {
  return isFine ? [] : [`${fault} (exit ${status}).\n${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`];
}
