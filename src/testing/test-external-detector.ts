import { describe, expect, it } from 'vitest';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import type { RunEnd } from '#engine/sandbox/sandbox.ts';
import { type ScriptedRun, scriptedTools } from './scripted-tools.ts';
import { detectIn } from './test-detector.ts';

export interface ExternalConformance {
  readonly detector: Detector;
  /** A file in a language that it knows. */
  readonly path: string;
  /** What the program does when it has looked and found nothing, in the tool's own form. */
  readonly quiet: ScriptedRun;
  /** The first line of a version that is new enough, and of one that is too old. */
  readonly version: { readonly good: string; readonly old: string };
  /** What a healthy report is cut to; the detector must notice each. Absent: the halves of whatever `quiet` prints. */
  readonly damaged?: readonly ScriptedRun[];
}

const ENDS: readonly (readonly [string, RunEnd])[] = [
  ['is not there', { kind: 'not-found' }],
  ['crashes', { kind: 'signalled', signal: 'SIGSEGV' }],
  ['hangs', { kind: 'limit', limit: 'timeoutMs' }],
  ['needs too much memory', { kind: 'limit', limit: 'memoryBytes' }],
  ['prints without end', { kind: 'limit', limit: 'outputBytes' }],
  ['cannot be started', { kind: 'broken', reason: 'EACCES' }],
  ['ends with an exit code of a failure', { kind: 'exited', exitCode: 77 }],
];

/**
 * What every detector that is a program must do when the program does not do its work: fail, and name it. Programs are
 * scripted here; the detector's own tests run the real one.
 */
export function testExternalDetector(conformance: ExternalConformance): void {
  const { detector, path, quiet, version, damaged = halvesOf(quiet) } = conformance;
  const look = async (run: ScriptedRun, line = version.good): Promise<DetectorOutcome> =>
    await detectIn(detector, [{ path, text: 'x\n' }], scriptedTools(run, line));

  describe(`detector ${detector.name}, when its program`, () => {
    it('finds nothing, has completed with the version', async () => {
      const { status, reason, findings, notCovered, version: told } = await look(quiet);

      expect({ status, reason, findings, notCovered }).toEqual({
        status: 'completed',
        reason: '',
        findings: [],
        notCovered: [],
      });
      expect(version.good).toContain(told);
    });

    it.each(ENDS)('%s, fails and says so', async (_, end) => {
      const { status, reason, findings } = await look({ ...quiet, end });

      expect({ status, findings }).toEqual({ status: 'failed', findings: [] });
      expect(reason).toMatch(/^['A-Z].*\.$/);
    });

    it.each(damaged.map((run, index) => [index, run] as const))(
      'prints a damaged report (%i), fails',
      async (_, run) => {
        expect(await look({ ...quiet, ...run })).toMatchObject({ status: 'failed', findings: [] });
      },
    );

    it('prints garbage, fails', async () => {
      const text = 'Segmentation fault (core dumped)\n';
      const writes = Object.fromEntries(Object.keys(quiet.writes ?? {}).map((name) => [name, text]));

      expect(await look({ ...quiet, stdout: text, stderr: text, writes })).toMatchObject({ status: 'failed' });
    });

    it('is too old, cannot be used, and fails when it is run all the same', async () => {
      const availability = await detector.availability(scriptedTools(quiet, version.old));

      expect(availability).toMatchObject({ isUsable: false, remedy: expect.stringMatching(/\.$/) });
      expect(await look(quiet, version.old)).toMatchObject({ status: 'failed', findings: [] });
    });

    it('is not installed, says how to get it', async () => {
      expect(await detector.availability(NO_TOOLS)).toMatchObject({
        isUsable: false,
        detail: expect.stringMatching(/\.$/),
        remedy: expect.stringMatching(/^[A-Z].*\.$/),
      });
    });
  });
}

function halvesOf({ stdout = '', stderr = '', writes = {} }: ScriptedRun): readonly ScriptedRun[] {
  const cuts = (text: string): readonly string[] => [text.slice(0, text.length / 2), ''];
  const texts = Object.entries(writes);
  return [
    ...(stdout === '' ? [] : cuts(stdout).map((cut): ScriptedRun => ({ stdout: cut }))),
    ...(stderr === '' ? [] : cuts(stderr).map((cut): ScriptedRun => ({ stderr: cut }))),
    ...texts.flatMap(([name, text]) => cuts(text).map((cut): ScriptedRun => ({ writes: { ...writes, [name]: cut } }))),
  ];
}
