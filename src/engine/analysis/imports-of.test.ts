import { describe, expect, it } from 'vitest';
import { factsIn } from '#testing/analysis-fixture.ts';
import { importsOf } from './imports-of.ts';

describe('imports of a file', () => {
  it('are found in Python', async () => {
    const { module } = await factsIn(`import os.path as p, db
from . import near
from .a import b
from c import *
try:
  import fast
except ImportError:
  import slow
if x:
  import yes
else:
  import no
def f():
  import late
`);

    expect(importsOf(module)).toEqual(
      expect.arrayContaining(['os.path', 'db', '.near', '.a', '.a.b', 'c', 'fast', 'yes', 'no']),
    );
    expect(importsOf(module)).not.toContain('late');
  });

  it('are found in JavaScript', async () => {
    const { module } = await factsIn(
      `import a, { b } from './a'; import * as c from "c"; const d = require('./d'); function f() { require(\`./e\`); }
       export { g } from './g';`,
      { language: 'javascript' },
    );

    expect(importsOf(module)).toEqual(expect.arrayContaining(['./a', 'c', './d', './e']));
  });

  it('are each named once', async () => {
    const { module } = await factsIn('import a\nimport a');

    expect(importsOf(module).filter((name) => name === 'a')).toEqual(['a']);
  });
});
