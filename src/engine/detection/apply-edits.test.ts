import { describe, expect, it } from 'vitest';
import type { Edit } from '#core/finding.ts';
import { applyEdits } from './apply-edits.ts';

const edit = (line: number, from: number, to: number, newText: string, path = 'a.py'): Edit => ({
  span: { path, startLine: line, startColumn: from, endLine: line, endColumn: to },
  newText,
});

const text = (edits: readonly Edit[], before = 'one\r\ntwo\r\nthree\r\n'): string =>
  applyEdits([{ path: 'a.py', text: before }], edits)[0]?.text ?? '';

describe('applyEdits', () => {
  it('makes edits whatever their order, by the places of the text as given', () => {
    expect(text([edit(3, 1, 6, '3'), edit(1, 1, 4, 'a longer one')])).toBe('a longer one\r\ntwo\r\n3\r\n');
  });

  it('keeps the order of insertions at one place', () => {
    expect(text([edit(1, 1, 1, 'import b\n'), edit(1, 1, 1, 'import a\n')])).toMatch(/^import b\nimport a\none/);
  });

  it('makes an edit that is there twice once', () => {
    expect(text([edit(1, 1, 1, 'import a\n'), edit(1, 1, 1, 'import a\n')])).toMatch(/^import a\none/);
  });

  it('inserts before what is replaced at the same place', () => {
    expect(text([edit(2, 1, 4, 'TWO'), edit(2, 1, 1, '# ')])).toContain('# TWO\r\n');
  });

  it('spans lines and deletes', () => {
    const span = { path: 'a.py', startLine: 1, startColumn: 3, endLine: 3, endColumn: 2 };

    expect(text([{ span, newText: '' }])).toBe('onhree\r\n');
  });

  it('leaves other files as they are', () => {
    const files = [
      { path: 'a.py', text: 'one' },
      { path: 'b.py', text: 'two' },
    ];

    expect(applyEdits(files, [edit(1, 1, 4, 'x', 'b.py')])).toEqual([files[0], { path: 'b.py', text: 'x' }]);
  });
});
