import { describe, expect, it } from 'vitest';
import { factsIn } from '#testing/analysis-fixture.ts';
import { pointedBy } from './pointed.ts';

/** What the only argument of a call points to, as written. */
async function pointed(expression: string): Promise<{ readonly target: string; readonly isWhole: boolean }> {
  const facts = await factsIn(`void f(char *a, struct s *s, int n) { call(${expression}); }`, { path: 'main.c' });
  const [call] = facts.callsOf('call');
  const given = call?.expression.arguments[0]?.value;
  if (given === undefined) throw new Error('There is no call.');
  const { target, isWhole } = pointedBy(given);
  return { target: facts.textAt(target.at), isWhole };
}

describe('an argument points', () => {
  it.each([
    ['a', 'a'],
    ['&n', 'n'],
    ['*a', 'a'],
    ['(char *)a', 'a'],
    ['&a[0]', 'a'],
    ['(void *)&a[0]', 'a'],
    ['s->name', 's->name'],
    ['&s->name[0]', 's->name'],
  ])('with %s to the beginning of %s', async (expression, target) => {
    expect(await pointed(expression)).toEqual({ target, isWhole: true });
  });

  it.each([
    ['a + 1', 'a'],
    ['&a[2]', 'a'],
    ['&a[n]', 'a'],
    ['a + n - 1', 'a'],
    ['(char *)(a + 4)', 'a'],
    ['&s->name[n]', 's->name'],
  ])('with %s into %s', async (expression, target) => {
    expect(await pointed(expression)).toEqual({ target, isWhole: false });
  });
});
