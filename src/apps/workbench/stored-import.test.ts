import { describe, expect, it } from 'vitest';
import { storedImport } from './stored-import.ts';

const SPAN = { path: 'a.c', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
const IMPORTED = {
  tool: 'other',
  version: '3',
  findings: [
    {
      rule: 'rule',
      cwes: ['CWE-798'],
      severity: 'high',
      confidence: 'low',
      span: SPAN,
      message: 'The key is s3cret.',
      remediation: 'Take s3cret out.',
      exploit: 'Use s3cret.',
      flow: [{ span: SPAN, message: 's3cret goes here.' }],
      fix: [{ span: SPAN, newText: 's3cret' }],
    },
  ],
} as const;
const hide = (text: string): string => text.replaceAll('s3cret', 'hidden');

describe('storedImport', () => {
  it('keeps no secret, no edit, and nothing that it does not know', () => {
    const stored = storedImport(IMPORTED, undefined, hide);

    expect(JSON.stringify(stored)).not.toContain('s3cret');
    const { exploit: _, fix: __, ...finding } = IMPORTED.findings[0];
    expect(stored).toEqual({
      ...IMPORTED,
      findings: [
        {
          ...finding,
          message: 'The key is hidden.',
          remediation: 'Take hidden out.',
          flow: [{ span: SPAN, message: 'hidden goes here.' }],
        },
      ],
    });
  });

  it('says who looks again', () => {
    expect(storedImport({ ...IMPORTED, findings: [] }, 'cppcheck', hide)).toEqual({
      tool: 'other',
      version: '3',
      findings: [],
      repeatedBy: 'cppcheck',
    });
  });
});
