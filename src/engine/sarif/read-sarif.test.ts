import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import { readSarif } from './read-sarif.ts';

type Bag = Readonly<Record<string, unknown>>;

function logOf(results: readonly Bag[] | undefined, run: Bag = {}, driver: Bag = {}): string {
  return JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'linter', version: '7', ...driver } }, ...run, ...(results && { results }) }],
  });
}

function at(uri: string, region: Bag = { startLine: 2 }, more: Bag = {}): Bag {
  return { locations: [{ physicalLocation: { artifactLocation: { uri, ...more }, region } }] };
}

const TEXT = 'one\n  two = "😀" + x\nthree\n';
const textOf = (path: string): string | undefined => (path === 'a.py' ? TEXT : undefined);

function firstOf(text: string, places = { textOf }) {
  return readSarif(text, places).runs[0]?.findings[0];
}

describe('readSarif', () => {
  it('reads a result with its rule, weakness, place and message', () => {
    const text = logOf(
      [{ ruleId: 'sql', ruleIndex: 0, message: { id: 'default', arguments: ['x'] }, ...at('a.py') }],
      {},
      {
        rules: [
          {
            id: 'sql',
            messageStrings: { default: { text: 'The query holds [{0}](1).' } },
            properties: {
              tags: ['security', 'external/cwe/cwe-089'],
              precision: 'very-high',
              'security-severity': '9.1',
            },
          },
        ],
      },
    );

    expect(readSarif(text, { textOf }).runs).toEqual([
      {
        tool: 'linter',
        version: '7',
        findings: [
          {
            rule: 'sql',
            cwes: ['CWE-89'],
            severity: 'critical',
            confidence: 'high',
            span: { path: 'a.py', startLine: 2, startColumn: 1, endLine: 2, endColumn: 17 },
            message: 'The query holds x.',
          },
        ],
        suppressed: [],
        isComplete: true,
        gaps: [],
      },
    ]);
  });

  it.each([
    ['relative', 'src/a%20b.c', {}, {}, 'src/a b.c'],
    ['with dots inside', './src/../a.c', {}, {}, 'a.c'],
    ['below the root', 'file:///repo/src/a.c', {}, {}, 'src/a.c'],
    ['of Windows', 'src\\win\\a.c', {}, {}, 'src/win/a.c'],
    ['of Windows, below its root', 'file:///c:/Repo/src/a.c', {}, {}, 'src/a.c'],
    ['a bare absolute path', '/repo/a.c', {}, {}, 'a.c'],
    ['with a percent sign', '100%.c', {}, {}, '100%.c'],
    [
      'with nested bases',
      'a.c',
      { uriBaseId: 'SRC' },
      { SRC: { uri: 'src/', uriBaseId: 'ROOT' }, ROOT: { uri: 'file:///repo/' } },
      'src/a.c',
    ],
    ['with a base that has no address', 'a.c', { uriBaseId: '%SRCROOT%' }, { '%SRCROOT%': {} }, 'a.c'],
    ['with bases in a ring', 'a.c', { uriBaseId: 'A' }, { A: { uriBaseId: 'B' }, B: { uriBaseId: 'A' } }, 'a.c'],
  ])('finds a file %s', (_, uri, more, originalUriBaseIds, path) => {
    const finding = firstOf(logOf([at(uri, { startLine: 1 }, more)], { originalUriBaseIds }), {
      roots: ['/repo', 'C:\\Repo'],
    } as never);

    expect(finding?.span.path).toBe(path);
  });

  it.each([
    '../a.c',
    'src/../../a.c',
    '/etc/passwd',
    'file:///etc/passwd',
    'https://example.org/a.c',
    '//host/a.c',
    'a%00.c',
    '%2e%2e/a.c',
    'C:\\a.c',
    '.',
    '',
  ])('does not use %j, and says so', (uri) => {
    const [run] = readSarif(logOf([at(uri)]), { roots: ['/repo'] }).runs;

    expect(run?.findings).toEqual([]);
    expect(run?.isComplete).toBe(false);
    expect(run?.gaps).toHaveLength(1);
  });

  it('asks where an absolute file is here', () => {
    const locate = (path: string): string | undefined => (path.endsWith('/src/a.c') ? 'src/a.c' : undefined);

    const [run] = readSarif(logOf([at('file:///ci/src/a.c'), at('b.c')]), { locate }).runs;

    expect(run?.findings.map(({ span }) => span.path)).toEqual(['src/a.c']);
    expect(run?.gaps).toEqual(["A result of unnamed is not used: 'b.c' is no file below the root."]);
  });

  it.each([
    ['lines alone', { startLine: 1, endLine: 2 }, [1, 1, 2, 17]],
    ['columns', { startLine: 2, startColumn: 3, endColumn: 6 }, [2, 3, 2, 6]],
    ['code points after a character of two units', { startLine: 2, startColumn: 11, endColumn: 14 }, [2, 12, 2, 15]],
    ['an offset', { charOffset: 6, charLength: 3 }, [2, 3, 2, 6]],
    ['nothing', {}, [1, 1, 1, 4]],
    ['a line 0', { startLine: 0, startColumn: 0 }, [1, 1, 1, 4]],
    ['an end before its start', { startLine: 3, startColumn: 4, endLine: 1, endColumn: 1 }, [3, 4, 3, 4]],
  ])('reads a region with %s', (_, region, [startLine, startColumn, endLine, endColumn]) => {
    expect(firstOf(logOf([at('a.py', region)]))?.span).toEqual({
      path: 'a.py',
      startLine,
      startColumn,
      endLine,
      endColumn,
    });
  });

  it('takes columns as they are where the run counts in UTF-16', () => {
    const finding = firstOf(logOf([at('a.py', { startLine: 2, startColumn: 12 })], { columnKind: 'utf16CodeUnits' }));

    expect(finding?.span.startColumn).toBe(12);
  });

  it.each([
    ['a tag', {}, { tags: ['CWE-79: Cross-site scripting'] }, ['CWE-79']],
    ['a property', { properties: { cwe: 476 } }, {}, ['CWE-476']],
    ['a list', {}, { cwe: ['CWE-89', 'CWE-943'] }, ['CWE-89', 'CWE-943']],
    ['a taxon', { taxa: [{ id: '416', toolComponent: { name: 'CWE' } }] }, {}, ['CWE-416']],
    ['a taxon of another taxonomy', { taxa: [{ id: '416', toolComponent: { name: 'OWASP' } }] }, {}, []],
  ])('takes the weakness from %s', (_, result, properties, cwes) => {
    const text = logOf([{ ruleId: 'r', ...at('a.py'), ...result }], {}, { rules: [{ id: 'r', properties }] });

    expect(firstOf(text)?.cwes).toEqual(cwes);
  });

  it('finds a rule of an extension by its index', () => {
    const text = logOf([{ rule: { index: 0, toolComponent: { index: 0 } }, message: { text: 'm' }, ...at('a.py') }], {
      tool: {
        driver: { name: 'host' },
        extensions: [{ name: 'pack', rules: [{ id: 'CWE-78', defaultConfiguration: { level: 'error' } }] }],
      },
    });

    expect(firstOf(text)).toMatchObject({ rule: 'CWE-78', cwes: ['CWE-78'], severity: 'high', confidence: 'medium' });
  });

  it('leaves out what is no finding, and keeps apart what is suppressed', () => {
    const [run] = readSarif(
      logOf([
        { kind: 'pass', ...at('a.py') },
        { baselineState: 'absent', ...at('a.py') },
        { ruleId: 'accepted', suppressions: [{ kind: 'inSource' }], ...at('a.py') },
        { ruleId: 'refused', suppressions: [{ status: 'rejected' }], ...at('a.py') },
        { ruleId: 'none', suppressions: [], ...at('a.py') },
      ]),
    ).runs;

    expect(run?.findings.map(({ rule }) => rule)).toEqual(['refused', 'none']);
    expect(run?.suppressed.map(({ rule }) => rule)).toEqual(['accepted']);
    expect(run?.isComplete).toBe(true);
  });

  it('reads flows, fixes and snippets', () => {
    const finding = firstOf(
      logOf([
        {
          ...at('a.py', { startLine: 2, snippet: { text: 'two' } }),
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: [
                    {
                      location: {
                        physicalLocation: { artifactLocation: { uri: 'a.py' }, region: { startLine: 2 } },
                        message: { text: 'here' },
                      },
                    },
                  ],
                },
              ],
            },
          ],
          fixes: [
            {
              description: { text: 'Put 2.' },
              artifactChanges: [
                {
                  artifactLocation: { uri: 'a.py' },
                  replacements: [{ deletedRegion: { charOffset: 6, charLength: 3 }, insertedContent: { text: '2' } }],
                },
              ],
            },
          ],
        },
      ]),
    );

    expect(finding).toMatchObject({
      snippet: 'two',
      remediation: 'Put 2.',
      flow: [{ message: 'here', span: { startLine: 2 } }],
      fix: [{ newText: '2', span: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 } }],
    });
  });

  it.each([
    ['failed', { invocations: [{ executionSuccessful: false }] }, 'The analyser says that it did not finish.'],
    [
      'tells of an error',
      {
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [{ level: 'error', message: { text: 'No parse.' } }],
          },
        ],
      },
      'The analyser reports an error: No parse.',
    ],
    [
      'keeps its results elsewhere',
      { externalPropertyFileReferences: { results: [{}] } },
      'Its results lie in other files, which are not read.',
    ],
  ])('is not complete when the run %s', (_, run, gap) => {
    expect(readSarif(logOf([], run)).runs[0]).toMatchObject({ isComplete: false, gaps: [gap] });
  });

  it('is not complete without a list of results, or with a malformed one', () => {
    expect(readSarif(logOf(undefined)).runs[0]?.isComplete).toBe(false);
    expect(readSarif(logOf([{ ruleId: 7 }, at('a.py')])).runs[0]).toMatchObject({
      findings: [{ rule: 'unnamed' }],
      gaps: ['Result 1 is malformed.'],
    });
  });

  it('reads a file with a byte order mark', () => {
    expect(readSarif(`\ufeff${logOf([at('a.py')])}`).runs[0]?.findings).toHaveLength(1);
  });

  it.each([
    ['half a file', logOf([at('a.py')]).slice(0, 80)],
    ['an empty file', ''],
    ['UTF-16', '\ufffd\ufffd{\0"\0'],
    ['another version', '{"version":"2.0.0","runs":[]}'],
    ['something else', '[1]'],
    ['no runs', '{"version":"2.1.0"}'],
  ])('refuses %s', (_, text) => {
    expect(() => readSarif(text)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });

  it('throws nothing but SecCodeError, and gives only places of this tree', () => {
    const value = fc.oneof(
      fc.constantFrom(null, -1, 0, 1, 3, 1e300, 0.5, '', '..', '__proto__', '../a', 'a.py', 'C:\\a', '%', '{0}'),
      fc.jsonValue(),
    );
    const region = fc.dictionary(
      fc.constantFrom('startLine', 'startColumn', 'endLine', 'endColumn', 'charOffset', 'charLength'),
      fc.oneof(fc.integer(), value),
    );
    const result = fc.record(
      {
        ruleId: value,
        ruleIndex: value,
        message: fc.oneof(value, fc.record({ text: value, id: value, arguments: value })),
        locations: fc.array(
          fc.record({
            physicalLocation: fc.record({
              artifactLocation: fc.record({ uri: value, index: value, uriBaseId: value }),
              region,
            }),
          }),
        ),
        fixes: value,
        properties: fc.dictionary(fc.constantFrom('cwe', 'tags', 'security-severity', 'precision'), value),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(result),
        fc.record(
          { columnKind: value, artifacts: value, originalUriBaseIds: value, invocations: value },
          { requiredKeys: [] },
        ),
        (results, run) => {
          try {
            for (const { findings } of readSarif(logOf(results, run), { textOf }).runs) {
              for (const { span, message } of findings) {
                expect(span.path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)/);
                expect(span.endLine >= span.startLine && span.startLine >= 1 && span.startColumn >= 1).toBe(true);
                expect(message).not.toBe('');
              }
            }
          } catch (error) {
            expect(error).toBeInstanceOf(SecCodeError);
          }
        },
      ),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          readSarif(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SecCodeError);
        }
      }),
    );
  });
});
