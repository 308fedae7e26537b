import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ProjectLines } from './corpus-expected.ts';
import { ROOT, run } from './run-command.ts';

const EXPECTED = join(ROOT, 'corpus/expected');
const linesSchema = z.record(z.string(), z.array(z.int()));

/** How many lines the corpus has by language, and what each rule finds in 100,000 of those it reads. */
export interface Density {
  readonly lines: Readonly<Record<string, number>>;
  readonly rules: Readonly<Record<string, number>>;
}

/** What is committed for a project; nothing for one that was never scanned. */
export function readExpected(project: string): ProjectLines {
  const folder = join(EXPECTED, project);
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [
        file.slice(0, -'.json'.length).replaceAll('\\', '/'),
        linesSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
      ]),
  );
}

/** Replaces what is committed for a project: one file per rule. */
export function writeExpected(project: string, lines: ProjectLines): void {
  const folder = join(EXPECTED, project);
  rmSync(folder, { recursive: true, force: true });
  for (const [rule, files] of Object.entries(lines)) write(join(folder, `${rule}.json`), files);
}

export function writeDensity(density: Density): void {
  write(join(EXPECTED, 'density.json'), density);
}

/** As the formatter wants it: `npm run format:check` looks at these files too. */
export function formatExpected(): void {
  run(join(ROOT, 'node_modules/.bin/biome'), ['format', '--write', '--log-level=error', EXPECTED]);
}

function write(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
