/**
 * `npm run corpus`: what the rules find in real code, compared with what was found before (`corpus/expected`).
 *
 *     npm run corpus                     compares; exits with 1 on any difference
 *     npm run corpus -- --update         writes what is found as expected
 *     npm run corpus -- flask express    these projects alone
 *     npm run corpus -- --show           prints every place that came or went, with its line
 *     npm run corpus -- --allow-missing  projects that cannot be fetched any more are no failure
 */
import { parseArgs } from 'node:util';
import type { SourceFile } from '#core/source-file.ts';
import { type Analyzer, openAnalyzer } from './corpus-analyzer.ts';
import { type ProjectLines, differencesOf, linesByRule } from './corpus-expected.ts';
import { fetchProject } from './corpus-fetch.ts';
import { corpusFiles, languageOfCorpusFile, lineCount } from './corpus-files.ts';
import { type CorpusProject, readProjects } from './corpus-project.ts';
import { formatExpected, readExpected, writeDensity, writeExpected } from './corpus-store.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    'allow-missing': { type: 'boolean', default: false },
  },
});

interface Scanned {
  readonly files: readonly SourceFile[];
  readonly found: ProjectLines;
}

const all = readProjects();
const unknown = positionals.filter((name) => all.every((project) => project.name !== name));
if (unknown.length > 0) {
  console.error(`error: corpus/projects.json has no project ${unknown.join(', ')}.`);
  process.exit(2);
}
const projects = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const analyzer = await openAnalyzer();
const lines = new Map<string, number>();
const counts = new Map<string, number>();
const changed = new Map<string, { added: number; removed: number }>();
const skipped: string[] = [];
let uncovered = 0;

for (const project of projects) {
  const scanned = await scan(project, analyzer);
  if ('problem' in scanned) {
    skipped.push(project.name);
    console.log(`${project.name}: skipped. ${scanned.problem}`);
    continue;
  }
  countLines(scanned.files);
  for (const [rule, files] of Object.entries(scanned.found)) {
    counts.set(rule, (counts.get(rule) ?? 0) + Object.values(files).flat().length);
  }
  compare(project.name, scanned);
  if (flags.update) writeExpected(project.name, scanned.found);
}

const isWhole = projects.length === all.length && skipped.length === 0;
if (flags.update) {
  if (isWhole) writeDensity({ lines: Object.fromEntries(lines), rules: densities() });
  else console.log('density.json stays as it is: it speaks of the whole corpus.');
  formatExpected();
}
printSummary();
const isMissing = skipped.length > 0 && !flags['allow-missing'];
if ((changed.size > 0 && !flags.update) || isMissing) process.exitCode = 1;

async function scan(project: CorpusProject, { analyze }: Analyzer): Promise<Scanned | { readonly problem: string }> {
  const fetched = fetchProject(project);
  if ('problem' in fetched) return fetched;
  const files = corpusFiles(fetched.folder, project);
  const { findings, notCovered } = await analyze(files);
  uncovered += notCovered.length;
  for (const { path, reason } of notCovered) console.log(`${project.name}: ${path} is not covered. ${reason}`);
  const shown = findings.filter(({ confidence }) => confidence !== 'low');
  return {
    files,
    found: linesByRule(shown.map(({ rule, span }) => ({ rule, path: span.path, line: span.startLine }))),
  };
}

function countLines(files: readonly SourceFile[]): void {
  for (const { path, text } of files) {
    const language = languageOfCorpusFile(path) ?? 'other';
    lines.set(language, (lines.get(language) ?? 0) + lineCount(text));
  }
}

function compare(name: string, { files, found }: Scanned): void {
  const textOf = new Map(files.map(({ path, text }) => [path, text.split('\n')]));
  for (const { rule, added, removed } of differencesOf(readExpected(name), found)) {
    console.log(`${name}: ${rule} +${added.length}/-${removed.length}`);
    const before = changed.get(rule) ?? { added: 0, removed: 0 };
    changed.set(rule, { added: before.added + added.length, removed: before.removed + removed.length });
    if (!flags.show) continue;
    for (const [sign, places] of [
      ['+', added],
      ['-', removed],
    ] as const) {
      for (const place of places) {
        const [path = '', line = '0'] = place.split(/:(?=\d+$)/);
        console.log(`  ${sign} ${place}  ${(textOf.get(path)?.[Number(line) - 1] ?? '').trim().slice(0, 140)}`);
      }
    }
  }
}

/** Findings of a rule per 100,000 lines of the language it reads; of languages that the corpus has not, nothing is known. */
function densities(): Record<string, number> {
  return Object.fromEntries(
    analyzer.rules
      .flatMap(({ id, languages }): [string, number][] => {
        const [, read = 0] = [...lines].find(([language]) => languages.includes(language)) ?? [];
        return read === 0 ? [] : [[id, Math.round((1e7 * (counts.get(id) ?? 0)) / read) / 100]];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function printSummary(): void {
  const total = [...lines].map(([language, count]) => `${count} lines of ${language}`).join(', ');
  console.log(`\n${projects.length - skipped.length} of ${projects.length} projects, ${total}.`);
  console.log(
    `${[...counts.values()].reduce((sum, count) => sum + count, 0)} findings, ${uncovered} files not covered.`,
  );
  for (const [rule, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    console.log(`  ${String(count).padStart(6)}  ${rule}`);
  }
  for (const [rule, { added, removed }] of changed) console.log(`changed: ${rule} +${added}/-${removed}`);
  if (skipped.length > 0) console.log(`Not compared: ${skipped.join(', ')}.`);
}
