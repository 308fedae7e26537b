import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fakeProcess } from '#testing/fake-process.ts';
import { runCli } from './run-cli.ts';

// A scripted model of known behaviour, and the static analysis once more under a name of its own, to score with.
vi.mock(import('../compose.ts'), async (original) => {
  const real = await original();
  const { chanceModel } = await import('#testing/chance-model.ts');
  const { static: analysis, syntax } = real.extensions.detectors;
  if (analysis === undefined || syntax === undefined) throw new Error('There is no static analysis.');
  // One and the same each time, as a module is.
  const twin = { ...(await analysis()), name: 'again', defaultRole: 'marking' as const };
  const again = async () => twin;
  const chances = { seed: 1, vulnerable: 1, removes: 1, introduces: 0 };
  const chance = async () => ({
    name: 'chance',
    title: 'scripted',
    keys: [],
    availability: async () => ({ isUsable: true, detail: '', remedy: '' }),
    open: async (name: string) =>
      chanceModel(name === 'stubborn' ? { ...chances, removes: 0 } : chances, `chance/${name}`),
  });
  const detectors = { static: analysis, syntax, again };
  return { ...real, extensions: { ...real.extensions, detectors, providers: { chance } } };
});

const ended = z.object({
  runId: z.string(),
  done: z.int(),
  total: z.int(),
  errors: z.int(),
  isCapped: z.boolean(),
  missed: z.array(z.string()).optional(),
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccode-eval-run-'));
  const rows = ['find a person', 'show a folder', 'keep a note'].map((request, index) =>
    JSON.stringify({ name: `t${String(index)}`, language: 'python', request }),
  );
  writeFileSync(join(folder, 'tasks.jsonl'), `${rows.join('\n')}\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function seccode(...args: readonly string[]) {
  const process = fakeProcess({ folder });
  const code = await runCli(['eval', ...args], process);
  return { code, printed: process.printed(), noted: process.noted() };
}

const MAPPING = { id: 'name', request: 'request', language: 'language' };
const MAPPED = Object.entries(MAPPING).map((pair) => pair.join('='));
const DATASET = ['-d', 'table=tasks.jsonl', '--mode', 'request', ...MAPPED.flatMap((pair) => ['--map', pair])];
const JUDGED = ['--feedback', 'static', '--held-out', 'again', '--scorer', 'detectors', '--build', 'off'];

/** Lines of results, of all runs. */
function keptResults(): readonly string[] {
  const evals = join(folder, '.seccode/evals');
  const runs = existsSync(evals) ? readdirSync(evals).filter((name) => !name.startsWith('.')) : [];
  return runs.flatMap((name) =>
    readFileSync(join(evals, name, 'results.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean),
  );
}

async function run(...args: readonly string[]) {
  const { code, printed, noted } = await seccode('run', ...DATASET, ...JUDGED, '--json', ...args);
  if (printed === '') throw new Error(noted);
  return { code, noted, ...ended.parse(JSON.parse(printed)) };
}

describe('seccode eval run', () => {
  it('says beforehand what it may take, and afterwards what was done', async () => {
    const { code, noted, ...end } = await run('-m', 'chance/fixer', '-s', 'zero-shot,feedback-only', '--repeat', '2');

    expect({ code, ...end }).toMatchObject({ code: 0, done: 12, total: 12, errors: 0, isCapped: false });
    expect(noted).toContain('12 sessions: 1 × 2 × samples × 2.');
    expect(noted).toMatch(/At most \d+ calls, about [\d,]+ tokens in and [\d,]+ out; cost: \$0\.00\./);
  });

  it('reads a plan, and flags go before it', async () => {
    const plan = {
      models: ['chance/stubborn'],
      strategies: ['feedback-only'],
      datasets: [{ name: 'table', path: 'tasks.jsonl', mode: 'request', mapping: MAPPING }],
      ...{ feedback: ['static'], heldOut: ['again'], scorers: ['detectors'], build: 'off' },
    };
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));

    const { code, printed } = await seccode('run', 'plan.json', '-m', 'chance/fixer', '--limit', '2', '--json');

    expect(code).toBe(0);
    const { runId, done } = ended.parse(JSON.parse(printed));
    expect(done).toBe(2);
    const kept = z
      .object({ plan: z.object({ models: z.array(z.string()), strategies: z.array(z.string()) }) })
      .parse(JSON.parse(readFileSync(join(folder, '.seccode/evals', runId, 'plan.json'), 'utf8')));
    expect(kept.plan).toEqual({ models: ['chance/fixer'], strategies: ['feedback-only'] });
  });

  it('writes from the words where there are any, and starts from the code where there are none', async () => {
    writeFileSync(join(folder, 'code.jsonl'), '{"language": "python", "code": "import os\\nos.system(input())\\n"}\n');
    const modeOf = async (...args: readonly string[]): Promise<unknown> => {
      const { printed } = await seccode('run', '-m', 'chance/fixer', '-s', 'zero-shot', ...JUDGED, '--json', ...args);
      const { runId } = ended.parse(JSON.parse(printed));
      return JSON.parse(
        readFileSync(join(folder, '.seccode/evals', runId, 'results.jsonl'), 'utf8').split('\n')[0] ?? '',
      );
    };
    const map = (...pairs: readonly string[]): readonly string[] => pairs.flatMap((pair) => ['--map', pair]);

    expect(await modeOf('-d', 'table=tasks.jsonl', ...map(...MAPPED))).toMatchObject({ mode: 'request' });
    expect(await modeOf('-d', 'table=code.jsonl', ...map('language=language', 'code=code'))).toMatchObject({
      mode: 'code',
    });
  });

  it.each([
    ['a plan with a key that is none', { model: 'chance/fixer' }, "Did you mean 'models'?"],
    ['a plan with a value that is none', { repeats: 0 }, "'repeats' is missing or not as it has to be."],
    ['a plan that is a list', [], 'This is no plan.'],
    ['a dataset that there is not', { datasets: [{ name: 'tabel' }] }, "Did you mean 'table'?"],
  ])('refuses %s before anything is asked', async (_what, plan, why) => {
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));

    const { code, noted } = await seccode('run', 'plan.json', '-m', 'chance/fixer');

    expect(code).toBe(2);
    expect(noted).toContain(why);
    expect(existsSync(join(folder, '.seccode/evals'))).toBe(false);
  });

  it('stops at a cap, and goes on with a higher one', async () => {
    const capped = await run('-m', 'chance/fixer', '-s', 'zero-shot', '--max-tokens', '300', '-j', '1');
    expect(capped).toMatchObject({ code: 0, isCapped: true });
    expect(capped.done).toBeLessThan(3);
    expect(capped.noted).toContain('Raise it and go on with: seccode eval run --resume');

    const { code, printed } = await seccode('run', '--resume', '--max-tokens', '100000', '--json');

    expect({ code, ...ended.parse(JSON.parse(printed)) }).toMatchObject({ code: 0, done: 3, isCapped: false });
    const refused = await seccode('run', '--resume', '--seed', '2');
    expect(refused).toMatchObject({ code: 2, printed: '' });
    expect(refused.noted).toContain('--seed cannot be changed in a run that goes on.');
  });
});

describe('limits for metrics', () => {
  it('end with 0 when they are kept and with 1 when one is missed, also of a run that is done', async () => {
    const limits = ['--fail-under', 'secure-at-k=0.9', '--fail-over', 'vulnerability-rate@0=1,gaming-rate=0'];
    const kept = await run('-m', 'chance/fixer', '-s', 'feedback-only', ...limits);
    const missed = await run('-m', 'chance/stubborn', '-s', 'feedback-only', ...limits);

    expect(kept).toMatchObject({ code: 0, missed: [] });
    const why = 'table, chance/stubborn, feedback-only: secure-at-k@1 is 0 (n = 3) and has to be at least 0.9';
    expect(missed).toMatchObject({ code: 1, missed: [why] });
    expect(missed.noted).toContain(`exit 1: ${why}`);
    expect(await seccode('run', '--resume', missed.runId, '--fail-over', 'calls=1')).toMatchObject({ code: 1 });
    expect(await seccode('run', '--resume', missed.runId, '--fail-over', 'calls=9')).toMatchObject({ code: 0 });
  });

  it('are missed by what cannot be said', async () => {
    const { code, missed } = await run('-m', 'chance/fixer', '--fail-under', 'func-at-k=0');

    expect({ code, missed }).toMatchObject({ code: 1, missed: [expect.stringContaining('is unknown')] });
  });

  it('speak of rounds only where there was one, and of later rounds as of the last', async () => {
    const limits = ['--fail-under', 'fix-success-rate=1', '--fail-over', 'gaming-rate=0,vulnerability-rate@9=1'];

    expect(await run('-m', 'chance/fixer', '-s', 'zero-shot', ...limits)).toMatchObject({ code: 0, missed: [] });
    expect(await run('-m', 'chance/fixer', '-s', 'feedback-only', ...limits)).toMatchObject({ code: 0, missed: [] });
    const missed = await run('-m', 'chance/stubborn', '-s', 'feedback-only', ...limits);
    expect(missed).toMatchObject({ code: 1, missed: [expect.stringContaining('fix-success-rate@2 is 0 (n = 3)')] });
  });

  it('are refused for more repeats than there are, before anything is paid for', async () => {
    const process = ['run', ...DATASET, ...JUDGED, '-m', 'chance/fixer', '--fail-under', 'secure-at-k@5=1'];
    const { code, noted } = await seccode(...process, '--repeat', '3');

    expect(code).toBe(2);
    expect(noted).toContain('A limit speaks of secure-at-k@5, and the run has fewer repeats: 3.');
    expect(keptResults()).toEqual([]);
  });

  it('are not judged while cells are left: the run ends with 2', async () => {
    const flags = ['--max-tokens', '300', '-j', '1', '--fail-over', 'calls=99'];
    const { code, noted, missed } = await run('-m', 'chance/fixer', '-s', 'zero-shot', ...flags);

    expect({ code, missed }).toEqual({ code: 2, missed: undefined });
    expect(noted).toContain('exit 2: the run is not whole, and its limits are not judged');
    expect((await seccode('run', '--resume', '--fail-over', '')).noted).toContain('A limit for metrics is empty.');
  });

  it.each([
    'speed=1',
    'secure-at-k',
    'secure-at-k@4=1',
    'introduced-findings=0',
    'secure-at-k=high',
    'tokens@1=5',
    'findings-by-weakness=0',
    'secure-at-k=0.5x',
  ])('are refused where they are none, before anything is run: %s', async (limit) => {
    const { code, noted } = await seccode('run', ...DATASET, ...JUDGED, '-m', 'chance/fixer', '--fail-under', limit);

    expect(code).toBe(2);
    expect(noted).toMatch(/is no limit for a metric\.|speaks of a k that is not shown\./);
    expect(existsSync(join(folder, '.seccode/evals'))).toBe(false);
  });
});

describe('seccode eval list, report and compare', () => {
  it('list runs, newest first, with how far they are', async () => {
    expect((await seccode('list')).noted).toContain('No evaluation was run here.');
    const first = await run('-m', 'chance/fixer', '--limit', '1');
    const second = await run('-m', 'chance/stubborn', '--limit', '2', '-s', 'zero-shot');

    const lines = (await seccode('list')).printed.trimEnd().split('\n');
    const listed = z
      .array(z.object({ runId: z.string() }))
      .parse(JSON.parse((await seccode('list', '--json')).printed));

    expect(new Set(listed.map(({ runId }) => runId))).toEqual(new Set([first.runId, second.runId]));
    expect(lines).toHaveLength(2);
    expect(lines.find((line) => line.startsWith(second.runId))).toMatch(
      /\d{4}-\d\d-\d\d \d\d:\d\d {2}2 of 2 done {2}chance\/stubborn × zero-shot × table$/,
    );
  });

  it('write a page, Markdown, tables and figures', async () => {
    await run('-m', 'chance/fixer,chance/stubborn', '-s', 'zero-shot,feedback-only');

    const outputs = ['report.html', 'report.md', 'report.json', 'figures/', 'tables/'].flatMap((name) => ['-o', name]);
    const { code, noted } = await seccode('report', ...outputs);

    expect(code, noted).toBe(0);
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).toContain('chance/stubborn');
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('| table |');
    expect(readdirSync(join(folder, 'tables'))).toContain('samples.csv');
    const figures = readdirSync(join(folder, 'figures'));
    expect(figures.filter((name) => name.endsWith('-grey.png')).length).toBeGreaterThanOrEqual(3);
    expect(figures.filter((name) => name.endsWith('.svg'))).toHaveLength(
      figures.filter((name) => name.endsWith('.png')).length,
    );
    expect(await seccode('report', '-o', 'report.doc')).toMatchObject({ code: 2 });
  });

  it('compare two runs, also when model or strategy is what differs', async () => {
    const fixer = await run('-m', 'chance/fixer', '-s', 'feedback-only');
    const stubborn = await run('-m', 'chance/stubborn', '-s', 'feedback-only');
    const plain = await run('-m', 'chance/fixer', '-s', 'zero-shot');

    const models = await seccode('compare', fixer.runId, stubborn.runId);
    const strategies = await seccode('compare', plain.runId, fixer.runId);

    expect(models.printed).toContain('The plans differ in: models.');
    expect(models.printed).toMatch(
      /\| table \| chance\/fixer → chance\/stubborn, feedback-only \| 1: \S+ \| 2: \S+ \| 3 \| 3 \| 0 \|/,
    );
    expect(models.printed).toContain('3 changed, 3 of them shown; 0 cells are scored in one run only.');
    expect(strategies.printed).toMatch(/\| table \| chance\/fixer, zero-shot → feedback-only \|.*\| 3 \| 0 \| 3 \|/);
  });

  it('find no difference between a run and itself', async () => {
    const { runId } = await run('-m', 'chance/fixer', '-s', 'feedback-only');

    const { code, printed } = await seccode('compare', runId, runId);

    expect(code).toBe(0);
    expect(printed).toContain('The plans agree.');
    expect(printed).toContain('0 changed');
  });

  it('refuse to compare runs that judge differently, unless told to', async () => {
    const low = await run('-m', 'chance/fixer', '--limit', '1', '--fail-on', 'low');
    const high = await run('-m', 'chance/fixer', '--limit', '1', '--fail-on', 'high');

    const refused = await seccode('compare', low.runId, high.runId);
    const shown = await seccode('compare', low.runId, high.runId, '--anyway', '-o', 'compared.md');

    expect(refused).toMatchObject({ code: 2, printed: '' });
    expect(refused.noted).toContain('The runs judge differently: failOn.');
    expect(shown.code).toBe(0);
    expect(readFileSync(join(folder, 'compared.md'), 'utf8')).toContain('failOn (scores mean different things)');
  });

  it('refuse to compare runs of other judges, and a run that goes on says that there are others', async () => {
    const one = await run('-m', 'chance/fixer', '--limit', '1');
    const two = await run('-m', 'chance/fixer', '--limit', '1');
    const path = join(folder, '.seccode/evals', two.runId, 'plan.json');
    const kept = JSON.parse(readFileSync(path, 'utf8'));
    expect(kept.plan.judges).toMatchObject({ version: expect.stringMatching(/^\d/), detectors: { syntax: '1' } });
    kept.plan.judges.detectors.syntax = '0';
    writeFileSync(path, JSON.stringify(kept));

    expect((await seccode('compare', one.runId, two.runId)).noted).toContain(
      'The runs judge differently: syntax 1 and 0.',
    );
    expect((await seccode('run', '--resume', two.runId)).noted).toContain(
      'warning: the run began with other judges than are here: syntax 0 and 1.',
    );
    expect((await seccode('report', two.runId)).printed).toMatch(/judged by.*SecCode \d.*syntax 0/);
  });

  it.each([
    ['report', ['report', '20261123-031502-000000']],
    ['compare', ['compare', '20261123-031502-000000', '20261123-031502-000001']],
  ])('say when there is no such run: %s', async (_command, args) => {
    const { code, noted } = await seccode(...args);

    expect(code).toBe(2);
    expect(noted).toContain("There is no run '20261123-031502-000000'");
  });
});
