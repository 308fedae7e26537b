import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { detectIn } from '#testing/test-detector.ts';
import { testToolFailures, toolsWith, type ToolFailures } from '#testing/test-tool-failures.ts';
import { detector } from './detector.ts';

const folder = mkdtempSync(join(tmpdir(), 'seccode-opengrep-'));
afterAll(() => rmSync(folder, { recursive: true }));
const rules = join(folder, 'own.yaml');
writeFileSync(rules, 'rules: []\n');

/** Written by hand in the form that `opengrep scan --json` has. */
const REPORT = JSON.stringify({
  version: '1.100.0',
  results: [
    {
      check_id: 'own.eval',
      path: 'code/a.py',
      start: { line: 1, col: 1, offset: 0 },
      end: { line: 1, col: 8, offset: 7 },
      extra: { message: 'Text is run as code.', severity: 'ERROR', metadata: { cwe: 'CWE-95' }, lines: 'eval(x)' },
    },
  ],
  errors: [],
  paths: { scanned: ['code/a.py'] },
});

const subject: ToolFailures = {
  detector,
  names: /opengrep/i,
  files: [{ path: 'a.py', text: 'eval(x)\n' }],
  settings: { rules },
  report: REPORT,
  script: (stdout) => ({ stdout }),
  version: '1.100.0',
  wrongVersions: ['0.99.9', 'opengrep'],
  noReports: ['{}', 'null', '[]'],
};

testToolFailures(subject);

describe('a scripted opengrep', () => {
  it('is asked as it can be asked, and understood', async () => {
    const tools = toolsWith(subject, REPORT);
    const { findings } = await detectIn(detector, subject.files, tools, subject.settings);

    expect(findings).toMatchObject([{ rule: 'own.eval', cwes: ['CWE-95'], severity: 'high', confidence: 'medium' }]);
    expect(tools.calls.map(({ call }) => call.command.slice(0, 2))).toEqual([['opengrep', 'scan']]);
    expect(tools.calls[0]?.call.command.includes('--metrics')).toBe(false);
  });
});
