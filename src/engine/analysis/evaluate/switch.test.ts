import { describe, expect, it } from 'vitest';
import { reachedIn } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

describe('switch and match', () => {
  it('takes the case that a constant names', async () => {
    const code = `switch ('b') {
  case 'a': x = query; break;
  case 'b': x = 'safe'; break;
  default: x = query;
}
run(x);`;

    expect(await reachedIn(code, js)).toEqual([]);
  });

  it('falls through', async () => {
    const code = `let x = 'a';
switch (kind) {
  case 'a': x = query;
  case 'b': run(x); break;
  case 'c': x = 'safe';
  default: run(x);
}`;

    expect(await reachedIn(code, js)).toEqual(['4 shell: the query string']);
    expect(await reachedIn(`switch ('a') { case 'a': case 'b': run(query) }`, js)).toHaveLength(1);
  });

  it('knows the subject inside a case', async () => {
    const code = `switch (query) {
  case 'a': case 'b': run(query); break;
  default: run(query);
}
const q = query;
switch (q) {
  case 'a': run(q);
}
run(q)`;

    expect(await reachedIn(code, js)).toEqual(['3 shell: the query string', '9 shell: the query string']);
  });

  it('keeps what holds at a break', async () => {
    const code = `let x = 'a';
switch (kind) {
  case 'a':
    x = query;
    if (c) break;
    x = 'safe';
}
run(x);`;

    expect(await reachedIn(code, js)).toEqual(['8 shell: the query string']);
  });

  it('binds what patterns capture', async () => {
    const code = `match query:
  case 'a':
    run(query)
  case [first, *rest]:
    run(first)
  case {'k': inner}:
    run(inner)
  case Point(x=px):
    run(px)
  case other if other.is_word():
    run(other)
  case other:
    run(other)`;

    expect(await reachedIn(code)).toEqual([
      '5 shell: the query string',
      '7 shell: the query string',
      '9 shell: the query string',
      '13 shell: the query string',
    ]);
  });

  it('stops at the case that matches for sure', async () => {
    expect(
      await reachedIn(`match 2:\n  case 1:\n    run(query)\n  case 2:\n    pass\n  case _:\n    run(query)`),
    ).toEqual([]);
  });
});
