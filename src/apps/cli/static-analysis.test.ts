import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeProcessOptions, fakeProcess } from '#testing/fake-process.ts';
import { plainRule } from '#testing/plain-rule.ts';
import { runCli } from './run-cli.ts';

// Detectors that look for words: what the commands make of findings is the same for every detector.
vi.mock(import('../compose.ts'), async (original) => {
  const real = await original();
  const { plainRule: rule } = await import('#testing/plain-rule.ts');
  const { wordDetector: detector } = await import('#testing/word-detector.ts');
  const detectors = {
    syntax: real.extensions.detectors['syntax'] ?? (() => Promise.reject(new Error('There is a gate.'))),
    words: async () => detector({ name: 'words', word: 'evil', replacement: 'good', is: { isDefaultForScan: true } }),
    hints: async () =>
      detector({ name: 'hints', word: 'hint', finding: { confidence: 'low' }, is: { isDefaultForScan: true } }),
    // Tells as its version what it was told.
    told: async () => ({
      ...detector({ name: 'told', word: 'evil' }),
      detect: async (_: unknown, { settings }: { settings?: object }) => ({
        version: JSON.stringify(settings ?? null),
        findings: [],
      }),
    }),
    parens: async () =>
      detector({ name: 'parens', word: 'wicked', replacement: 'f((', is: { isDefaultForScan: true } }),
  };
  const python = async () => [
    rule('python/sql-injection', { cwes: ['CWE-89', 'CWE-943'], title: 'SQL injection', severity: 'critical' }),
    rule('python/eval'),
    rule('python/new', { stage: 'experimental', title: 'Something new' }),
  ];
  return { ...real, extensions: { ...real.extensions, detectors, rules: { python } } };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccode-static-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly printed: string;
  readonly noted: string;
}

async function run(args: readonly string[], options: Partial<FakeProcessOptions> = {}): Promise<Ended> {
  const process = fakeProcess({ folder, ...options });
  const code = await runCli(args, process);
  return { code, printed: process.printed(), noted: process.noted() };
}

const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const SAID = ['--reason', 'Known.', '--owner', 'ada'];

describe('seccode rules', () => {
  it('lists the rules as a table', async () => {
    expect((await run(['rules'])).printed).toBe(
      [
        'RULE                  CWE     SEVERITY  STAGE         TITLE',
        'python/eval           CWE-95  high      stable        Text run as code',
        'python/new            CWE-95  high      experimental  Something new',
        'python/sql-injection  CWE-89  critical  stable        SQL injection',
        '',
      ].join('\n'),
    );
  });

  it.each([
    { flags: ['--cwe', 'CWE-943'], ids: ['python/sql-injection'] },
    { flags: ['--cwe', '95'], ids: ['python/eval', 'python/new'] },
    { flags: ['--language', 'py'], ids: ['python/eval', 'python/new', 'python/sql-injection'] },
    { flags: ['--language', 'go'], ids: [] },
  ])('lists only what $flags asks for', async ({ flags, ids }) => {
    const { printed } = await run(['rules', 'list', '--json', ...flags]);

    expect((JSON.parse(printed) as { id: string }[]).map(({ id }) => id)).toEqual(ids);
  });

  it('explains a rule', async () => {
    const { code, printed } = await run(['rules', 'show', 'python/sql-injection']);

    expect(code).toBe(0);
    expect(printed).toMatch(/^python\/sql-injection {2}SQL injection\ncritical severity, stable, reads python\n/);
    expect(printed).toContain('\nCWE-89 Improper Neutralization of Special Elements used in an SQL Command');
    expect(printed).toContain('\nWhy\nWhoever chooses the text chooses what runs.\n');
    expect(printed).toContain('\nHow to fix it\nParse the text as data.\n');
    expect(printed).toContain('\nRead more\nhttps://cwe.mitre.org/');
  });

  it('finds a rule by its name alone, and says how to run an experimental one', async () => {
    expect((await run(['rules', 'show', 'new'])).printed).toContain('Runs only when named: --rule python/new');
  });

  it('gives a rule as data', async () => {
    expect(JSON.parse((await run(['rules', 'show', 'python/eval', '--json'])).printed)).toMatchObject({
      ...plainRule('python/eval'),
      examples: [],
    });
  });

  it.each([
    { args: ['rules', 'show', 'python/sql-injektion'], says: "fix: Did you mean 'python/sql-injection'?" },
    { args: ['rules', 'show', 'evil'], says: "fix: Did you mean 'python/eval'?" },
    { args: ['rules', 'show', 'nothing-like-it'], says: 'fix: List the rules with `seccode rules list`.' },
    { args: ['rules', 'list', '--cwe', 'injection'], says: "error: 'injection' names no weakness." },
    { args: ['rules', 'list', '--language', 'pyton'], says: "fix: Did you mean 'python'?" },
    { args: ['scan', 'a.py', '--rule', 'python/evel'], says: "fix: Did you mean 'python/eval'?" },
    { args: ['scan', 'a.py', '--no-rule', 'CWE-1'], says: 'error: No rule finds CWE-1.' },
  ])('explains a slip in $args', async ({ args, says }) => {
    write('a.py', 'fine()\n');

    const { code, noted } = await run(args);

    expect(code).toBe(2);
    expect(noted).toContain(says);
  });
});

describe('seccode scan', () => {
  it('says how many findings below the wanted confidence it left out, and shows them when asked', async () => {
    write('a.py', 'hint()\n');

    const usual = await run(['scan', 'a.py']);
    const all = await run(['scan', 'a.py', '--min-confidence', 'low']);

    expect(usual).toMatchObject({ code: 0 });
    expect(usual.printed).toContain('1 finding below medium confidence is left out; --min-confidence low shows it.');
    expect(all).toMatchObject({ code: 1 });
    expect(all.printed).toContain('The word hint is here.');
  });

  it('takes rules from flags, with commas or repeated, and from the settings', async () => {
    write('a.py', 'evil()\n');
    const verdict = async (...flags: readonly string[]): Promise<number> =>
      (await run(['scan', 'a.py', ...flags])).code;

    expect(await verdict('--rule', 'CWE-89')).toBe(0);
    expect(await verdict('--rule', 'CWE-89,CWE-95')).toBe(1);
    expect(await verdict('--rule', 'CWE-89', '--rule', 'CWE-95')).toBe(1);
    expect(await verdict('--no-rule', 'CWE-95')).toBe(0);
    write('seccode.config.yaml', 'withoutRules: [CWE-95]\n');
    expect(await verdict()).toBe(0);
    expect((await run(['scan', 'a.py'])).printed).toContain('These rules were not run: CWE-95.');
  });
});

describe('seccode baseline', () => {
  it('accepts what is open, with a reason and an owner, and a scan then shows it as accepted', async () => {
    write('a.py', 'evil()\n');

    const created = await run(['baseline', 'create', ...SAID, '--expires', '2999-12-31']);
    const scanned = await run(['scan', '.']);
    const without = await run(['scan', '.', '--no-baseline']);

    expect(created).toMatchObject({
      code: 0,
      noted: expect.stringContaining('1 finding accepted in seccode-baseline.json'),
    });
    expect(JSON.parse(read('seccode-baseline.json'))).toMatchObject({
      schema: 'seccode/baseline/1',
      entries: [{ rule: 'no-evil', path: 'a.py', reason: 'Known.', owner: 'ada', expires: '2999-12-31' }],
    });
    expect(scanned.code).toBe(0);
    expect(scanned.printed).toContain('a.py:1 no-evil: Known. (ada, until 2999-12-31)');
    expect(without.code).toBe(1);
  });

  it('keeps what is accepted already when more is added', async () => {
    write('a.py', 'evil()\n');
    await run(['baseline', 'create', ...SAID]);
    write('b.py', 'evil()\n');

    const { noted } = await run(['baseline', 'create', '--reason', 'Also known.', '--owner', 'bob']);

    expect(noted).toContain('which now has 2 entries.');
    expect(read('seccode-baseline.json')).toMatch(/"owner": "ada"[\s\S]*"owner": "bob"/);
  });

  it('writes no file when nothing is open', async () => {
    write('a.py', 'fine()\n');

    expect((await run(['baseline', 'create', ...SAID])).noted).toContain('there is nothing to accept');
    expect(existsSync(join(folder, 'seccode-baseline.json'))).toBe(false);
  });

  it('opens a finding again when its entry expires', async () => {
    write('a.py', 'evil()\n');
    await run(['baseline', 'create', ...SAID, '--baseline', 'known.json', '--expires', '2999-12-31']);
    write('known.json', read('known.json').replace('2999-12-31', '2020-12-31'));

    const scanned = await run(['scan', '.', '--baseline', 'known.json']);
    const checked = await run(['baseline', 'check', '--baseline', 'known.json']);
    const pruned = await run(['baseline', 'prune', '--expired', '--baseline', 'known.json']);

    expect(scanned.code).toBe(1);
    expect(scanned.printed).toContain('1 entry of known.json expired and no longer counts: no-evil in a.py.');
    expect(checked).toMatchObject({ code: 1, printed: 'expired on 2020-12-31: no-evil in a.py (ada)\n' });
    expect(pruned.noted).toContain('removed no-evil in a.py (ada)\nknown.json now has 0 entries.');
  });

  it('tells of entries whose finding is gone, and prunes them', async () => {
    write('a.py', 'evil()\n');
    write('b.py', 'evil()\n');
    await run(['baseline', 'create', ...SAID]);
    write('a.py', 'fine()\n');

    const checked = await run(['baseline', 'check']);
    const pruned = await run(['baseline', 'prune']);
    const again = await run(['baseline', 'check']);

    expect(checked).toMatchObject({ code: 1, printed: 'gone: no-evil in a.py (ada)\n' });
    expect(pruned.noted).toContain('seccode-baseline.json now has 1 entry.');
    expect(again).toMatchObject({ code: 0, printed: '1 entry in seccode-baseline.json, all in order.\n' });
    expect((await run(['baseline', 'prune'])).noted).toContain('Nothing to remove');
  });

  it('does not count an entry without an owner', async () => {
    write('a.py', 'evil()\n');
    await run(['baseline', 'create', ...SAID]);
    write('seccode-baseline.json', read('seccode-baseline.json').replace('"ada"', '""'));

    const { code, printed } = await run(['baseline', 'check']);

    expect(code).toBe(1);
    expect(printed).toBe('does not count: no-evil in a.py. It names no owner.\n');
  });

  it.each([
    { args: ['baseline', 'create', '--owner', 'ada'], says: /required option '--reason <text>'/ },
    { args: ['baseline', 'create', '--reason', ' ', '--owner', 'ada'], says: /needs a reason and an owner/ },
    { args: ['baseline', 'create', ...SAID, '--expires', '2020-01-01'], says: /'2020-01-01' is no day from today on/ },
    { args: ['baseline', 'check'], says: /'seccode-baseline\.json' does not exist/ },
    { args: ['scan', '.', '--baseline', 'none.json'], says: /'none\.json' does not exist/ },
    { args: ['scan', '.', '--baseline', 'a.py'], says: /'a\.py' is no baseline/ },
  ])('explains a slip in $args', async ({ args, says }) => {
    write('a.py', 'evil()\n');

    const { code, noted } = await run(args);

    expect(code).toBe(2);
    expect(noted).toMatch(says);
  });
});

describe('seccode fix --no-model', () => {
  it('shows the difference and writes nothing', async () => {
    write('a.py', 'evil()\n');

    const { code, printed, noted } = await run(['fix', 'a.py', '--no-model']);

    expect(code).toBe(0);
    expect(printed).toContain('-evil()\n+good()\n');
    expect(noted).toContain('1 finding fixed without a model.');
    expect(noted).toContain('Nothing was written');
    expect(read('a.py')).toBe('evil()\n');
  });

  it('writes when asked, and exits 1 while a finding is open', async () => {
    write('a.py', 'evil()\nwicked()\n');
    write('b.py', 'fine()\n');

    const { code, noted } = await run(['fix', '.', '--no-model', '--write']);

    expect(code).toBe(1);
    expect(read('a.py')).toBe('good()\nwicked()\n');
    expect(noted).toContain('The fix of a.py:2 (no-wicked) was not made: The code would no longer parse.');
    expect(noted).toMatch(/wrote .*a\.py/);
    expect(noted).not.toMatch(/wrote .*b\.py/);
  });

  it('fixes standard input', async () => {
    const { code, printed } = await run(['fix', '-', '--no-model', '--stdin-filename', 'a.py'], { input: 'evil()\n' });

    expect({ code, printed }).toEqual({ code: 0, printed: 'good()\n' });
  });

  it('gives a report when a format was asked for', async () => {
    write('a.py', 'evil()\n');

    const { printed } = await run(['fix', 'a.py', '--no-model', '--json']);

    expect(JSON.parse(printed)).toMatchObject({ schema: 'seccode/scan/1', verdict: 'secure', findings: [] });
  });

  it('says so when there is nothing to do', async () => {
    write('a.py', 'fine()\n');

    const { code, printed, noted } = await run(['fix', 'a.py', '--no-model']);

    expect({ code, printed }).toEqual({ code: 0, printed: '' });
    expect(noted).toContain('No finding here has a fix that needs no model.');
  });

  it('leaves alone what is accepted', async () => {
    write('a.py', 'evil()\n');
    await run(['baseline', 'create', ...SAID]);

    expect(await run(['fix', 'a.py', '--no-model'])).toMatchObject({ code: 0, printed: '' });
  });

  it.each([
    { flags: ['--request', 'an API'], says: '--request and --no-model exclude each other' },
    { flags: ['--reviewer-model', 'openai/x'], says: '--reviewer-model and --no-model exclude each other' },
    { flags: ['--write', '--dry-run'], says: '--write and --dry-run exclude each other' },
  ])('refuses $flags', async ({ flags, says }) => {
    write('a.py', 'evil()\n');

    const { code, noted } = await run(['fix', 'a.py', '--no-model', ...flags]);

    expect(code).toBe(2);
    expect(noted).toContain(says);
  });

  it('does not write back a file that is not plain UTF-8', async () => {
    writeFileSync(join(folder, 'a.py'), Buffer.from('evil() # \xe9\n', 'latin1'));

    const { code, noted } = await run(['fix', 'a.py', '--no-model', '--write']);

    expect(code).toBe(2);
    expect(noted).toContain("'a.py' is not plain UTF-8");
  });
});

describe('seccode scan --detector-setting', () => {
  const told = async (...args: readonly string[]): Promise<string> => {
    write('a.py', 'x = 1\n');
    const { printed } = await run(['scan', 'a.py', '--detector', 'told', '--json', ...args]);
    return printed;
  };

  it('tells a detector, by its name, what was given', async () => {
    const given = ['--detector-setting', 'told.rules=./my rules', '--detector-setting', 'told.suite=a=b'];

    expect(await told(...given, '--detector-setting', 'other.rules=x')).toContain(
      JSON.stringify('{"rules":"./my rules","suite":"a=b"}'),
    );
  });

  it('takes what the configuration says', async () => {
    write('mine.yaml', 'detectorSettings: {told: {rules: here}}\n');

    expect(await told('--config', 'mine.yaml')).toContain(JSON.stringify('{"rules":"here"}'));
  });

  it('tells nothing when nothing was given', async () => {
    expect(await told()).toContain('"null"');
  });

  it.each(['told', 'told.rules', 'told.rules=', '=x', '__proto__.a=b'])('refuses %j', async (text) => {
    write('a.py', 'x = 1\n');

    expect((await run(['scan', 'a.py', '--detector-setting', text])).code).toBe(2);
  });
});
