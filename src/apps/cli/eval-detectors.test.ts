import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fakeProcess } from '#testing/fake-process.ts';
import { runCli } from './run-cli.ts';

// Detectors that look for words, so that each test can say what is found.
vi.mock(import('../compose.ts'), async (original) => {
  const real = await original();
  const { wordDetector: detector } = await import('#testing/word-detector.ts');
  const absent = { isUsable: false, detail: 'there is no program absent', remedy: 'Install absent 1.0 or newer.' };
  const evil = detector({ name: 'words', word: 'evil', is: { languages: ['python'] } });
  const detectors = {
    words: async () => ({ ...evil, isDefaultForScan: true }),
    shells: async () => detector({ name: 'shells', word: 'shell', finding: { cwes: ['CWE-78'], confidence: 'low' } }),
    absent: async () =>
      detector({ name: 'absent', word: 'x', is: { isExternal: true, availability: async () => absent } }),
    present: async () => detector({ name: 'present', word: 'wicked', is: { isExternal: true } }),
    broken: async () => ({
      ...detector({ name: 'broken', word: 'x' }),
      detect: async () => Promise.reject(new Error('It fell over.')),
    }),
    partial: async () => ({
      ...evil,
      name: 'partial',
      detect: async (input: Parameters<typeof evil.detect>[0], context: Parameters<typeof evil.detect>[1]) => ({
        ...(await evil.detect(input, context)),
        notCovered: input.files
          .filter(({ text }) => text.includes('odd'))
          .map(({ path }) => ({ path, reason: 'It is odd.' })),
      }),
    }),
    waiting: async () => ({
      ...evil,
      name: 'waiting',
      detect: async (_: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise<never>((_resolve, reject) => {
          process.emit('message', 'waiting', undefined);
          signal.addEventListener('abort', () => reject(new Error('Aborted.')));
        }),
    }),
  };
  return { ...real, extensions: { ...real.extensions, detectors, rules: {} } };
});

const figure = z.object({ value: z.number().nullable(), hits: z.int(), of: z.int() }).loose();
const evaluation = z.object({
  set: z.string(),
  samples: z.int(),
  minConfidence: z.string(),
  detectors: z.array(
    z.object({
      detector: z.string(),
      status: z.string(),
      failure: z.string().optional(),
      findings: z.int(),
      languages: z.record(
        z.string(),
        z
          .object({
            vulnerable: z.int(),
            secure: z.int(),
            unscored: z.object({ vulnerable: z.int(), secure: z.int() }),
            recall: figure,
            falsePositives: figure,
            f1: figure,
            pairs: figure,
          })
          .loose(),
      ),
      missed: z.array(z.object({ language: z.string(), cwe: z.int(), count: z.int() })).optional(),
    }),
  ),
  missing: z.array(z.object({ detector: z.string(), detail: z.string(), remedy: z.string() })),
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccode-eval-detectors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sample = (label: string, code: string, more: object = {}): object => ({
  language: 'python',
  cwe: 95,
  label,
  code,
  ...more,
});
const SET = [
  sample('vulnerable', 'evil()\n', { pair: 'a' }),
  sample('secure', 'good()\n', { pair: 'a' }),
  sample('vulnerable', 'evil()\n', { pair: 'b' }),
  sample('secure', 'evil()\n', { pair: 'b' }),
  sample('vulnerable', 'shell()\n', { cwe: 78 }),
  sample('vulnerable', 'wicked()\n', { language: 'javascript' }),
];

async function measure(args: readonly string[] = [], lines: readonly unknown[] = SET) {
  const path = join(folder, 'set.jsonl');
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  const process = fakeProcess({ folder });
  const code = await runCli(['eval', 'detectors', 'set.jsonl', ...args], process);
  return { code, printed: process.printed(), noted: process.noted() };
}

async function measured(args: readonly string[] = [], lines: readonly unknown[] = SET) {
  const { code, printed, noted } = await measure(['--json', ...args], lines);
  if (printed === '') throw new Error(noted);
  return { code, ...evaluation.parse(JSON.parse(printed)) };
}

describe('seccode eval detectors', () => {
  it('scores the usual detector by language and over all', async () => {
    const { code, samples, minConfidence, detectors } = await measured();

    expect({ code, samples, minConfidence }).toEqual({ code: 0, samples: 6, minConfidence: 'medium' });
    expect(detectors.map(({ detector, findings }) => [detector, findings])).toEqual([['words', 3]]);
    expect(detectors[0]?.languages).toMatchObject({
      python: {
        vulnerable: 3,
        secure: 2,
        recall: { value: 0.667, hits: 2, of: 3 },
        falsePositives: { value: 0.5, hits: 1, of: 2 },
        f1: { value: 0.667 },
        pairs: { value: 0.5, hits: 1, of: 2 },
        unscored: { vulnerable: 0, secure: 0 },
      },
      // It does not know the language: that is no word about the code.
      javascript: {
        vulnerable: 1,
        secure: 0,
        recall: { value: 0, hits: 0, of: 1 },
        unscored: { vulnerable: 1, secure: 0 },
      },
      all: { vulnerable: 4, secure: 2, recall: { value: 0.5, hits: 2, of: 4 }, unscored: { vulnerable: 1, secure: 0 } },
    });
  });

  it('scores each detector alone, then their union', async () => {
    const { detectors } = await measured(['--detector', 'words,shells,present', '--min-confidence', 'low']);

    expect(detectors.map(({ detector, languages }) => [detector, languages['all']?.recall.hits])).toEqual([
      ['words', 2],
      ['shells', 1],
      ['present', 1],
      ['union', 4],
    ]);
  });

  it('leaves out findings below the confidence that is asked for', async () => {
    const { detectors } = await measured(['--detector', 'shells']);

    expect(detectors[0]?.languages['all']?.recall.hits).toBe(0);
  });

  it('does not heed comments that silence a detector', async () => {
    const hidden = sample('vulnerable', 'evil()  # seccode-ignore: CWE-95 -- It is fine.\n');

    expect((await measured([], [hidden])).detectors[0]?.languages['all']?.recall).toMatchObject({ hits: 1, of: 1 });
  });

  it('takes the languages that are named', async () => {
    const { samples, detectors } = await measured(['-l', 'javascript', '--detector', 'present']);

    expect(samples).toBe(1);
    expect(Object.keys(detectors[0]?.languages ?? {})).toEqual(['javascript', 'all']);
  });

  it('counts files that were not checked as unscored, unless they are flagged', async () => {
    const lines = [sample('vulnerable', 'odd()\n'), sample('vulnerable', 'odd(evil)\n'), sample('secure', 'odd()\n')];

    const { detectors } = await measured(['--detector', 'partial'], lines);

    expect(detectors[0]?.languages['all']).toMatchObject({
      recall: { hits: 1, of: 2 },
      unscored: { vulnerable: 1, secure: 1 },
    });
  });

  it('gives no figures for a detector that failed, nor for a union with it', async () => {
    const { code, detectors } = await measured(['--detector', 'words,broken']);

    expect(code).toBe(2);
    expect(
      detectors.map(({ detector, status, languages }) => [detector, status, Object.keys(languages).length]),
    ).toEqual([
      ['words', 'completed', 3],
      ['broken', 'failed', 0],
      ['union', 'failed', 0],
    ]);
    const { printed, noted } = await measure(['--detector', 'words,broken']);
    expect(printed).toContain('broken failed: ');
    expect(noted).toContain('exit 2: broken failed');
  });

  it('names a detector that is not installed with its remedy: an error only when it was named itself', async () => {
    const named = await measure(['--detector', 'absent']);
    expect([named.code, named.noted]).toEqual([
      2,
      "error: The detector 'absent' cannot be used here: there is no program absent.\nfix: Install absent 1.0 or newer.\n",
    ]);

    const grouped = await measured(['--detector', 'external']);
    expect(grouped.code).toBe(0);
    expect(grouped.detectors.map(({ detector }) => detector)).toEqual(['present']);
    expect(grouped.missing).toEqual([
      { detector: 'absent', detail: 'there is no program absent', remedy: 'Install absent 1.0 or newer.' },
    ]);
  });

  it('lists what is missed most often', async () => {
    const { printed } = await measure(['--misses', '1']);

    expect(printed).toContain('words missed: python CWE-78 x1\n');
    expect(printed).toContain('words false: python CWE-95 x1\n');
  });

  it('has a table for people, in which what was not judged has no figures', async () => {
    const { printed } = await measure();

    expect(printed.split('\n').map((line) => line.split(/ {2,}/))).toEqual(
      expect.arrayContaining([
        ['words', 'javascript', '1', '0', '-', '-', '-', '-', '1'],
        expect.arrayContaining(['python', '66.7 % [21-94]', '50.0 % [9-91]', '1 of 2 [0-2]']),
      ]),
    );
  });

  it('writes CSV, JSON and Markdown', async () => {
    const { noted } = await measure(['-o', 'out/a.csv', '-o', 'a.json', '-o', 'a.md']);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

    expect(noted.match(/wrote /g)).toHaveLength(3);
    const [header, first] = read('out/a.csv')
      .split('\r\n')
      .map((line) => line.split(','));
    expect(first).toHaveLength(header?.length ?? 0);
    expect(Object.fromEntries((header ?? []).map((name, column) => [name, first?.[column]]))).toMatchObject({
      set: 'set',
      detector: 'words',
      language: 'javascript',
      recallHits: '0',
      unscoredVulnerable: '1',
    });
    expect(evaluation.parse(JSON.parse(read('a.json'))).samples).toBe(6);
    expect(read('a.md')).toContain('| words | python | 3 | 2 | 66.7 % \\[21-94\\] |');
  });

  it('ends with 1 when a figure misses its limit, and says which', async () => {
    expect((await measure(['--fail-under', 'recall=0.5,f1=0.5'])).code).toBe(0);
    const { code, noted } = await measure([
      '--fail-under',
      'recall=0.6,pairs=0.5',
      '--fail-over',
      'false-positives=0.4',
    ]);
    expect(code).toBe(1);
    expect(noted).toContain(
      'exit 1: recall is 0.500 and has to be at least 0.6; false-positives is 0.500 and has to be at most 0.4',
    );
  });

  it('takes relations from a file', async () => {
    writeFileSync(join(folder, 'r.json'), JSON.stringify({ parents: {}, families: [[95, 78]], tooAbstract: [] }));
    const lines = [sample('vulnerable', 'evil()\n', { cwe: 78 })];

    const hits = async (args: readonly string[]) =>
      (await measured(args, lines)).detectors[0]?.languages['all']?.recall.hits;

    expect([await hits([]), await hits(['--relations', 'r.json'])]).toEqual([0, 1]);
  });

  it.each([
    ['a limit that is none', ['--fail-under', 'recall=2'], SET, "'recall=2' is no limit"],
    ['a figure that there is not', ['--fail-under', 'speed=0.1'], SET, "'speed=0.1' is no limit"],
    ['an ending that no writer has', ['-o', 'a.xml'], SET, "'a.xml' does not say"],
    ['relations that are not there', ['--relations', 'none.json'], SET, "'none.json' cannot be read."],
    ['relations that are none', ['--relations', 'set.jsonl'], [{}], "'set.jsonl' holds no relations."],
    ['a detector that there is not', ['--detector', 'wrods'], SET, "There is no detector 'wrods'."],
    ['a language without samples', ['-l', 'go'], SET, "There is no sample to look at in 'set.jsonl'."],
    [
      'a line without a label',
      [],
      [...SET, { language: 'c', cwe: 1, code: '' }],
      "set.jsonl, row 7 is no labelled sample: 'label'",
    ],
    [
      'a language that would be a path',
      [],
      [sample('secure', '', { language: '../x' })],
      "row 1 is no labelled sample: 'language'",
    ],
    ['a line that is no JSON', [], [...SET, '{"language":'], 'set.jsonl, row 7 cannot be read.'],
  ])('refuses %s', async (_what, args, lines, words) => {
    const { code, noted, printed } = await measure(args, lines);

    expect(noted).toContain(words);
    expect(noted).toContain('fix: ');
    expect([code, printed]).toEqual([2, '']);
  });

  it('ends at Ctrl-C, without figures', async () => {
    const process_ = fakeProcess({ folder });
    process.once('message', () => process_.signal('SIGINT'));
    writeFileSync(join(folder, 'set.jsonl'), JSON.stringify(SET[0]));

    const code = await runCli(['eval', 'detectors', 'set.jsonl', '--detector', 'waiting'], process_);

    expect([code, process_.printed()]).toEqual([130, '']);
    expect(process_.noted()).toBe('Interrupted. Nothing was kept; run the command again.\n');
  });
});
