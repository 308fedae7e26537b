/**
 * Builds `dist/`, `datasets/`, `grammars/` and `vendor/`, so that `npx seccode` runs.
 *
 * `--if-stale` does nothing when no source has changed since the last build.
 */
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newestChangeMs } from './newest-change.ts';
import { ROOT, runNode } from './run-command.ts';

const CLI = join(ROOT, 'dist/apps/cli/main.js');
/** Outside of `dist`, which is published as it is. */
const STAMP = join(ROOT, 'node_modules/.cache/seccode/built');
const SOURCES = [
  'src',
  'docs/rules',
  'scripts/copy-grammars.ts',
  'scripts/copy-packed.ts',
  'scripts/copy-rule-examples.ts',
  'scripts/copy-tasks.ts',
  'scripts/copy-vendored.ts',
  'scripts/prune-types.ts',
  'scripts/bundle.ts',
  'scripts/write-packed.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

if (!process.argv.includes('--if-stale') || isStale()) build();

function isStale(): boolean {
  if (!existsSync(STAMP) || !existsSync(CLI)) return true;
  return newestChangeMs(SOURCES.map((path) => join(ROOT, path))) > statSync(STAMP).mtimeMs;
}

function build(): void {
  // Taken before the compiler runs: a file saved meanwhile makes the build stale again.
  const startedAt = new Date();
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  const steps = [
    ['--import', 'tsx', 'scripts/copy-grammars.ts'],
    ['--import', 'tsx', 'scripts/copy-vendored.ts'],
    ['--import', 'tsx', 'scripts/copy-rule-examples.ts'],
    ['--import', 'tsx', 'scripts/copy-tasks.ts'],
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    ['--import', 'tsx', 'scripts/prune-types.ts'],
    ['--import', 'tsx', 'scripts/bundle.ts'],
  ];
  for (const step of steps) {
    if (runNode(step) !== 0) {
      process.exitCode = 1;
      return;
    }
  }
  chmodSync(CLI, 0o755);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, `${startedAt.toISOString()}\n`);
}
