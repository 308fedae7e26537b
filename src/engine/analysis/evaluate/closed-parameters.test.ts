import { describe, expect, it } from 'vitest';
import { reachedIn } from '#testing/analysis-fixture.ts';

describe('parameters of which every call is in view', () => {
  it('are no sources where all that is passed is constant', async () => {
    expect(await reachedIn('def list_it(a):\n  run(a)\nlist_it("x")')).toEqual([]);
    expect(await reachedIn('def list_it(a):\n  run(a)\nlist_it(unknown)')).toHaveLength(1);
  });

  it('are no sources where all that is passed is safe for the sink', async () => {
    const code = (test: string) => `def list_it(a):
  run(a)
x = query
if not ${test}:
  stop()
else:
  list_it(x)`;
    expect(await reachedIn(code('x.is_word()'))).toEqual([]);
    expect((await reachedIn(code('x.is_there()'))).length).toBeGreaterThan(0);
    expect((await reachedIn(`${code('x.is_word()')}\nlist_it(unknown)`)).length).toBeGreaterThan(0);
  });
});
