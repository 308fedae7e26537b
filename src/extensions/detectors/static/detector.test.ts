import { describe, expect, it } from 'vitest';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { SourceFile } from '#core/source-file.ts';
import { runDetector } from '#engine/detection/run-detector.ts';
import { extensions } from '../../../apps/compose.ts';
import { openAnalysis } from '../../../apps/workbench/open-analysis.ts';
import { detector } from './detector.ts';

async function detect(...files: SourceFile[]): Promise<DetectorOutcome> {
  return await runDetector({
    detector,
    files,
    syntax: await extensions.syntax(),
    analysis: openAnalysis(extensions),
    signal: new AbortController().signal,
    timeoutMs: 60_000,
    nowMs: () => 0,
  });
}

const BAD = `import os
from flask import Flask, request

app = Flask(__name__)


@app.route("/ping")
def ping():
    os.system("ping -c 1 " + request.args["host"])
    return "done"
`;

describe('the static detector', () => {
  it('tells where the data comes from and how it gets there', async () => {
    const { status, findings } = await detect({ path: 'app.py', text: BAD });

    expect(status).toBe('completed');
    const found = findings.find(({ cwes }) => cwes.includes('CWE-78'));
    expect(found).toMatchObject({ span: { startLine: 9 }, confidence: 'high', severity: 'critical' });
    expect(found?.flow?.[0]?.span.startLine).toBe(9);
    expect(found?.remediation).toMatch(/\.$/);
  });

  it('follows data through a function of another file', async () => {
    const helper = { path: 'tools.py', text: 'import os\n\n\ndef run(line):\n    os.system(line)\n' };
    const app = {
      path: 'app.py',
      text: BAD.replace('import os\n', 'import tools\n').replace('os.system(', 'tools.run('),
    };

    const { findings } = await detect(app, helper);

    const found = findings.find(({ cwes, confidence }) => cwes.includes('CWE-78') && confidence === 'high');
    expect(found?.span).toMatchObject({ path: 'tools.py', startLine: 5 });
    expect(found?.flow?.map(({ span }) => span.path)).toContain('app.py');
  });

  it('keeps the fingerprint when lines move and neighbours change their names', async () => {
    const before = await detect({ path: 'app.py', text: BAD });

    const after = await detect({ path: 'app.py', text: `# moved\n\n${BAD.replaceAll('ping()', 'probe()')}` });

    expect(after.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      before.findings.map(({ fingerprint }) => fingerprint),
    );
  });

  it('leaves out of its coverage what does not parse, and goes on with the rest', async () => {
    const { findings, notCovered } = await detect(
      { path: 'torn.py', text: `${BAD}\n)))) = (\n` },
      { path: 'whole.py', text: BAD },
    );

    expect(notCovered.map(({ path }) => path)).toEqual(['torn.py']);
    expect(notCovered[0]?.reason).toMatch(/^Line \d+ does not parse\.$/);
    expect(findings.filter(({ cwes }) => cwes.includes('CWE-78')).map(({ span }) => span.path)).toEqual([
      'torn.py',
      'whole.py',
    ]);
  });

  it.each([
    ['nested brackets', `x = ${'('.repeat(5_000)}1${')'.repeat(5_000)}\n`],
    ['a long sum', `x = ${'a + '.repeat(20_000)}1\n`],
    ['a long chain of calls', `x = a${'.b()'.repeat(20_000)}\n`],
    [
      'nested functions',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}def f${String(depth)}():\n`).join(''),
    ],
    [
      'bytes of any kind',
      Array.from({ length: 5_000 }, (_, index) => String.fromCharCode((index * 7919) % 65_535)).join(''),
    ],
    ['nothing', ''],
  ])('finishes on %s', async (_title, text) => {
    const python = await detect({ path: 'odd.py', text });
    const javascript = await detect({ path: 'odd.js', text });

    expect([python.status, javascript.status]).toEqual(['completed', 'completed']);
  });

  it('is not silenced by a comment', async () => {
    const { findings } = await detect({
      path: 'app.py',
      text: BAD.replace('["host"])', '["host"])  # seccode-ignore: CWE-78 -- trust me  # noqa  # nosec'),
    });

    expect(findings.some(({ cwes }) => cwes.includes('CWE-78'))).toBe(true);
  });
});
