import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { fileDropped } from './file-dropped.ts';

const BEFORE = {
  'app.py': 'from db import load\nprint(load(1))\n',
  'db.py': 'def load(x):\n    return x + 1\n',
  'templates/index.html': '<p>hi</p>\n',
  'README.md': '# App\n',
};

describe('file-dropped', () => {
  it('catches a file that is gone, whatever language it is in', async () => {
    expect(await faultsOf(fileDropped, { before: BEFORE, after: { 'app.py': BEFORE['app.py'] } })).toEqual([
      'db.py:1 The file `db.py` is gone.',
      'templates/index.html:1 The file `templates/index.html` is gone.',
    ]);
  });

  it('lets a file be renamed, or merged into another', async () => {
    const after = {
      'app.py': `${BEFORE['db.py']}print(load(1))\n`,
      'templates/home.html': BEFORE['templates/index.html'],
    };

    expect(await faultsOf(fileDropped, { before: BEFORE, after })).toEqual([]);
  });

  it('lets files come, and empty ones go', async () => {
    const faults = await faultsOf(fileDropped, {
      before: { 'a.py': 'x = 1\n', '__init__.py': '\n' },
      after: { 'a.py': 'x = 1\n', 'b.py': 'y = 2\n' },
    });

    expect(faults).toEqual([]);
  });
});
