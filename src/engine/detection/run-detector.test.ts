import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import { endingsOnly } from '#testing/test-detector.ts';
import type { Detector, DetectorContext, ReportedFinding } from './detector.ts';
import { type DetectorRun, runDetector } from './run-detector.ts';

const FILES = [
  { path: 'a.py', text: 'import os\nos.system(x)\n' },
  { path: 'b.js', text: 'eval(x)\n' },
];

const FLAW: ReportedFinding = {
  rule: 'R1',
  cwes: ['CWE-78'],
  severity: 'high',
  confidence: 'high',
  span: { path: 'a.py', startLine: 2, startColumn: 1, endLine: 2, endColumn: 13 },
  message: 'A fact.',
};

function scripted(detect: Detector['detect'], part: Partial<Detector> = {}): Detector {
  return {
    name: 'scripted',
    title: 'Scripted',
    languages: ['python'],
    needsModel: false,
    defaultRole: 'marking',
    availability: async () => ({ isUsable: true, detail: '1', remedy: '' }),
    detect,
    ...part,
  };
}

function run(detector: Detector, part: Partial<DetectorRun> = {}): ReturnType<typeof runDetector> {
  return runDetector({
    detector,
    files: FILES,
    syntax: endingsOnly(['python', 'javascript']),
    signal: new AbortController().signal,
    timeoutMs: 1000,
    nowMs: () => 0,
    ...part,
  });
}

/** A detector that returns whatever is given, as one written without types may. */
function reporting(report: unknown): Detector {
  // As a detector written in plain JavaScript would: nothing checks the type of what it returns.
  const detect: Detector['detect'] = () => Promise.resolve(JSON.parse(JSON.stringify(report ?? null)));
  return scripted(detect);
}

describe('runDetector', () => {
  it('gives findings a detector and a fingerprint, in the order of their places', async () => {
    const first = { ...FLAW, span: { ...FLAW.span, startLine: 1, endLine: 1, endColumn: 10 } };
    const later = { ...FLAW, rule: 'R2' };

    const outcome = await run(scripted(async () => ({ version: '1.2', findings: [later, FLAW, first] })));

    expect(outcome).toMatchObject({
      detector: 'scripted',
      version: '1.2',
      status: 'completed',
      reason: '',
      notCovered: [],
    });
    expect(outcome.findings.map(({ rule, span, detector }) => [detector, span.startLine, rule])).toEqual([
      ['scripted', 1, 'R1'],
      ['scripted', 2, 'R1'],
      ['scripted', 2, 'R2'],
    ]);
    expect(new Set(outcome.findings.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('hands over only files whose language the detector knows', async () => {
    const seen: string[] = [];
    await run(
      scripted(async ({ files }) => {
        seen.push(...files.map(({ path }) => path));
        return { version: '1', findings: [] };
      }),
    );

    expect(seen).toEqual(['a.py']);
  });

  it('is not applicable when it knows none of the languages, and is not called', async () => {
    const detect = vi.fn<Detector['detect']>();

    const outcome = await run(scripted(detect, { languages: ['java'] }));

    expect(outcome).toMatchObject({ status: 'not-applicable', reason: '', findings: [] });
    expect(detect).not.toHaveBeenCalled();
  });

  it('measures how long it took', async () => {
    const times = [100, 350];

    const outcome = await run(
      scripted(async () => ({ version: '1', findings: [] })),
      { nowMs: () => times.shift() ?? 0 },
    );

    expect(outcome.durationMs).toBe(250);
  });

  it('tells the fingerprint beforehand', async () => {
    let told = '';
    const outcome = await run(
      scripted(async (_, { fingerprintOf }) => {
        told = fingerprintOf(FLAW);
        return { version: '1', findings: [FLAW] };
      }),
    );

    expect(outcome.findings.map(({ fingerprint }) => fingerprint)).toEqual([told]);
  });

  it('passes on what was withdrawn and what was not covered', async () => {
    const notCovered = [{ path: 'a.py', reason: 'too long' }];
    const withdrawn = [{ finding: FLAW, reason: 'The value is constant.' }];

    const outcome = await run(scripted(async () => ({ version: '1', findings: [], withdrawn, notCovered })));

    expect(outcome).toMatchObject({
      notCovered,
      withdrawn: [{ finding: { rule: 'R1', detector: 'scripted' }, reason: 'The value is constant.' }],
    });
    expect(outcome.withdrawn[0]?.finding.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it('reports what is said twice once', async () => {
    const outcome = await run(scripted(async () => ({ version: '1', findings: [FLAW, FLAW] })));

    expect(outcome.findings).toHaveLength(1);
  });

  it('moves columns beyond the end of a line to its end', async () => {
    const span = { ...FLAW.span, startColumn: 500, endLine: 4, endColumn: 1 };

    const outcome = await run(scripted(async () => ({ version: '1', findings: [{ ...FLAW, span }] })));

    expect(outcome.findings[0]?.span).toEqual({
      path: 'a.py',
      startLine: 2,
      startColumn: 13,
      endLine: 3,
      endColumn: 1,
    });
  });

  describe('fails with a reason when', () => {
    const remedy = 'Do something.';

    it('the detector throws one of our errors', async () => {
      const outcome = await run(
        scripted(() => {
          throw new SecCodeError('MODEL_FAILED', 'The model refused.', { remedy });
        }),
      );

      expect(outcome).toMatchObject({ status: 'failed', reason: 'The model refused.', findings: [] });
    });

    it('the detector throws anything else, without quoting it', async () => {
      const outcome = await run(scripted(() => Promise.reject(new RangeError('near password = "hunter2"'))));

      expect(outcome).toMatchObject({ status: 'failed', reason: "'scripted' broke off with a RangeError." });
    });

    it('the detector throws what is no error', async () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that it is no error is the case
      const outcome = await run(scripted(() => Promise.reject('password = "hunter2"')));

      expect(outcome.reason).toBe("'scripted' broke off with an Error.");
    });

    it('the detector needs a model and there is none', async () => {
      const outcome = await run(scripted(async () => ({ version: '1', findings: [] }), { needsModel: true }));

      expect(outcome).toMatchObject({ status: 'failed', reason: "'scripted' needs a model, and there is none." });
    });

    it.each<[string, unknown, RegExp]>([
      ['nothing', undefined, /malformed/],
      ['a number', 7, /malformed/],
      ['no findings', { version: '1' }, /malformed at 'findings'/],
      ['a severity of its own', { version: '1', findings: [{ ...FLAW, severity: 'awful' }] }, /findings\.0\.severity/],
      ['a weakness misspelt', { version: '1', findings: [{ ...FLAW, cwes: ['cwe-89'] }] }, /findings\.0\.cwes/],
      ['an empty message', { version: '1', findings: [{ ...FLAW, message: '' }] }, /findings\.0\.message/],
      [
        'a line that is no number',
        { version: '1', findings: [{ ...FLAW, span: { ...FLAW.span, startLine: Number.NaN } }] },
        /startLine/,
      ],
      ['a line 0', { version: '1', findings: [{ ...FLAW, span: { ...FLAW.span, startLine: 0 } }] }, /startLine/],
      [
        'a line after the end',
        { version: '1', findings: [{ ...FLAW, span: { ...FLAW.span, startLine: 9, endLine: 9 } }] },
        /not in the file/,
      ],
      [
        'an end before the start',
        { version: '1', findings: [{ ...FLAW, span: { ...FLAW.span, endLine: 1 } }] },
        /not in the file/,
      ],
      [
        'an end column before the start',
        { version: '1', findings: [{ ...FLAW, span: { ...FLAW.span, startColumn: 9, endColumn: 3 } }] },
        /not in the file/,
      ],
      [
        'a file that is not there',
        { version: '1', findings: [{ ...FLAW, span: { ...FLAW.span, path: 'c.py' } }] },
        /not given/,
      ],
      [
        'a file it was not given',
        { version: '1', findings: [{ ...FLAW, span: { ...FLAW.span, path: 'b.js' } }] },
        /not given/,
      ],
      [
        'a flow through a strange file',
        { version: '1', findings: [{ ...FLAW, flow: [{ span: { ...FLAW.span, path: 'c.py' }, message: 'A step.' }] }] },
        /not given/,
      ],
      [
        'a fix of a strange file',
        { version: '1', findings: [{ ...FLAW, fix: [{ span: { ...FLAW.span, path: 'c.py' }, newText: '' }] }] },
        /not given/,
      ],
      [
        'a strange file as not covered',
        { version: '1', findings: [], notCovered: [{ path: 'c.py', reason: 'gone' }] },
        /not given/,
      ],
      [
        'a withdrawn finding elsewhere',
        {
          version: '1',
          findings: [],
          withdrawn: [{ finding: { ...FLAW, span: { ...FLAW.span, path: 'c.py' } }, reason: 'no' }],
        },
        /not given/,
      ],
    ])('the detector reports %s', async (_, report, reason) => {
      const outcome = await run(reporting(report));

      expect(outcome).toMatchObject({ status: 'failed', findings: [], withdrawn: [], notCovered: [] });
      expect(outcome.reason).toMatch(reason);
    });
  });

  it('drops what a report holds beyond the contract', async () => {
    const outcome = await run(reporting({ version: '1', findings: [{ ...FLAW, secret: 'x' }], more: 1 }));

    expect(outcome.findings[0]).not.toHaveProperty('secret');
    expect(outcome).not.toHaveProperty('more');
  });

  it('gives a model only to a detector that needs one', async () => {
    const contexts: DetectorContext[] = [];
    const keep: Detector['detect'] = async (_, context) => {
      contexts.push(context);
      return { version: '1', findings: [] };
    };
    const ask = async (): Promise<string> => 'answer';

    await run(scripted(keep), { ask });
    await run(scripted(keep, { needsModel: true }), { ask });

    expect(contexts.map((context) => context.ask === undefined)).toEqual([true, false]);
  });

  it('aborts what a detector leaves running, and lets it ask nothing more', async () => {
    const ask = vi.fn(async (): Promise<string> => 'answer');
    const contexts: DetectorContext[] = [];
    await run(
      scripted(
        async (_, given) => {
          contexts.push(given);
          return { version: '1', findings: [] };
        },
        { needsModel: true },
      ),
      { ask },
    );

    expect(contexts[0]?.signal.aborted).toBe(true);
    await expect(contexts[0]?.ask?.({ messages: [] })).rejects.toThrow();
    expect(ask).not.toHaveBeenCalled();
  });

  it('refuses to start when it is interrupted already', async () => {
    const detect = vi.fn<Detector['detect']>();

    await expect(run(scripted(detect), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(detect).not.toHaveBeenCalled();
  });

  it('does not call an interruption a failure', async () => {
    const controller = new AbortController();
    const running = run(
      scripted(() => new Promise(() => controller.abort())),
      { signal: controller.signal },
    );

    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  describe('with a clock that is moved by hand', () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('fails a detector that does not finish in time, and tells it', async () => {
      const signals: AbortSignal[] = [];
      const running = run(
        scripted((_, { signal }) => {
          signals.push(signal);
          return new Promise(() => {});
        }),
      );

      await vi.advanceTimersByTimeAsync(1000);

      expect(await running).toMatchObject({ status: 'failed', reason: "'scripted' did not finish within 1000 ms." });
      expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    });

    it('leaves no timer behind', async () => {
      await run(scripted(async () => ({ version: '1', findings: [] })));
      await run(scripted(async () => ({ version: '1', findings: [] }), { needsModel: true }));

      expect(vi.getTimerCount()).toBe(0);
    });

    it('can wait longer than a timer can hold', async () => {
      const running = run(
        scripted(async () => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return { version: '1', findings: [] };
        }),
        { timeoutMs: Number.POSITIVE_INFINITY },
      );

      await vi.advanceTimersByTimeAsync(5);

      expect(await running).toMatchObject({ status: 'completed' });
    });
  });
});
