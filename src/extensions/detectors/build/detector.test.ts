import { describe, expect, it } from 'vitest';
import type { DetectorContext } from '#engine/detection/detector.ts';
import type { Toolchain } from '#engine/build/toolchain.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { language as c } from '../../languages/c/language.ts';
import { toolchain as gcc } from '../../toolchains/gcc/toolchain.ts';
import { detector } from './detector.ts';

const text = 'int f(void) { return g(); }\n';
const files = [{ path: 'a.c', text }];

function contextOf(toolchains: readonly Toolchain[], ...script: Parameters<typeof scriptedTools>): DetectorContext {
  return {
    signal: new AbortController().signal,
    syntax: openSyntax({ languages: [c] }),
    tools: scriptedTools(...script),
    toolchains: async () => toolchains,
    fingerprintOf: () => '',
    others: [],
    earlier: { upheld: [], withdrawn: [] },
  };
}

describe('the build detector', () => {
  it('takes what does not compile for a finding without a weakness', async () => {
    const stderr = 'code/a.c:1:22: error: implicit declaration of function g [-Werror=implicit-function-declaration]\n';

    const report = await detector.detect(
      { files },
      contextOf([gcc], { end: { kind: 'exited', exitCode: 1 }, stderr }, '12.2.0'),
    );

    expect(report).toEqual({
      version: 'gcc 12.2.0',
      findings: [
        {
          rule: 'does-not-build',
          cwes: [],
          severity: 'high',
          confidence: 'high',
          span: { path: 'a.c', startLine: 1, startColumn: 22, endLine: 1, endColumn: 22 },
          message: 'implicit declaration of function g.',
          remediation: 'Write the code so that it builds, without changing what it does.',
        },
      ],
      notCovered: [],
    });
  });

  it('does not cover what nothing here builds', async () => {
    const { findings, notCovered } = await detector.detect({ files }, contextOf([], {}));

    expect({ findings, notCovered }).toEqual({
      findings: [],
      notCovered: [{ path: 'a.c', reason: 'Nothing on this machine builds C.' }],
    });
  });

  it('fails with its compiler', async () => {
    const detecting = detector.detect({ files }, contextOf([gcc], { end: { kind: 'signalled', signal: 'SIGSEGV' } }));

    await expect(detecting).rejects.toMatchObject({ code: 'DETECTOR_FAILED' });
  });

  it('never starts a file name as an option', async () => {
    const tools = scriptedTools({}, '12.2.0');

    await detector.detect({ files: [{ path: '-o.c', text }] }, { ...contextOf([gcc], {}), tools });

    expect(tools.calls.map(({ call }) => call.command.slice(1))).toEqual([
      expect.arrayContaining(['code/neutral-1.c', '-fstack-protector-strong', '-Wformat=2']),
    ]);
  });
});
