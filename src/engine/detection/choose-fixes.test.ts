import { describe, expect, it } from 'vitest';
import type { Edit, Finding } from '#core/finding.ts';
import { chooseFixes } from './choose-fixes.ts';

const edit = (from: number, to: number, newText = 'x', path = 'a.py'): Edit => ({
  span: { path, startLine: 1, startColumn: from, endLine: 1, endColumn: to },
  newText,
});

const finding = (fingerprint: string, ...fix: readonly Edit[]): Finding => ({
  detector: 'linter',
  rule: 'r',
  cwes: [],
  severity: 'high',
  confidence: 'high',
  span: { path: 'a.py', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
  message: 'A fact.',
  fingerprint,
  ...(fix.length === 0 ? {} : { fix }),
});

const chosen = (...findings: readonly Finding[]): readonly string[] =>
  chooseFixes(findings).map(({ fingerprint }) => fingerprint);

describe('chooseFixes', () => {
  it('leaves out what has no fix', () => {
    expect(chosen(finding('1'), finding('2', edit(1, 3)))).toEqual(['2']);
  });

  it('has what overlaps wait', () => {
    expect(chosen(finding('1', edit(1, 5)), finding('2', edit(4, 8)), finding('3', edit(5, 8)))).toEqual(['1', '3']);
  });

  it('takes all edits of a fix or none', () => {
    expect(
      chosen(finding('1', edit(1, 5)), finding('2', edit(20, 22), edit(2, 3)), finding('3', edit(20, 22, 'y'))),
    ).toEqual(['1', '3']);
  });

  it('lets two fixes make the same edit', () => {
    const both = edit(1, 1, 'import a\n');

    expect(chosen(finding('1', both, edit(9, 10)), finding('2', both, edit(12, 13)))).toEqual(['1', '2']);
  });

  it('lets two fixes insert at one place, and not replace one text by two', () => {
    expect(chosen(finding('1', edit(3, 3, 'a')), finding('2', edit(3, 3, 'b')))).toEqual(['1', '2']);
    expect(chosen(finding('1', edit(3, 4, 'a')), finding('2', edit(3, 4, 'b')))).toEqual(['1']);
  });

  it('does not mix up files', () => {
    expect(chosen(finding('1', edit(1, 5)), finding('2', edit(1, 5, 'y', 'b.py')))).toEqual(['1', '2']);
  });
});
