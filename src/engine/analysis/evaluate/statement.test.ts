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

describe('loops', () => {
  it('carries data from one round into the next', async () => {
    const code = `a = 'x'
b = 'x'
for i in items:
  run(b)
  b = a
  a = query`;

    expect(await reachedIn(`a = 'x'\nfor i in items:\n  run(a)\n  a = query`)).toEqual(['3 shell: the query string']);
    expect(await reachedIn(code)).toEqual([]); // It would take a third round.
  });

  it('takes items of what it goes over', async () => {
    const code = `for a in query:
  run(a)
else:
  run(query)
for a in ['x', 'y']:
  run(a)
for a, b in [('x', query)]:
  run(a)
  run(b)`;

    expect(await reachedIn(code)).toEqual([
      '2 shell: the query string',
      '4 shell: the query string',
      '9 shell: the query string',
    ]);
  });

  it('gives keys where a loop goes over keys', async () => {
    const code = `for (const k in { a: query }) { run(k); }
for (const k in query) { run(k); }
for (const v of [query]) { run(v); }`;

    expect(await reachedIn(code, js)).toEqual(['2 shell: the query string', '3 shell: the query string']);
  });

  it('keeps what holds at a break', async () => {
    const code = `while True:
  x = query
  if done():
    break
  x = 'safe'
run(x)`;

    expect(await reachedIn(code)).toEqual(['6 shell: the query string']);
  });

  it('keeps what holds at a continue', async () => {
    const code = `x = 'a'
for i in items:
  x = query
  if skip():
    continue
  x = 'safe'
run(x)`;

    expect(await reachedIn(code)).toEqual(['7 shell: the query string']);
  });

  it('goes on with the loop that a label names', async () => {
    const code = `let x = 'a', y = 'a';
outer: for (const a of list) {
  for (const b of a) {
    x = query;
    continue outer;
  }
}
run(x);
outer2: while (more()) {
  for (;;) { y = query; break outer2; }
}
run(y);
block: { if (c()) break block; y = 'safe'; }
run(y);`;

    expect(await reachedIn(code, js)).toEqual([
      '8 shell: the query string',
      '12 shell: the query string',
      '14 shell: the query string',
    ]);
  });

  it('does not come out of an endless loop without a break', async () => {
    expect(await reachedIn(`while True:\n  x = wait()\nrun(query)`)).toEqual([]);
    expect(await reachedIn('for (;;) { f(); }\nrun(query)', js)).toEqual([]);
    expect(await reachedIn(`while True:\n  if done(): break\nrun(query)`)).toEqual(['3 shell: the query string']);
  });

  it('does not run a loop whose test is false', async () => {
    expect(await reachedIn(`while False:\n  run(query)\nx = 1`)).toEqual([]);
    expect(await reachedIn(`do { run(query) } while (false)`, js)).toEqual(['1 shell: the query string']);
    expect(await reachedIn(`for (let i = 0; i > 1; i++) { run(query) }`, js)).toEqual([]);
  });

  it('knows the test when it comes out of a loop, and not when it breaks off', async () => {
    expect(await reachedIn(`x = query\nwhile not x.is_word():\n  x = query\nrun(x)`)).toEqual([]);
    expect(await reachedIn(`x = query\nwhile not x.is_word():\n  if tired(): break\nrun(x)`)).toEqual([
      '4 shell: the query string',
    ]);
  });

  it('runs the steps of a loop', async () => {
    const code = `let x = 'a';
for (let i = 0; i < n; x = query) { show(x); }
run(x);`;

    expect(await reachedIn(code, js)).toEqual(['3 shell: the query string']);
    expect(await shownIn(code, js)).toEqual(['<the query string>']);
  });

  it('comes to an end in deep nests of loops', async () => {
    const depth = 40;
    const loops = Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}for i${index} in items:`);

    expect(await reachedIn(`${loops.join('\n')}\n${' '.repeat(depth)}run(query)`)).toEqual([
      `${depth + 1} shell: the query string`,
    ]);
  });
});

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

describe('try', () => {
  it('may come into a handler from any point', async () => {
    const code = `x = 'a'
try:
  x = query
  risky()
except ValueError:
  run(x)
except Exception as error:
  run(x)
  page(str(error))
else:
  run(x)
finally:
  y = 'b'
run(y)`;

    expect(await reachedIn(code)).toEqual([
      '6 shell: the query string',
      '8 shell: the query string',
      '11 shell: the query string',
    ]);
  });

  it('shows exceptions as sources of their own', async () => {
    const code = `try:
  risky()
except Exception as error:
  show(error)
  weblib.page(str(error))`;

    expect(await reachedIn(code)).toEqual(['5 html: an exception']);
    expect(await shownIn(code)).toEqual(['<an exception>']);
  });

  it('leaves with the handlers that leave', async () => {
    const code = `def f(a):
  try:
    b = int(a)
  except ValueError:
    return
  finally:
    run(a)
  run(b)
def g():
  try:
    return 1
  finally:
    done()
  run(query)`;

    expect(await reachedIn(code)).toEqual(["7 shell: the parameter 'a'"]);
  });

  it('reads the errors that JavaScript throws', async () => {
    const code = `try { throw new Error(query); } catch (e) { weblib.page(e); }
try { f(); } catch { run(query); }`;

    expect(await reachedIn(code, { ...js, path: 'main.js' })).toEqual([
      '1 html: an exception',
      '2 shell: the query string',
    ]);
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
