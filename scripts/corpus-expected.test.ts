import { describe, expect, it } from 'vitest';
import { differencesOf, linesByRule } from './corpus-expected.ts';

describe('linesByRule', () => {
  it('gives the same for the same findings in any order', () => {
    const findings = [
      { rule: 'b', path: 'z.py', line: 10 },
      { rule: 'a', path: 'z.py', line: 9 },
      { rule: 'b', path: 'a.py', line: 2 },
      { rule: 'b', path: 'z.py', line: 9 },
      { rule: 'b', path: 'z.py', line: 9 },
    ];
    const lines = linesByRule(findings);

    expect(JSON.stringify(lines)).toBe('{"a":{"z.py":[9]},"b":{"a.py":[2],"z.py":[9,9,10]}}');
    expect(JSON.stringify(linesByRule(findings.toReversed()))).toBe(JSON.stringify(lines));
  });
});

describe('differencesOf', () => {
  it('finds nothing where nothing changed', () => {
    const lines = { sql: { 'a.py': [1, 2] } };

    expect(differencesOf(lines, lines)).toEqual([]);
  });

  it('tells what came and what went', () => {
    const differences = differencesOf(
      { sql: { 'a.py': [1, 2] }, xss: { 'a.py': [5] } },
      { sql: { 'a.py': [2, 2], 'b.py': [7] } },
    );

    expect(differences).toEqual([
      { rule: 'sql', added: ['a.py:2', 'b.py:7'], removed: ['a.py:1'] },
      { rule: 'xss', added: [], removed: ['a.py:5'] },
    ]);
  });
});
