import { describe, expect, it } from 'vitest';
import type { ImportedFindings } from '#core/task.ts';
import { quietOutcome } from '#testing/scan-fixture.ts';
import { scriptedStart } from '#testing/session-fixture.ts';
import { fingerprinter } from '../detection/fingerprint.ts';
import { unrepeated } from './unrepeated.ts';

const FILES = [{ path: 'a.c', text: 'one();\ntwo();\n' }];

function finding(rule: string, line: number): ImportedFindings['findings'][number] {
  const span = { path: 'a.c', startLine: line, startColumn: 1, endLine: line, endColumn: 3 };
  return { rule, cwes: [], severity: 'high', confidence: 'high', span, message: rule };
}

/** The state of a session that was given findings: the analyser saw some on the given code, and some on the best one. */
function stateWith(
  imported: ImportedFindings | undefined,
  seen: readonly ReturnType<typeof finding>[] = [],
  left: readonly ReturnType<typeof finding>[] = [],
) {
  const task = { ...scriptedStart.task, files: FILES, ...(imported === undefined ? {} : { imported }) };
  const printOf = (one: ReturnType<typeof finding>): string => fingerprinter(FILES).of(one);
  const findings = left.map((one) => ({ ...one, detector: 'cppcheck', fingerprint: printOf(one) }));
  return {
    started: { ...scriptedStart, task },
    upheld: { cppcheck: seen.map(printOf) },
    best: { iteration: 1, files: FILES, outcomes: [{ ...quietOutcome, detector: 'cppcheck', findings }] },
  };
}

const both = [finding('first', 1), finding('second', 2)];

describe('unrepeated', () => {
  it('has nothing to say where nothing was imported, or all was seen again', () => {
    expect(unrepeated(stateWith(undefined))).toBeUndefined();
    expect(
      unrepeated(stateWith({ tool: 'Cppcheck', version: '', findings: both, repeatedBy: 'cppcheck' }, both)),
    ).toBeUndefined();
  });

  it('says that nobody ran the analyser again', () => {
    expect(unrepeated(stateWith({ tool: 'other', version: '', findings: both }))).toBe(
      'other was not run again: run it and compare.',
    );
  });

  it('names what the analyser does not see as it is run here', () => {
    const imported = { tool: 'Cppcheck', version: '', findings: both, repeatedBy: 'cppcheck, static' };

    expect(unrepeated(stateWith(imported, both.slice(0, 1)))).toBe(
      'Cppcheck as SecCode runs it did not report second on the given code: run it again as before and compare.',
    );
  });

  it('names what the analyser still reports, open or not', () => {
    const imported = { tool: 'Cppcheck', version: '', findings: both, repeatedBy: 'cppcheck' };

    expect(unrepeated(stateWith(imported, both, both.slice(1)))).toBe(
      'Cppcheck still reports second where it did before.',
    );
  });
});
