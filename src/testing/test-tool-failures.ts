import { describe, expect, it } from 'vitest';
import type { SourceFiles } from '#core/source-file.ts';
import type { Detector } from '#engine/detection/detector.ts';
import type { RunCall, RunEnd } from '#engine/sandbox/sandbox.ts';
import { type ScriptedRun, type ScriptedTools, scriptedTools } from './scripted-tools.ts';
import { detectIn } from './test-detector.ts';

/** A detector whose tool is scripted: what it prints was written by hand in the tool's own form. */
export interface ToolFailures {
  readonly detector: Detector;
  /** Words that every failure must have, such as the program's name. */
  readonly names: RegExp;
  readonly files: SourceFiles;
  readonly settings?: Readonly<Record<string, string>>;
  /** A whole report. */
  readonly report: string;
  /** What the tool does at each run when its report is this text. */
  readonly script: (report: string, call: RunCall) => ScriptedRun;
  /** First lines that it prints when asked for its version: one that will do, and others that will not. */
  readonly version: string;
  readonly wrongVersions: readonly string[];
  /** Texts that are well-formed and no report. */
  readonly noReports: readonly string[];
}

const ENDS: readonly RunEnd[] = [
  { kind: 'not-found' },
  { kind: 'signalled', signal: 'SIGSEGV' },
  { kind: 'limit', limit: 'timeoutMs' },
  { kind: 'limit', limit: 'memoryBytes' },
  { kind: 'limit', limit: 'outputBytes' },
  { kind: 'broken', reason: 'EACCES' },
  { kind: 'exited', exitCode: 70 },
];

/** Tools that print this report. */
export function toolsWith({ script, version }: ToolFailures, report: string): ScriptedTools {
  return scriptedTools((call) => script(report, call), version);
}

/** Whatever goes wrong with the tool must fail the detector, with a reason that names it, and never be an empty report. */
export function testToolFailures(subject: ToolFailures): void {
  const { detector, names, files, settings, report, script, version, wrongVersions, noReports } = subject;
  const failed = { status: 'failed', findings: [], reason: expect.stringMatching(names) };

  describe(`detector ${detector.name}, whose tool fails`, () => {
    it('completes where it does not fail', async () => {
      expect(await detectIn(detector, files, toolsWith(subject, report), settings)).toMatchObject({
        status: 'completed',
        version: expect.stringMatching(/^\d/),
      });
    });

    it.each(ENDS)('by %j', async (end) => {
      const tools = scriptedTools((call) => ({ ...script(report, call), end }), version);

      expect(await detectIn(detector, files, tools, settings)).toMatchObject(failed);
    });

    it.each(['', 'garbage', '\0\0', report.slice(0, Math.floor(report.length / 2)), report.slice(0, -2), ...noReports])(
      'by the report %j',
      async (text) => {
        expect(await detectIn(detector, files, toolsWith(subject, text), settings)).toMatchObject(failed);
      },
    );

    it.each([undefined, ...wrongVersions])('by the version %j', async (wrong) => {
      const tools = { ...toolsWith(subject, report), version: async () => wrong };

      expect(await detector.availability(tools, settings)).toMatchObject({
        isUsable: false,
        remedy: expect.stringMatching(/^[A-Z].*\.$/),
      });
      expect(await detectIn(detector, files, tools, settings)).toMatchObject({ status: 'failed', findings: [] });
    });

    it('is usable in a version that is understood', async () => {
      expect(await detector.availability(toolsWith(subject, report), settings)).toMatchObject({ isUsable: true });
    });
  });
}
