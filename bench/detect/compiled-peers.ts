import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readdirSync } from 'node:fs';
import { CORPUS_FOLDER } from '../../scripts/corpus-fetch.ts';
import type { CompiledLanguage } from '../../scripts/compiled-files.ts';
import { capture } from '../../scripts/run-command.ts';
import { type SampleProject, corpusSample } from './corpus-sample.ts';
import { measureCommand } from './measured-process.ts';
import type { SpeedRow } from './warm-speed.ts';

interface Peer {
  readonly tool: string;
  /** The program that has to be there; Debian's package has the same name. */
  readonly command: string;
  readonly languages: readonly CompiledLanguage[];
  /** Compilers and what is built on them find headers; each file is a run of its own to them. */
  readonly options: (files: readonly string[], includes: readonly string[]) => readonly string[];
}

const PEERS: readonly Peer[] = [
  {
    tool: 'flawfinder',
    command: 'flawfinder',
    languages: ['c', 'cpp'],
    options: (files) => ['--quiet', '--dataonly', ...files],
  },
  {
    tool: 'cppcheck',
    command: 'cppcheck',
    languages: ['c', 'cpp'],
    // One configuration of macros per file, as the other tools have.
    options: (files, includes) => ['--quiet', '--max-configs=1', ...includes, ...files],
  },
  {
    tool: 'clang-tidy: clang-analyzer, bugprone, cert',
    command: 'clang-tidy',
    languages: ['c', 'cpp'],
    options: (files, includes) => [
      '--quiet',
      '--checks=-*,clang-analyzer-*,bugprone-*,cert-*',
      ...files,
      '--',
      '-w',
      ...includes,
    ],
  },
  {
    tool: 'gcc -fanalyzer',
    command: 'gcc',
    // Its makers say that it is not ready for C++.
    languages: ['c'],
    options: (files, includes) => ['-fanalyzer', '-c', ...includes, ...files],
  },
];

/** Seconds for one tool on one language. */
const LIMIT_SECONDS = 150;

/** Whole processes of tools for C and C++ on the files that the static detector is measured on, where they are installed. */
export function measureCompiledPeers(lines: number): readonly SpeedRow[] {
  return PEERS.flatMap(({ tool, command, languages, options }) => {
    if (capture('which', [command]).status !== 0) {
      console.error(`${command} is not installed: apt-get install ${command}.`);
      return [];
    }
    return languages.flatMap((language): readonly SpeedRow[] => {
      const sample = corpusSample(language, lines);
      const files = sample.flatMap(({ name, files }) => files.map(({ path }) => join(CORPUS_FOLDER, name, path)));
      // Compilers write beside themselves.
      const folder = mkdtempSync(join(tmpdir(), 'seccode-bench-'));
      try {
        const usage = measureCommand(command, options(files, includesOf(sample)), folder, LIMIT_SECONDS);
        if (usage === undefined) {
          console.error(`${tool} failed on ${language}, or took longer than ${LIMIT_SECONDS} s.`);
          return [];
        }
        const { cpuSeconds, maxRssMb } = usage;
        return [{ tool, language, lines: sample.reduce((sum, one) => sum + one.lines, 0), cpuSeconds, maxRssMb }];
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}

/** Every folder with headers, and the one above it: `#include "util/hash.h"`. */
function includesOf(sample: readonly SampleProject[]): readonly string[] {
  const folders = new Set<string>();
  for (const { name } of sample) {
    const root = join(CORPUS_FOLDER, name);
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.h')) continue;
      folders.add(entry.parentPath);
      folders.add(dirname(entry.parentPath));
    }
  }
  return [...folders].sort().map((folder) => `-I${folder}`);
}
