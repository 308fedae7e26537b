import { describe, expect, it } from 'vitest';
import type { CweId } from '#core/cwe-id.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { runDetector } from '#engine/detection/run-detector.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import type { Language } from '#engine/syntax/language.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';

/** A flawed piece of code and its sound twin. */
export interface DetectorCase {
  /** Finishes "it reports …". */
  readonly title: string;
  readonly path: string;
  readonly bad: string;
  /** The same task without the flaw: no finding of these weaknesses. */
  readonly good: string;
  /** Every finding of these weaknesses in `bad`: the first weakness it names, and its line. */
  readonly expected: readonly { readonly cwe: CweId; readonly line: number }[];
}

export interface DetectorConformance {
  readonly detector: Detector;
  /** Programs of the machine, for a detector that is one of them. */
  readonly tools?: Toolbox;
  /** It reads any text at all, as one that only looks for words does, so it cannot tell prose from a program. */
  readonly readsAnything?: boolean;
  readonly cases: readonly [DetectorCase, ...DetectorCase[]];
  /** Comments that would silence the tool behind the detector, as they stand at the end of a line or on one of their own. */
  readonly silencers: readonly string[];
  /** A finding that stands behind a character outside the Basic Multilingual Plane on its line, with its columns. */
  readonly wide: {
    readonly path: string;
    readonly text: string;
    readonly rule: string;
    readonly startColumn: number;
    readonly endColumn: number;
  };
}

/** Ways in which a file can be no program. Each is a few hundred kilobytes at most. */
const GARBAGE: Readonly<Record<string, string>> = {
  'open brackets': '('.repeat(100_000),
  'nested brackets': `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
  'a long chain': `x = a${'.b'.repeat(50_000)}\n`,
  'a long sum': `x = ${'1 + '.repeat(50_000)}1\n`,
  'zero bytes': '\0'.repeat(1000),
  'half surrogates': '\uD800\uDC00\uD800 = "\uDFFF"\n',
  prose: 'Sure! Here is the program that you asked for:\n\n1. It reads a file.\n',
  'an open string': 'x = "never closed\ny = \'\n',
  'line breaks of all kinds': '\r\r\n\n\u2028\u2029\u0085\v\f\n',
};

/** Runs a detector as the engine does, with a syntax service that knows paths by their endings and parses nothing. */
export async function detectIn(
  detector: Detector,
  files: SourceFiles,
  tools?: Toolbox,
  settings?: Readonly<Record<string, string>>,
): Promise<DetectorOutcome> {
  return runDetector({
    detector,
    files,
    tools,
    settings,
    syntax: endingsOnly(detector.languages),
    signal: new AbortController().signal,
    // A tool that hangs on garbage is given up before the test is.
    timeoutMs: tools === undefined ? 60_000 : 15_000,
    nowMs: () => 0,
  });
}

/**
 * What every detector that works without a model must do: find what its cases say, at the right place in every spelling
 * of a text; not be silenced by the code; survive garbage; and never call a file clean that it could not read.
 */
export function testDetector(conformance: DetectorConformance): void {
  const { detector, tools, readsAnything = false, cases, silencers, wide } = conformance;
  const [{ path, bad, expected }] = cases;
  const places = async (files: SourceFiles, wanted: DetectorCase['expected']): Promise<DetectorCase['expected']> => {
    const { status, reason, findings, notCovered } = await detectIn(detector, files, tools);
    expect({ status, reason, notCovered }).toEqual({ status: 'completed', reason: '', notCovered: [] });
    const cwes = new Set(wanted.map(({ cwe }) => cwe));
    return findings.flatMap(({ cwes: [cwe], span }) =>
      cwe !== undefined && cwes.has(cwe) ? [{ cwe, line: span.startLine }] : [],
    );
  };

  describe(`detector ${detector.name}`, () => {
    it.each(cases)('reports $title', async ({ path, bad, expected }) => {
      expect(await places([{ path, text: bad }], expected)).toEqual(expected);
    });

    it.each(cases)('is silent on the sound twin of $title', async ({ path, good, expected }) => {
      expect(await places([{ path, text: good }], expected)).toEqual([]);
    });

    it.each(cases)(
      'finds the same lines and columns with Windows line ends: $title',
      async ({ path, bad, expected }) => {
        const unix = await detectIn(detector, [{ path, text: bad }], tools);
        const windows = await detectIn(detector, [{ path, text: bad.replaceAll('\n', '\r\n') }], tools);

        expect(expected.length).toBeGreaterThan(0);
        expect(windows.findings.map(({ span }) => span)).toEqual(unix.findings.map(({ span }) => span));
      },
    );

    it.each(silencers)('is not silenced by %s', async (silencer) => {
      const flagged = new Set(expected.map(({ line }) => line));
      const trailing = bad.split('\n').map((line, index) => (flagged.has(index + 1) ? `${line}  ${silencer}` : line));
      const text = [silencer, ...trailing].join('\n');

      expect(await places([{ path, text }], expected)).toEqual(
        expected.map(({ cwe, line }) => ({ cwe, line: line + 1 })),
      );
    });

    it('counts columns in UTF-16 code units', async () => {
      const { findings } = await detectIn(detector, [wide], tools);

      expect(findings.filter(({ rule }) => rule === wide.rule).map(({ span }) => span)).toMatchObject([
        { startColumn: wide.startColumn, endColumn: wide.endColumn },
      ]);
    });

    it('counts a byte order mark as a column of the first line only', async () => {
      const plain = await detectIn(detector, [{ path, text: bad }], tools);
      const marked = await detectIn(detector, [{ path, text: `\uFEFF${bad}` }], tools);

      expect(marked.findings.map(({ span }) => span)).toEqual(
        plain.findings.map(({ span }) => ({
          ...span,
          startColumn: span.startColumn + (span.startLine === 1 ? 1 : 0),
          endColumn: span.endColumn + (span.endLine === 1 ? 1 : 0),
        })),
      );
    });

    it('finds nothing in an empty file', async () => {
      const { status, findings, notCovered } = await detectIn(detector, [{ path, text: '' }], tools);

      expect({ status, findings, notCovered }).toEqual({ status: 'completed', findings: [], notCovered: [] });
    });

    it.each(Object.entries(GARBAGE))('outlives %s and works as before', async (_, text) => {
      const garbage = await detectIn(detector, [{ path, text }], tools);

      expect(['completed', 'failed']).toContain(garbage.status);
      expect(await places([{ path, text: bad }], expected)).toEqual(expected);
    });

    it.skipIf(readsAnything)('says that it could not read prose', async () => {
      const { status, notCovered } = await detectIn(detector, [{ path, text: GARBAGE.prose ?? '' }], tools);

      expect(status === 'failed' || notCovered.length === 1).toBe(true);
    });

    it.skipIf(readsAnything)('checks the other files when one cannot be read', async () => {
      const unreadable = { path: `unreadable-${path}`, text: GARBAGE['open brackets'] ?? '' };
      const { findings, notCovered } = await detectIn(detector, [unreadable, { path, text: bad }], tools);

      expect(notCovered.map((one) => one.path)).toEqual([unreadable.path]);
      expect(findings.map(({ span }) => span.path)).toContain(path);
    });

    it('explains every finding in a sentence and says what to do', async () => {
      const outcomes = await Promise.all(
        cases.map((one) => detectIn(detector, [{ path: one.path, text: one.bad }], tools)),
      );

      for (const { message, remediation } of outcomes.flatMap(({ findings }) => findings)) {
        expect(message).toMatch(/^[A-Za-z].*\.$/);
        expect(remediation).toMatch(/^[A-Z].*\.$/);
      }
    });
  });
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  python: ['.py'],
  javascript: ['.js', '.jsx', '.mjs', '.cjs'],
  typescript: ['.ts', '.tsx', '.mts', '.cts'],
  c: ['.c', '.h'],
  cpp: ['.cpp', '.hpp', '.cc'],
  java: ['.java'],
  go: ['.go'],
};

/** A stand-in for languages: the ids given, known by their usual endings, without a grammar. */
export function endingsOnly(ids: readonly string[]): Syntax {
  const languages = ids.filter((id) => id !== '*').map((id) => bareLanguage(id, ENDINGS[id] ?? []));
  return {
    languages,
    languageOf: (path) => languages.find(({ extensions }) => extensions.some((ending) => path.endsWith(ending))),
    languageNamed: (word) => languages.find(({ aliases }) => aliases.includes(word)),
    outline: () => Promise.reject(new Error('Nothing is parsed here.')),
    tree: async () => ({ problem: 'Nothing is parsed here.' }),
    neutralise: () => Promise.reject(new Error('Nothing is parsed here.')),
  };
}

/** A language with an id and endings and nothing else. */
export function bareLanguage(id: string, extensions: readonly string[], kin: readonly string[] = []): Language {
  return {
    id,
    title: id,
    aliases: [id],
    extensions,
    defaultFile: `main${extensions[0] ?? ''}`,
    grammars: {},
    kin,
    nodes: {
      comment: [],
      string: [],
      function: [],
      type: [],
      call: [],
      condition: [],
      handler: [],
      return: [],
      empty: [],
    },
    suppression: /(?!)/,
    evaluators: [],
    expectations: [],
  };
}
