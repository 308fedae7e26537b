import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { BaselineEntry } from '#engine/detection/baseline.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import { openConnection, sqlByLinter, sqlByReviewer, vulnerableFiles } from './session-fixture.ts';

/*
 * Scripted scans, made up by hand: one with findings, a failed detector and a file that was not checked; one of hostile
 * code, in which every text tries to leave its place.
 */

const SHELL_PATH = 'src/run me#1.js';

const shell: Finding = {
  detector: 'linter',
  rule: 'no-shell',
  cwes: ['CWE-78'],
  severity: 'medium',
  confidence: 'high',
  span: { path: SHELL_PATH, startLine: 1, startColumn: 1, endLine: 3, endColumn: 3 },
  message: 'The command is run by a shell.',
  fix: [
    {
      span: { path: SHELL_PATH, startLine: 1, startColumn: 1, endLine: 1, endColumn: 5 },
      newText: 'execFile',
    },
  ],
  fingerprint: 'linter-shell-1',
};

/** A detector that completed and found nothing; spread over it for others. */
export const quietOutcome: DetectorOutcome = {
  detector: 'linter',
  version: '1.0.0',
  status: 'completed',
  reason: '',
  findings: [],
  withdrawn: [],
  notCovered: [],
  durationMs: 40,
};

export const scriptedScan: ScanReport = {
  kind: 'scan',
  version: '0.1.0',
  files: [...vulnerableFiles, { path: SHELL_PATH, text: 'exec(\n  request.query.command,\n);\n' }],
  detectors: [
    {
      ...quietOutcome,
      findings: [shell, sqlByLinter],
      notCovered: [{ path: 'big.py', reason: 'It is larger than 1 MB.' }],
    },
    { ...quietOutcome, detector: 'reviewer', findings: [openConnection, sqlByReviewer] },
    { ...quietOutcome, detector: 'compiler', status: 'failed', reason: 'It did not answer within 60 s.' },
    { ...quietOutcome, detector: 'rust-only', status: 'not-applicable' },
  ],
  failOn: 'medium',
  minConfidence: 'medium',
  skipped: [{ path: 'logo.png', reason: 'It is no text.' }],
};

/** A scan of chosen rules, with findings that were left out, and a baseline with an entry of each fate. */
export const baselinedScan: ScanReport = {
  ...scriptedScan,
  detectors: [{ ...quietOutcome, findings: [shell] }],
  skipped: [],
  suppressed: [{ finding: { ...shell, fingerprint: 'linter-shell-2' }, reason: 'The command is a constant.' }],
  belowConfidence: { linter: 2, reviewer: 1 },
  rules: { only: ['python/*', 'CWE-78'], without: ['python/weak-hash'] },
  baseline: {
    file: 'seccode-baseline.json',
    accepted: [{ finding: sqlByLinter, entry: entryOf(sqlByLinter.fingerprint, { expires: '2027-01-31' }) }],
    expired: [entryOf('gone-1', { expires: '2026-01-31' })],
    invalid: [{ entry: entryOf('gone-2', { reason: '' }), message: 'It gives no reason.' }],
    stale: [entryOf('gone-3'), entryOf('gone-4')],
  },
};

function entryOf(fingerprint: string, changed: Partial<BaselineEntry> = {}): BaselineEntry {
  return {
    fingerprint,
    detector: 'linter',
    rule: 'S608',
    path: 'app.py',
    reason: 'The table name comes from a fixed list.',
    owner: 'ada@example.org',
    ...changed,
  };
}

/** What a stranger may write into code, and a model into a message. */
export const hostileText =
  '\u001b[2J\u001b]0;owned\u0007 | <script>alert(1)</script> ```\n# Clean! [ok](https://evil.example) \u202e{0} @everyone \u009b1m';

export const hostileScan: ScanReport = {
  ...scriptedScan,
  files: [{ path: 'a`|<b>\u001b[1m.py', text: `x = "${hostileText}"\n\`\`\`\`\nfour\n` }],
  detectors: [
    {
      ...quietOutcome,
      detector: 'reviewer',
      version: hostileText,
      findings: [
        {
          ...sqlByReviewer,
          rule: hostileText,
          span: { path: 'a`|<b>\u001b[1m.py', startLine: 1, startColumn: 5, endLine: 2, endColumn: 3 },
          message: hostileText,
          remediation: hostileText,
          exploit: hostileText,
          flow: [
            {
              span: { path: 'a`|<b>\u001b[1m.py', startLine: 1, startColumn: 5, endLine: 1, endColumn: 9 },
              message: hostileText,
            },
          ],
        },
      ],
      withdrawn: [{ finding: { ...openConnection, message: hostileText }, reason: hostileText }],
      notCovered: [{ path: 'a`|<b>\u001b[1m.py', reason: hostileText }],
    },
    { ...quietOutcome, detector: 'compiler', status: 'failed', reason: hostileText },
  ],
  skipped: [{ path: hostileText, reason: hostileText }],
};
