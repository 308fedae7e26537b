import { expect, it } from 'vitest';
import { withoutFolder } from './seen-text.ts';

it.each([
  ['File "/tmp/run (1)/a.py", line 2', 'File "a.py", line 2'],
  ['/tmp/run (1)/a.c:3: error', 'a.c:3: error'],
  ['/home/tmp/run (1)/a.c and /tmp/run (1)b/a.c', '/home/tmp/run (1)/a.c and /tmp/run (1)b/a.c'],
])('leaves out of %j where the program lay', (said, expected) => {
  expect(withoutFolder({ stdout: '', stderr: said }, '/tmp/run (1)')).toEqual({ stdout: '', stderr: expected });
});
