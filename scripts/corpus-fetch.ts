import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Downloaded, downloadDebian } from './corpus-debian.ts';
import type { CorpusProject } from './corpus-project.ts';
import { type CommandResult, ROOT, capture } from './run-command.ts';

/** Where fetched projects are kept, one folder each; never committed. */
export const CORPUS_FOLDER: string = join(ROOT, '.cache/corpus');

/** What came of fetching one project. */
export type Fetched = { readonly folder: string } | { readonly problem: string };

/** Holds the integrity of what was unpacked; written last, so that a folder cut short is fetched again. */
const MARK = '.fetched';

/**
 * Fetches one project through the ordinary client of its registry, checks it against its pin and unpacks it, unless that
 * was done before. No script of the package runs.
 */
export function fetchProject(project: CorpusProject): Fetched {
  const folder = join(CORPUS_FOLDER, project.name);
  const mark = join(folder, MARK);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === project.integrity) return { folder };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const downloads = mkdtempSync(join(CORPUS_FOLDER, 'download-'));
  try {
    const file = project.registry === 'npm' ? downloadNpm(project, downloads) : downloadDebian(project, downloads);
    if ('problem' in file) return file;
    const found = integrityOf(file.path, project.integrity);
    if (found !== project.integrity) {
      return { problem: `What was downloaded is ${found}, and ${project.integrity} is pinned.` };
    }
    const unpacked = unpack(project.registry, file.path, folder);
    if (unpacked.status !== 0) return { problem: `It could not be unpacked: ${lastLine(unpacked.stderr)}` };
    writeFileSync(mark, project.integrity);
    return { folder };
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}

function unpack(registry: CorpusProject['registry'], file: string, folder: string): CommandResult {
  if (registry === 'debian') return capture('dpkg-deb', ['-x', file, folder]);
  if (registry === 'npm')
    return capture('tar', ['-xzf', file, '-C', folder, '--strip-components=1', '--no-same-owner']);
  // The pinned file names the others with their hashes, which are checked here; the folder must not be there before.
  rmSync(folder, { recursive: true, force: true });
  return capture('dpkg-source', ['--extract', '--no-copy', file, folder]);
}

function downloadNpm({ package: name, version }: CorpusProject, folder: string): Downloaded {
  const { status, stderr } = capture('npm', [
    'pack',
    `${name}@${version}`,
    '--ignore-scripts',
    '--silent',
    '--pack-destination',
    folder,
  ]);
  if (status !== 0) return { problem: `npm could not fetch ${name}@${version}: ${lastLine(stderr)}` };
  return onlyFileIn(folder);
}

function onlyFileIn(folder: string): Downloaded {
  const [first] = readdirSync(folder);
  return first === undefined ? { problem: 'The download left no file.' } : { path: join(folder, first) };
}

/** Of the kind that is pinned. */
function integrityOf(file: string, pinned: string): string {
  const [kind = 'sha512'] = pinned.split('-');
  return `${kind}-${createHash(kind)
    .update(readFileSync(file))
    .digest(kind === 'sha512' ? 'base64' : 'hex')}`;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
