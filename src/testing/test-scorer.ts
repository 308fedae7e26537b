import { describe, expect, it } from 'vitest';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { Finding } from '#core/finding.ts';
import type { Sample } from '#core/sample.ts';
import type { Scorer, ScoringKit } from '#engine/evals/scorer.ts';

/** A sample with everything that a scorer may want. */
export const scriptedSample: Sample = {
  id: 's1',
  language: 'python',
  cwes: ['CWE-89'],
  request: 'Say something.',
  files: [{ path: 'main.py', text: 'print(1)\n' }],
  tests: { functional: { cases: [scriptedCase('works')] }, exploit: { cases: [scriptedCase('attack')] } },
};

function scriptedCase(name: string): NonNullable<Sample['tests']>['functional']['cases'][number] {
  return { name, arguments: [], stdin: '', environment: [], files: [], checks: [] };
}

/** A detector that looked at everything and found this. */
export function completed(detector: string, findings: readonly Finding[] = []): DetectorOutcome {
  return {
    detector,
    version: '1',
    status: 'completed',
    reason: '',
    findings,
    withdrawn: [],
    covered: ['main.py', 'a.py'],
    notCovered: [],
    durationMs: 1,
  };
}

/** A detector that could not look. */
export function failed(detector: string): DetectorOutcome {
  const { covered: _, ...rest } = completed(detector);
  return { ...rest, status: 'failed', reason: 'It crashed.' };
}

/** A finding at the first line of `main.py`. */
export function scriptedFinding(detector: string, changes: Partial<Finding> = {}): Finding {
  return {
    detector,
    rule: 'R1',
    cwes: ['CWE-89'],
    severity: 'high',
    confidence: 'high',
    span: { path: 'main.py', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    message: 'The text is built.',
    fingerprint: 'f1',
    ...changes,
  };
}

/** A machine on which all is well, but for what a test changes. */
export function scriptedKit(changes: Partial<ScoringKit> = {}): ScoringKit {
  return {
    thresholds: { failOn: 'medium', minConfidence: 'medium' },
    heldOut: () => Promise.resolve([completed('unseen')]),
    build: () => Promise.resolve([completed('gate')]),
    runCases: ({ cases }) =>
      Promise.resolve({
        runner: 'scripted',
        results: cases.map(({ name }) => ({ name, holds: true, isOrderly: true, detail: '' })),
      }),
    scoreOf: () => Promise.resolve({ status: 'scored', passes: true, detail: '' }),
    ...changes,
  };
}

/** What every scorer has to meet; call it inside the scorer's own test file. */
export function testScorer(name: string, scorer: Scorer): void {
  const subject = { sample: scriptedSample, files: scriptedSample.files ?? [] };

  describe(`${name}: as a scorer`, () => {
    it('is named after its folder and says what it is', () => {
      expect(scorer.name).toBe(name);
      expect(scorer.title).not.toBe('');
    });

    it('applies to a sample that has everything, and passes where all is well', async () => {
      expect(scorer.applies(scriptedSample)).toBe(true);
      expect(await scorer.score(subject, scriptedKit())).toMatchObject({ status: 'scored', passes: true, detail: '' });
    });

    it('neither passes nor fails a program where nothing could be found out', async () => {
      const unscored = { status: 'unscored', reason: 'It is not here.' } as const;
      const kit = scriptedKit({
        heldOut: () => Promise.resolve([failed('unseen')]),
        build: () => Promise.resolve([failed('gate')]),
        runCases: () => Promise.resolve({ problem: 'No sandbox works here.' }),
        scoreOf: () => Promise.resolve(unscored),
      });

      const score = await scorer.score(subject, kit);

      expect(score.status).toBe('unscored');
      expect(score.status === 'unscored' && score.reason).toMatch(/^.+$/);
    });
  });
}
