import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusProject } from './corpus-project.ts';
import { type CommandResult, ROOT, capture } from './run-command.ts';

/** What `apt-get` left behind: a file, or why there is none. */
export type Downloaded = { readonly path: string } | { readonly problem: string };

/** Lists of source packages; the machine's own lists and sources stay as they are. */
const SOURCE_LISTS = join(ROOT, '.cache/corpus-sources');

/** Downloads a package of Debian: its binary as one file, its source as the files that its `.dsc` names. */
export function downloadDebian(
  { registry, package: name, version }: Pick<CorpusProject, 'registry' | 'package' | 'version'>,
  folder: string,
): Downloaded {
  const isSource = registry === 'debian-source';
  const options = (): readonly string[] => (isSource ? sourceOptions() : []);
  const download = (): CommandResult => {
    const what = isSource ? ['source', '--download-only', '--only-source'] : ['download'];
    return capture('apt-get', [...options(), ...what, '-qq', `${name}=${version}`], { folder });
  };
  const lists = isSource ? 'source' : 'binary';
  let { status, stderr } = download();
  if (status !== 0 && !updated.has(lists)) {
    // A fresh machine has no package lists, an old one lists versions that are gone.
    updated.add(lists);
    capture('apt-get', [...options(), 'update', '-qq']);
    ({ status, stderr } = download());
  }
  if (status !== 0) {
    return {
      problem: `apt-get could not fetch ${name} ${version} (Debian keeps only its latest version on the mirrors): ${stderr.trim().split('\n').at(-1) ?? ''}`,
    };
  }
  const file = readdirSync(folder).find((one) => !isSource || one.endsWith('.dsc'));
  return file === undefined ? { problem: 'The download left no file.' } : { path: join(folder, file) };
}

const updated = new Set<string>();
let knownOptions: readonly string[] | undefined;

/** Options that have `apt-get` read the sources of the releases this machine installs from, with lists of their own. */
function sourceOptions(): readonly string[] {
  if (knownOptions !== undefined) return knownOptions;
  mkdirSync(join(SOURCE_LISTS, 'lists/partial'), { recursive: true });
  const format = 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)';
  const { stdout } = capture('apt-get', ['indextargets', '--format', format, 'Created-By: Packages', 'Origin: Debian']);
  writeFileSync(join(SOURCE_LISTS, 'sources.list'), `${[...new Set(stdout.trim().split('\n'))].join('\n')}\n`);
  knownOptions = [
    `Dir::State::lists=${join(SOURCE_LISTS, 'lists')}`,
    `Dir::Etc::sourcelist=${join(SOURCE_LISTS, 'sources.list')}`,
    'Dir::Etc::sourceparts=-',
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
  ].flatMap((option) => ['-o', option]);
  return knownOptions;
}
