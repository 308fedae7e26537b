/**
 * `npm run corpus`: what the rules find in real code, compared with what was found before (`corpus/expected`).
 *
 *     npm run corpus                     compares; exits with 1 on any difference
 *     npm run corpus -- --update         writes what is found as expected
 *     npm run corpus -- flask express    these projects alone
 *     npm run corpus -- --language c,go  projects with code in these languages, and their findings in them
 *     npm run corpus -- --show           prints every place that came or went, with its line, and what is not covered
 *     npm run corpus -- --sample 50 --seed 1    prints findings drawn by chance with their code, and compares nothing
 *     npm run corpus -- --rule c/null-dereference    of `--sample`: this rule alone
 *     npm run corpus -- --jobs 1         in one process; otherwise one per core
 *     npm run corpus -- --allow-missing  projects that cannot be fetched any more are no failure
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAnalyzer } from './corpus-analyzer.ts';
import { densitiesOf } from './corpus-density.ts';
import { differencesOf, linesByRule } from './corpus-expected.ts';
import { CORPUS_FOLDER, fetchProject } from './corpus-fetch.ts';
import { corpusFiles, languageOfCorpusFile } from './corpus-files.ts';
import { scanInProcesses } from './corpus-pool.ts';
import { type CorpusProject, readProjects } from './corpus-project.ts';
import { drawSample } from './corpus-sample.ts';
import type { CorpusFinding, CorpusScan } from './corpus-scan.ts';
import { formatExpected, readExpected, writeDensity, writeExpected } from './corpus-store.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    'allow-missing': { type: 'boolean', default: false },
    language: { type: 'string', default: '' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    rule: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
/** Lines that `--sample` shows before and after the line of a finding. */
const CONTEXT = 12;

const all = readProjects();
const unknown = positionals.filter((name) => all.every((project) => project.name !== name));
if (unknown.length > 0) {
  console.error(`error: corpus/projects.json has no project ${unknown.join(', ')}.`);
  process.exit(2);
}
const languages = new Set(flags.language.split(',').filter((one) => one !== ''));
const isWantedPath = (path: string): boolean => languages.size === 0 || languages.has(languageOfCorpusFile(path) ?? '');

const skipped: string[] = [];
const projects = all
  .filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  .filter((project) => {
    const fetched = fetchProject(project);
    if (!('problem' in fetched)) return languages.size === 0 || filesOf(project).length > 0;
    skip(project.name, fetched.problem);
    return false;
  });
const scans = new Map<string, CorpusScan>();
// What takes longest is begun first, so that no process waits for another at the end.
const bySize = projects.toSorted((a, b) => sizeOf(b) - sizeOf(a)).map(({ name }) => name);
await scanInProcesses(bySize, Math.max(1, Number(flags.jobs)), (name, scan) => {
  if ('problem' in scan) skip(name, scan.problem);
  else scans.set(name, scan);
  console.error(`${scans.size + skipped.length} of ${projects.length}: ${name}`);
});

const changed = new Map<string, { added: number; removed: number }>();
const lines: Record<string, number> = {};
const counts = new Map<string, number>();
let [files, uncovered] = [0, 0];
const isComparing = flags.sample === undefined && languages.size === 0;
for (const project of projects) {
  const scan = scans.get(project.name);
  if (scan === undefined) continue;
  printNotCovered(project.name, scan);
  for (const [language, count] of Object.entries(scan.lines)) lines[language] = (lines[language] ?? 0) + count;
  for (const { rule, path } of scan.findings) {
    if (isWantedPath(path)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  files += scan.files;
  uncovered += scan.notCovered.length;
  if (isComparing) compare(project, scan);
  if (isComparing && flags.update) writeExpected(project.name, linesByRule(scan.findings));
}

if (flags.sample !== undefined) printSample(Number(flags.sample), Number(flags.seed));
if (isComparing && flags.update) {
  const { rules } = await openAnalyzer();
  const isWhole = projects.length === all.length && skipped.length === 0;
  if (isWhole) writeDensity({ lines, rules: densitiesOf(rules, lines, counts) });
  else console.log('density.json stays as it is: it speaks of the whole corpus.');
  formatExpected();
}
printSummary();
const isMissing = skipped.length > 0 && !flags['allow-missing'];
if ((changed.size > 0 && !flags.update) || isMissing) process.exitCode = 1;

function skip(name: string, problem: string): void {
  skipped.push(name);
  console.log(`${name}: skipped. ${problem}`);
}

function printNotCovered(name: string, { files: read, notCovered }: CorpusScan): void {
  if (notCovered.length > 0)
    console.log(`${name}: ${notCovered.length} of ${read} files are not covered, or not wholly.`);
  if (!flags.show) return;
  for (const { path, reason } of notCovered) console.log(`  ${path} is not covered. ${reason}`);
}

function filesOf(project: CorpusProject): ReturnType<typeof corpusFiles> {
  return corpusFiles(join(CORPUS_FOLDER, project.name), project).filter(({ path }) => isWantedPath(path));
}

/** Characters. */
function sizeOf(project: CorpusProject): number {
  return filesOf(project).reduce((sum, { text }) => sum + text.length, 0);
}

function compare(project: CorpusProject, { findings }: CorpusScan): void {
  const textOf = new Map(flags.show ? filesOf(project).map(({ path, text }) => [path, text.split('\n')]) : []);
  for (const { rule, added, removed } of differencesOf(readExpected(project.name), linesByRule(findings))) {
    console.log(`${project.name}: ${rule} +${added.length}/-${removed.length}`);
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

function printSample(count: number, seed: number): void {
  const found = projects.flatMap((project) =>
    (scans.get(project.name)?.findings ?? [])
      .filter(({ rule, path }) => isWantedPath(path) && (flags.rule === undefined || flags.rule === rule))
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map((finding) => ({ project, finding })),
  );
  const drawn = drawSample(found, count, seed);
  for (const [index, { project, finding }] of drawn.entries()) {
    const text = filesOf(project).find(({ path }) => path === finding.path)?.text ?? '';
    console.log(`\n${index + 1}. ${project.name} ${finding.path}:${finding.line} ${finding.rule}: ${finding.message}`);
    const first = Math.max(0, finding.line - 1 - CONTEXT);
    for (const [offset, line] of text
      .split('\n')
      .slice(first, finding.line + CONTEXT)
      .entries()) {
      const number = first + offset + 1;
      console.log(`${number === finding.line ? '>' : ' '}${String(number).padStart(6)}  ${line}`);
    }
  }
  console.log(`\n${drawn.length} of ${found.length} findings, seed ${seed}.`);
}

/** So that the order, and with it what is drawn, is the same on every machine. */
function keyOf({ path, line, rule, message }: CorpusFinding): string {
  return `${path}:${String(line).padStart(7, '0')}:${rule}:${message}`;
}

function printSummary(): void {
  const total = Object.entries(lines).map(([language, count]) => `${count} lines of ${language}`);
  const seconds = [...scans.values()].reduce((sum, { ms }) => sum + ms, 0) / 1000;
  console.log(`\n${scans.size} of ${projects.length + skipped.length} projects, ${total.join(', ')}.`);
  console.log(
    `${[...counts.values()].reduce((sum, count) => sum + count, 0)} findings in ${files} files, ${uncovered} of them not covered, or not wholly; ${seconds.toFixed(0)} s of work.`,
  );
  for (const [rule, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    console.log(`  ${String(count).padStart(6)}  ${rule}`);
  }
  for (const [rule, { added, removed }] of changed) console.log(`changed: ${rule} +${added}/-${removed}`);
  if (skipped.length > 0) console.log(`Not compared: ${skipped.join(', ')}.`);
}
