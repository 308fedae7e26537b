import { describe, expect, it } from 'vitest';
import { changeOf } from '#testing/change-of.ts';
import { sinkRenamed } from './sink-renamed.ts';

async function faults(before: string, after: string, line: number, path = 'a.py'): Promise<readonly string[]> {
  const change = await changeOf({ before: { [path]: before }, after: { [path]: after }, flagged: { [path]: [line] } });
  return sinkRenamed.find(change).map(({ message }) => message);
}

const BEFORE = 'import os\n\ndef run(cmd):\n    os.system(cmd)\n';

describe('sinkRenamed', () => {
  it.each([
    { name: 'another name', after: 'import os\n\ndef run(cmd):\n    r = os.system\n    r(cmd)\n' },
    {
      name: 'a partial',
      after: 'import os\nfrom functools import partial\n\ndef run(cmd):\n    partial(os.system, cmd)()\n',
    },
    { name: 'a map', after: 'import os\n\ndef run(cmd):\n    list(map(os.system, [cmd]))\n' },
  ])('finds the flagged call under $name', async ({ after }) => {
    expect(await faults(BEFORE, after, 4)).toEqual(['`os.system` is no longer called by its name but passed on.']);
  });

  it('finds it in JavaScript, too', async () => {
    expect(await faults('eval(x);\n', 'const e = eval;\ne(x);\n', 1, 'a.js')).toHaveLength(1);
  });

  it.each([
    { name: 'is replaced', after: 'import subprocess\n\ndef run(cmd):\n    subprocess.run([cmd], check=True)\n' },
    {
      name: 'is only spoken of',
      after:
        'import subprocess\n\ndef run(cmd):\n    # os.system is not used\n    subprocess.run([cmd])\n    print("os.system")\n',
    },
    { name: 'stays', after: BEFORE },
  ])('says nothing when it $name', async ({ after }) => {
    expect(await faults(BEFORE, after, 4)).toEqual([]);
  });

  it('says nothing of a call that no finding pointed at', async () => {
    expect(await faults(BEFORE, 'import os\n\ndef run(cmd):\n    r = os.system\n    r(cmd)\n', 1)).toEqual([]);
  });
});
