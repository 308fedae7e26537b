import { describe, expect, it } from 'vitest';
import type { SourceFiles } from '#core/source-file.ts';
import type { BuildReport, Toolchain } from '#engine/build/toolchain.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import { scriptedTools } from './scripted-tools.ts';

/** What a toolchain has to do with real programs. */
export interface ToolchainCase {
  readonly name: string;
  readonly files: SourceFiles;
  /** Places and what the message must hold; absent for none. */
  readonly faults?: readonly { readonly path: string; readonly line: number; readonly message: RegExp }[];
  /** What each reason must hold, by path. */
  readonly notBuilt?: Readonly<Record<string, RegExp>>;
  /** Rules of warnings and their lines, in order. */
  readonly warnings?: readonly string[];
}

/** Builds for real; a machine without the tool skips, and says so. */
export function testToolchain(
  toolchain: Toolchain,
  tools: Toolbox,
  isHere: boolean,
  cases: readonly ToolchainCase[],
): void {
  describe.skipIf(!isHere)(`${toolchain.title}, as it is installed here`, () => {
    it.each(cases)('$name', { timeout: 120_000 }, async ({ files, faults = [], notBuilt = {}, warnings = [] }) => {
      const report = await toolchain.build(files, tools, new AbortController().signal);

      expect(report.faults).toEqual(
        faults.map(({ path, line, message }) =>
          expect.objectContaining({ path, line, message: expect.stringMatching(message) }),
        ),
      );
      expect(report.notBuilt).toEqual(
        Object.entries(notBuilt).map(([path, reason]) => ({ path, reason: expect.stringMatching(reason) })),
      );
      expect(report.findings.map(({ rule, span }) => `${rule}:${String(span.startLine)}`)).toEqual(warnings);
    });

    it('is ended by its signal', async () => {
      const first = cases[0]?.files ?? [];
      const building = toolchain.build(first, tools, AbortSignal.abort(new Error('enough')));

      await expect(building).rejects.toThrow();
    });
  });
}

/** What a toolchain must make of a program that breaks down. */
export function testBrokenTool(toolchain: Toolchain, files: SourceFiles): void {
  const build = async (...script: Parameters<typeof scriptedTools>): Promise<BuildReport> =>
    await toolchain.build(files, scriptedTools(...script), new AbortController().signal);

  describe(`${toolchain.title}, broken`, () => {
    it.each([
      { name: 'crashes', run: { end: { kind: 'signalled', signal: 'SIGSEGV' } } },
      { name: 'hangs', run: { end: { kind: 'limit', limit: 'timeoutMs' } } },
      { name: 'is gone', run: { end: { kind: 'not-found' } } },
      { name: 'fails without a reason', run: { end: { kind: 'exited', exitCode: 1 }, stdout: 'gar\0bage' } },
      { name: 'ends oddly', run: { end: { kind: 'exited', exitCode: 77 } } },
    ] as const)('throws when the tool $name', async ({ run }) => {
      await expect(build(run)).rejects.toMatchObject({ code: 'DETECTOR_FAILED' });
    });

    it('is not usable where the tool is not installed', async () => {
      const availability = await toolchain.availability({ ...scriptedTools({}), version: async () => undefined });

      expect(availability).toMatchObject({ isUsable: false, remedy: expect.stringMatching(/^Install .*\.$/) });
    });
  });
}
