import { describe, expect, it } from 'vitest';
import type { SourceFile } from '#core/source-file.ts';
import { openFrontEnds } from '#testing/analysis-fixture.ts';
import type { ReportedFinding } from './detector.ts';
import { importedDetector } from './imported-detector.ts';
import { runDetector } from './run-detector.ts';

const SHOW = {
  path: 'show.c',
  text: `#include <string.h>

void show(const char *given, char *other) {
    char name[16];
    strcpy(name, given);
    strcat(other, name);
    if (other[0] == 0) {
        char *copy = strdup(given);
        return;
    }
}

void hide(char *first, const char *second) {
    strcpy(first, second);
}
`,
};

function at(line: number, message = `line ${String(line)}`, more: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: 'rule',
    cwes: ['CWE-787'],
    severity: 'high',
    confidence: 'high',
    span: { path: 'show.c', startLine: line, startColumn: 5, endLine: line, endColumn: 9 },
    message,
    ...more,
  };
}

/** Messages of what still stands, with the lines where. */
async function left(findings: readonly ReportedFinding[], after: string | readonly SourceFile[]) {
  const files = typeof after === 'string' ? [{ path: 'show.c', text: after }] : after;
  const { syntax } = await openFrontEnds();
  const detector = importedDetector({ tool: 'other', version: '3', findings }, [SHOW]);
  const { signal } = new AbortController();
  const outcome = await runDetector({ detector, files, syntax, signal, timeoutMs: 10_000, nowMs: () => 0 });
  expect(outcome).toMatchObject({ status: 'completed', version: '3', detector: 'imported' });
  return outcome.findings.map(({ message, span }) => [message, span.startLine]);
}

function changed(...pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, SHOW.text);
}

describe('importedDetector', () => {
  it('reports what the analyser did on the files that it looked at, with flow and edits', async () => {
    const fix = [{ span: at(5).span, newText: 'x' }];
    const { syntax } = await openFrontEnds();
    const detector = importedDetector({ tool: 't', version: '', findings: [at(5, 'copy', { fix })] }, [SHOW]);

    const outcome = await runDetector({
      detector,
      files: [SHOW],
      syntax,
      signal: new AbortController().signal,
      timeoutMs: 10_000,
      nowMs: () => 0,
    });

    expect(outcome.findings).toMatchObject([{ message: 'copy', fix, detector: 'imported' }]);
  });

  it('has nothing to say of files that it knows nothing of', async () => {
    expect(await left([at(5)], [{ path: 'other.c', text: 'int x;\n' }])).toEqual([]);
  });

  it('follows a finding whose line has moved, and leaves flow and edits out', async () => {
    const flow = [{ span: at(3).span, message: 'in' }];

    expect(await left([at(5, 'copy', { flow })], `/* one\n   more */\n${SHOW.text}`)).toEqual([['copy', 7]]);
  });

  it('follows code into another function', async () => {
    const text = changed(
      ['    strcpy(name, given);\n', '    fill(name, given);\n'],
      ['void show', 'static void fill(char *name, const char *given) {\n  strcpy(name, given);\n}\n\nvoid show'],
    );

    expect(await left([at(5)], text)).toEqual([['line 5', 4]]);
  });

  it.each([
    ['the line itself', changed(['strcpy(name, given)', 'snprintf(name, sizeof name, "%s", given)'])],
    ['the line taken out', changed(['    strcpy(name, given);\n', ''])],
    ['a check above', changed(['    strcpy(name', '    if (strlen(given) >= sizeof name) return;\n    strcpy(name'])],
    [
      'a check around',
      changed(['    strcpy(name, given);', '    if (strlen(given) < 16) {\n        strcpy(name, given);\n    }']),
    ],
    ['what it speaks of, declared anew', changed(['char name[16]', 'char name[4096]'])],
  ])('takes for answered: %s', async (_, text) => {
    expect(await left([at(5)], text)).toEqual([]);
  });

  it.each([
    ['a comment', changed(['    strcpy(name', '    /* given is checked, name is large */\n    strcpy(name'])],
    ['white space', changed(['    strcpy(name, given);', '  strcpy( name,given );'])],
    ['a change of another function', changed(['strcpy(first, second)', 'if (second) strcpy(first, second)'])],
    ['code that speaks of something else', changed(['    if (other[0] == 0) {', '    if (other == NULL) {'])],
  ])('does not take for an answer: %s', async (_, text) => {
    expect((await left([at(5)], text)).map(([message]) => message)).toEqual(['line 5']);
  });

  it('takes the remedy of one finding for no answer to its neighbour', async () => {
    const text = changed(['strcpy(name, given)', 'snprintf(name, sizeof name, "%s", given)']);

    expect(await left([at(5), at(6)], text)).toEqual([['line 6', 6]]);
  });

  it('takes more than the remedy of a neighbour for an answer', async () => {
    const text = changed([
      '    strcpy(name, given);\n',
      '    if (strlen(given) >= sizeof name) return;\n    snprintf(name, sizeof name, "%s", given);\n',
    ]);

    expect(await left([at(5), at(6)], text)).toEqual([]);
  });

  it('takes any change of its function for an answer where the line names nothing', async () => {
    expect(await left([at(9)], changed(['        char *copy = strdup(given);\n', '']))).toEqual([]);
    expect(await left([at(9)], changed(['strcpy(first', 'strncpy(first']))).toEqual([['line 9', 9]]);
  });

  it('tells equal lines apart', async () => {
    const twice = changed(['    strcpy(first, second);', '    strcpy(name, given);']);
    const before = { path: 'show.c', text: twice };
    const { syntax } = await openFrontEnds();
    const detector = importedDetector({ tool: 't', version: '', findings: [at(5, 'upper'), at(14, 'lower')] }, [
      before,
    ]);

    const outcome = await runDetector({
      detector,
      files: [{ path: 'show.c', text: twice.replace('    strcpy(name, given);\n', '') }],
      syntax,
      signal: new AbortController().signal,
      timeoutMs: 10_000,
      nowMs: () => 0,
    });

    expect(outcome.findings.map(({ message, span }) => [message, span.startLine])).toEqual([['lower', 13]]);
  });

  it('stays fast with ten thousand findings', async () => {
    const findings = Array.from({ length: 10_000 }, (_, index) => at(5 + (index % 2), `finding ${String(index)}`));

    expect(await left(findings, changed(['first, second)', 'first, "")']))).toHaveLength(10_000);
  });

  it('stays within a file that has become shorter, whatever the span', async () => {
    const wide = at(1, 'wide', { span: { path: 'show.c', startLine: 1, startColumn: 9, endLine: 16, endColumn: 1 } });

    expect(await left([wide], '')).toEqual([]);
    expect(await left([wide], SHOW.text)).toEqual([['wide', 1]]);
  });
});
