import { describe, expect, it } from 'vitest';
import { reachedIn } from '#testing/analysis-fixture.ts';

/** Whether the query string still gets through when a function of the file was asked about it. */
async function passes(definition: string, use: string): Promise<boolean> {
  const reached = await reachedIn(`${definition}\na = query\n${use}`);
  return reached.some((line) => line.includes('the query string'));
}

describe('what a function of our own promises', () => {
  it.each([
    ['def pick(x):\n  return x in ALLOWED', 'if pick(a):\n  run(a)'],
    ['def pick(x):\n  if x in ALLOWED:\n    return True\n  return False', 'if pick(a):\n  run(a)'],
    ['def pick(x):\n  if x not in ALLOWED:\n    return False\n  return True', 'if pick(a):\n  run(a)'],
    [
      'def pick(x):\n  for one in ALLOWED:\n    if x == one:\n      return True\n  return False',
      'if pick(a):\n  run(a)',
    ],
    ['def strange(x):\n  return x not in ALLOWED', 'if not strange(a):\n  run(a)'],
    ['def strange(x):\n  if x not in ALLOWED:\n    return "no"', 'if strange(a):\n  log()\nelse:\n  run(a)'],
    ['def need(x):\n  if x not in ALLOWED:\n    raise ValueError()', 'need(a)\nrun(a)'],
    ['def need(x):\n  if x in ALLOWED:\n    return x\n  raise ValueError()', 'b = need(a)\nrun(a)\nrun(b)'],
    ['def need(x):\n  assert x.is_word()', 'need(x=a)\nrun(a)'],
    ['def inner(x):\n  return x in ALLOWED\ndef outer(y):\n  return c and inner(y)', 'if outer(a):\n  run(a)'],
    ['def pick(x):\n  return x.name in ALLOWED', 'if pick(a):\n  run(a.name)'],
    ['class A:\n  def pick(self, x):\n    return x in ALLOWED', 'if A().pick(a):\n  run(a)'],
  ])('%s', async (definition, use) => {
    expect(await passes(definition, use)).toBe(false);
  });

  it.each([
    ['def pick(x):\n  return x in ALLOWED', 'if not pick(a):\n  run(a)'],
    ['def pick(x):\n  return x in ALLOWED', 'pick(a)\nrun(a)'],
    ['def pick(x):\n  return x in ALLOWED or c', 'if pick(a):\n  run(a)'],
    ['def pick(x):\n  if c:\n    return True\n  return x in ALLOWED', 'if pick(a):\n  run(a)'],
    ['def pick(x, y):\n  return x in ALLOWED', 'if pick("x", a):\n  run(a)'],
    ['def pick(x):\n  return x.name in ALLOWED', 'if pick(a):\n  run(a.other)'],
    ['def need(x):\n  if x not in ALLOWED:\n    log(x)', 'need(a)\nrun(a)'],
    ['def need(x):\n  try:\n    inner(x)\n  except E:\n    pass', 'need(a)\nrun(a)'],
    ['def quit(x):\n  raise ValueError()', 'if c:\n  quit(a)\nrun(a)'],
    ['def plain():\n  return 1', 'if plain():\n  run(a)'],
  ])('but not %s', async (definition, use) => {
    expect(await passes(definition, use)).toBe(true);
  });
});
