import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import { sarifFindings } from './findings.ts';

type Bag = Readonly<Record<string, unknown>>;

const folder = mkdtempSync(join(tmpdir(), 'seccode-findings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = 'int a;\nstrcpy(b, c);\nint d;\n';
const FILES = [
  { path: 'main.c', text: TEXT },
  { path: 'src/a b.c', text: TEXT },
  { path: 'src/net/line.c', text: TEXT },
  { path: 'test/line.c', text: TEXT },
];
const given = { root: '/here/shop', files: FILES, inexact: [], skipped: [] };

function result(uri: string, region: Bag = { startLine: 2 }, more: Bag = {}): Bag {
  const physicalLocation = { artifactLocation: { uri }, region };
  return { ruleId: 'rule', message: { text: 'words' }, locations: [{ physicalLocation }], ...more };
}

function logOf(results: readonly Bag[], run: Bag = {}, name = 'other'): Bag {
  return { version: '2.1.0', runs: [{ tool: { driver: { name, version: '1' } }, results, ...run }] };
}

async function read(log: Bag | string) {
  writeFileSync(join(folder, 'r.sarif'), typeof log === 'string' ? log : JSON.stringify(log));
  return await sarifFindings('r.sarif', given, folder);
}

async function placesOf(...uris: readonly string[]) {
  const { files, gaps } = await read(logOf(uris.map((uri) => result(uri))));
  return { paths: files.map(({ file }) => file.path), gaps };
}

describe('sarifFindings', () => {
  it.each([
    ['src/a%20b.c', 'src/a b.c'],
    ['file:///here/shop/src/net/line.c', 'src/net/line.c'],
    ['file:///builds/shop/src/net/line.c', 'src/net/line.c'],
    ['C:\\agent\\_work\\1\\s\\src\\net\\line.c', 'src/net/line.c'],
    ['net/line.c', 'src/net/line.c'],
    ['./src/../src/net/line.c', 'src/net/line.c'],
    ['/builds/shop/main.c', 'main.c'],
    ['a%20b.c', 'src/a b.c'],
  ])('finds %s here', async (uri, path) => {
    expect(await placesOf(uri)).toEqual({ paths: [path], gaps: [] });
  });

  it.each([
    '../main.c',
    '%2e%2e/%2e%2e/etc/passwd',
    'file:///etc/passwd',
    '/usr/include/main.c',
    '/home/me/.venv/lib/site-packages/main.c',
    'line.c',
    'other/line.c',
    'https://example.org/main.c',
    'main.c%00',
    '//host/share/main.c',
  ])('takes %s for no file of these, and says so', async (uri) => {
    const { paths, gaps } = await placesOf(uri, 'main.c');

    expect(paths).toEqual(['main.c']);
    expect(gaps).toEqual([expect.stringContaining('is no file below the root')]);
  });

  it('brings the findings of several runs together, and says of each file who reported it', async () => {
    const runs = ['one', 'two'].flatMap((name) => {
      const results = [result('main.c'), ...(name === 'two' ? [result('src/net/line.c')] : [])];
      return logOf(results, {}, name)['runs'] as readonly Bag[];
    });

    const { tool, files } = await read({ version: '2.1.0', runs });

    expect(tool).toBe('one, two');
    expect(files.map(({ file, tool: own, findings }) => [file.path, own, findings.length])).toEqual([
      ['main.c', 'one, two', 2],
      ['src/net/line.c', 'two', 1],
    ]);
  });

  it('counts once what is told twice, and leaves alone what is suppressed, gone or no finding', async () => {
    const { files, suppressed, gaps } = await read(
      logOf([
        result('main.c'),
        result('main.c'),
        result('main.c', { startLine: 1 }, { suppressions: [{ kind: 'external' }] }),
        result('main.c', { startLine: 3 }, { baselineState: 'absent' }),
        result('main.c', { startLine: 3 }, { kind: 'pass' }),
      ]),
    );

    expect(files.map(({ findings }) => findings.length)).toEqual([1]);
    expect({ suppressed, gaps }).toEqual({ suppressed: 1, gaps: [] });
  });

  it.each([undefined, {}, { startLine: 0 }])(
    'does not guess a line for a result with the region %j',
    async (region) => {
      const physicalLocation = { artifactLocation: { uri: 'main.c' }, ...(region && { region }) };
      const { files, gaps } = await read(
        logOf([result('src/a b.c'), { ruleId: 'whole', locations: [{ physicalLocation }] }]),
      );

      expect(files.map(({ file }) => file.path)).toEqual(['src/a b.c']);
      expect(gaps).toEqual(['A result of whole names no line of main.c.']);
    },
  );

  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  it.each<readonly [string, boolean, Bag, Bag | undefined]>([
    ['lines past the end', true, { startLine: 40 }, undefined],
    ['an end past the end', true, { startLine: 2, endLine: 40 }, undefined],
    [
      'its code',
      false,
      { startLine: 2, snippet: { text: 'strcpy(b,\n c);' } },
      { hashes: { 'sha-256': '0'.repeat(64) } },
    ],
    ['more than its code', false, { startLine: 2, snippet: { text: TEXT } }, undefined],
    ['other code', true, { startLine: 2, snippet: { text: 'eval(b)' } }, { hashes: { 'sha-256': sha256 } }],
    ['the hash of the file', false, { startLine: 2 }, { hashes: { 'sha-256': sha256.toUpperCase() } }],
    ['another hash', true, { startLine: 2 }, { hashes: { 'sha-256': '0'.repeat(64) } }],
    ['a hash that is none', false, { startLine: 2 }, { hashes: { 'sha-256': 'x', md5: '0' } }],
    ['the length of the file', false, { startLine: 2 }, { length: TEXT.length }],
    ['another length', true, { startLine: 2 }, { length: 7 }],
    ['an unknown length', false, { startLine: 2 }, { length: -1 }],
  ])('with %s, that the code has changed since is %s', async (_, isStale, region, artifact) => {
    const artifacts = [{ location: { uri: 'main.c' }, ...artifact }];

    const { files, stale } = await read(logOf([result('main.c', region)], artifact && { artifacts }));

    expect([files.length, stale.length]).toEqual(isStale ? [0, 1] : [1, 0]);
  });

  it('takes weaknesses from a taxonomy, and none from a rule that names none', async () => {
    const taxonomies = [{ name: 'CWE', guid: 'g', taxa: [{ id: '120' }] }];
    const { files } = await read(
      logOf(
        [
          result('main.c', undefined, { ruleId: 'plain', locations: result('main.c')['locations'] }),
          result('main.c', { startLine: 3 }, { taxa: [{ index: 0, toolComponent: { guid: 'g' } }] }),
        ],
        { taxonomies },
      ),
    );

    expect(files[0]?.findings.map(({ cwes }) => cwes)).toEqual([[], ['CWE-120']]);
  });

  it('keeps of a flow what lies in the file, and an edit only whole', async () => {
    const step = (uri: string, startLine: number): Bag => ({
      location: { physicalLocation: { artifactLocation: { uri }, region: { startLine } } },
    });
    const locations = [step('main.c', 1), step('test/line.c', 1), step('main.c', 99)];
    const replacements = [{ deletedRegion: { startLine: 1 }, insertedContent: { text: '' } }];
    const changes = ['main.c', 'test/line.c'].map((uri) => ({ artifactLocation: { uri }, replacements }));

    const { files } = await read(
      logOf([
        result('main.c', { startLine: 2 }, { codeFlows: [{ threadFlows: [{ locations }] }] }),
        result('main.c', { startLine: 3 }, { fixes: [{ artifactChanges: changes }] }),
      ]),
    );

    expect(files[0]?.findings.map(({ flow, fix }) => [flow?.length, fix])).toEqual([
      [1, undefined],
      [undefined, undefined],
    ]);
  });

  it('reads ten thousand results, and says which fields it keeps to itself', async () => {
    const results = Array.from({ length: 10_000 }, (_, index) =>
      result('main.c', { startLine: 2, snippet: { text: 'strcpy' } }, { ruleId: `rule-${String(index)}` }),
    );

    const { files } = await read(logOf(results));

    expect(files[0]?.findings).toHaveLength(10_000);
    expect(Object.keys(files[0]?.findings[0] ?? {})).not.toContain('snippet');
  });

  it.each([
    ['half a file', JSON.stringify(logOf([result('main.c')])).slice(0, 120)],
    ['something else', '{"results": []}'],
    ['another version', '{"version": "1.0.0", "runs": []}'],
    ['an empty file', ''],
    ['only files that are not here', JSON.stringify(logOf([result('gone.c')]))],
  ])('refuses %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('refuses a file that is not there', async () => {
    await expect(sarifFindings('none.sarif', given, folder)).rejects.toBeInstanceOf(SecCodeError);
  });
});
