import { describe, expect, it } from 'vitest';
import { reachedIn, shownIn } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

describe('branches', () => {
  it('skips what constants rule out', async () => {
    const code = `x = 'safe'
if 7 * 6 - 42:
  x = query
run(x)
if False:
  run(query)
elif 1 > 2:
  run(query)
else:
  x = 'other'
run(x)
run(query) if 0 else None`;

    expect(await reachedIn(code)).toEqual([]);
  });

  it('takes what constants decide', async () => {
    const code = `if 2 > 1:
  x = query
else:
  x = 'safe'
run(x)`;

    expect(await reachedIn(code)).toEqual(['5 shell: the query string']);
  });

  it('joins what both ways leave', async () => {
    const code = `x = 'a'
if unknown:
  x = query
elif other:
  y = 'b'
show(x)
show(y)
if unknown:
  x = 'a'
else:
  x = 'a'
show(x)`;

    expect(await shownIn(code)).toEqual(['<the query string>', '"b"', '"a"']);
  });

  it('does not go on behind an early return', async () => {
    const code = `def f(a):
  if not a.is_word():
    return
  run(a)
  return
  run(query)
def g():
  raise ValueError(query)
  run(query)
def h():
  weblib.stop()
  run(query)
def both(a):
  if a:
    return 1
  else:
    return 2
  run(a)`;

    expect(await reachedIn(code)).toEqual([]);
  });

  it('follows hundreds of alternatives without recursion', async () => {
    const ways = Array.from({ length: 1_500 }, (_, index) => `elif unknown == ${index}:\n  x = 'a${index}'`);

    expect(await reachedIn(`if unknown:\n  x = query\n${ways.join('\n')}\nrun(x)`)).toEqual([
      '3003 shell: the query string',
    ]);
  }, 60_000);

  it('knows what a conditional leaves on either way', async () => {
    const code = `let x = 'a';
flag ? (x = query) : (x = 'b');
show(x);
true ? (x = 'c') : run(query);
show(x);
show(flag ? 'd' : 'd');`;

    expect(await shownIn(code, js)).toEqual(['<the query string>', '"c"', '"d"']);
    expect(await reachedIn(code, js)).toEqual([]);
  });

  it('knows what a short circuit may not run', async () => {
    const code = `let x = 'a';
flag && (x = query);
show(x);
0 && run(query);
1 || run(query);
let y = query || 'd';
show(y);
let z = opts.z ?? query;
show(z);`;

    expect(await shownIn(code, js)).toEqual(['<the query string>', '<the query string>', '<the query string>']);
    expect(await reachedIn(code, js)).toEqual([]);
  });
});

describe('other statements', () => {
  it('binds the resources of with', async () => {
    expect(await reachedIn(`with query as a, other() as b:\n  run(a)\n  run(b)\nwith lock:\n  run(query)`)).toEqual([
      '2 shell: the query string',
      '5 shell: the query string',
    ]);
  });

  it('takes what is asserted', async () => {
    expect(await reachedIn(`a = query\nassert a in ('x', 'y')\nrun(a)\ndel a`)).toEqual([]);
  });

  it('unpacks patterns', async () => {
    const code = `a, b = query, 'x'
run(a)
run(b)
(c, [d, *e]) = ('x', [query, 'y', 'z'])
run(c)
run(d)
for f, *g in rows:
  run(g)
a, b = b, a
run(a)
run(b)
h = i = query
run(h)
run(i)`;

    expect(await reachedIn(code)).toEqual([
      '2 shell: the query string',
      '6 shell: the query string',
      '11 shell: the query string',
      '13 shell: the query string',
      '14 shell: the query string',
    ]);
  });

  it('unpacks objects with defaults', async () => {
    const code = `const { a, b: { c }, d = 'x', e = query, ...rest } = { a: query, b: { c: 'y' }, d: undefined };
run(a); run(c); run(d);
run(e);
const [f = query, , ...g] = unknown;
run(f);
const { h = 'x' } = query;
run(h);
({ i: this.i, [unknown]: j } = query);
run(j);
run(rest);`;

    expect(await reachedIn(code, js)).toEqual([
      '2 shell: the query string',
      '3 shell: the query string',
      '5 shell: the query string',
      '7 shell: the query string',
      '9 shell: the query string',
      '10 shell: the query string',
    ]);
  });

  it('assigns inside expressions', async () => {
    expect(await reachedIn(`while (line := query.next()):\n  run(line)`)).toEqual(['2 shell: the query string']);
    expect(await reachedIn(`let x = 'a'; x += query; run(x); let y; y ??= query; run(y);`, js)).toHaveLength(2);
  });

  it('declares in TypeScript', async () => {
    expect(
      await reachedIn(`let a: string; a = query; run(a); const b: string = query; run(b as any); run(b!);`, {
        language: 'typescript',
      }),
    ).toHaveLength(3);
  });

  it('sees blocks and deletions', async () => {
    expect(await reachedIn(`{ let a = query; { run(a); } }\ndelete query.x;`, js)).toHaveLength(1);
  });
});
