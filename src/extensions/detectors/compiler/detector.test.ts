import { describe, expect, it } from 'vitest';
import type { DetectorContext } from '#engine/detection/detector.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { language as c } from '../../languages/c/language.ts';
import { toolchain as gcc } from '../../toolchains/gcc/toolchain.ts';
import { detector } from './detector.ts';

const files = [{ path: 'a.c', text: '#include <stdio.h>\nvoid f(char *s) { printf(s); }\n' }];
const warning = 'code/a.c:2:19: warning: format not a string literal [-Wformat-security]\n';

function contextOf(...script: Parameters<typeof scriptedTools>): DetectorContext {
  return {
    signal: new AbortController().signal,
    syntax: openSyntax({ languages: [c] }),
    tools: scriptedTools(...script),
    toolchains: async () => [gcc],
    fingerprintOf: () => '',
    others: [],
    earlier: { upheld: [], withdrawn: [] },
  };
}

describe('the compiler detector', () => {
  it('gives the warnings that speak of weaknesses', async () => {
    const stderr = `${warning}code/a.c:2:14: warning: unused parameter [-Wunused-parameter]\n`;

    const report = await detector.detect({ files }, contextOf({ stderr }));

    expect(report).toMatchObject({
      findings: [{ rule: 'format-security', cwes: ['CWE-134'], span: { path: 'a.c', startLine: 2 } }],
      notCovered: [],
    });
  });

  it('does not cover what does not compile', async () => {
    const stderr = `${warning}code/a.c:2:14: error: expected identifier\n`;

    const report = await detector.detect({ files }, contextOf({ end: { kind: 'exited', exitCode: 1 }, stderr }));

    expect(report.notCovered).toEqual([{ path: 'a.c', reason: 'It does not compile.' }]);
  });
});
