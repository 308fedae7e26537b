import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedFiles, vulnerableFiles } from '#testing/session-fixture.ts';
import { diffFiles } from './diff.ts';

describe('diffFiles', () => {
  it('is a unified diff of what changed', () => {
    expect(diffFiles(vulnerableFiles, fixedFiles)).toEqual([
      {
        path: 'users.py',
        kind: 'changed',
        addedLines: 2,
        removedLines: 2,
        patch: `--- a/users.py
+++ b/users.py
@@ -3,5 +3,5 @@
 
 def find_users(path, name):
     connection = sqlite3.connect(path)
-    query = f"SELECT id, name FROM users WHERE name = '{name}'"
-    return connection.execute(query).fetchall()
+    query = "SELECT id, name FROM users WHERE name = ?"
+    return connection.execute(query, (name,)).fetchall()
`,
      },
    ]);
  });

  it('names added and removed files, and leaves equal ones out', () => {
    const before = [
      { path: 'b.py', text: 'b\n' },
      { path: 'same.py', text: 's\n' },
      { path: 'empty.py', text: '' },
    ];
    const after = [
      { path: 'same.py', text: 's\n' },
      { path: 'a.py', text: 'a' },
    ];

    const diffs = diffFiles(before, after);

    expect(diffs.map(({ path, kind }) => [path, kind])).toEqual([
      ['a.py', 'added'],
      ['b.py', 'removed'],
      ['empty.py', 'removed'],
    ]);
    expect(diffs[0]?.patch).toBe('--- /dev/null\n+++ b/a.py\n@@ -0,0 +1,1 @@\n+a\n\\ No newline at end of file\n');
  });

  it('gives the new text when it is applied to the old one', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '', '-- a', '++ b', '@@ -1 +1 @@', '\\ x'), { maxLength: 12 })
      .map((lines) => lines.join('\n'));

    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const [diff] = diffFiles([{ path: 'a', text: before }], [{ path: 'a', text: after }]);
        const [patch] = parsePatch(diff?.patch ?? '');
        expect(patch === undefined ? undefined : applyPatch(before, patch)).toBe(after);
      }),
    );
  });

  it('takes a file of which nearly everything changed for replaced, instead of searching long', () => {
    const text = (word: string): string => Array.from({ length: 6_000 }, (_, index) => `${word} ${index}\n`).join('');

    const [diff] = diffFiles([{ path: 'a', text: text('old') }], [{ path: 'a', text: text('new') }]);

    expect(diff).toMatchObject({ addedLines: 6_000, removedLines: 6_000 });
    expect(diff?.patch).toContain('@@ -1,6000 +1,6000 @@\n-old 0\n');
  });

  it('quotes a name that would forge a line of the diff', () => {
    const [diff] = diffFiles([], [{ path: 'a\n+++ b/evil', text: 'x\n' }]);

    expect(diff?.patch.split('\n')[1]).toBe('+++ "b/a\\n+++ b/evil"');
  });
});
