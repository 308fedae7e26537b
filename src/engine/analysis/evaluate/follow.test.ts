import { describe, expect, it } from 'vitest';
import { factsIn, reachedIn, shownIn, stepsOf, viewOf } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

describe('functions', () => {
  it('have their parameters for sources', async () => {
    const code = `def f(a, *rest, key=None, **more):
  run(a)
  run(rest[0])
  run(key)
  run(more['x'])
  run(a.b)`;

    expect(await reachedIn(code)).toEqual([
      "2 shell: the parameter 'a'",
      "3 shell: the parameter 'rest'",
      "4 shell: the parameter 'key'",
      "5 shell: the parameter 'more'",
      "6 shell: the parameter 'a'",
    ]);
    expect(await reachedIn('function f({ a, b: [c] }, d = 1) { run(a); run(c); run(d); }', js)).toHaveLength(3);
  });

  it('give back what they are given', async () => {
    const code = `def same(a):
  return a
def text(a, b='x'):
  return 'id=' + a + b
def clean(a):
  return weblib.for_shell(a)
def pair(a):
  return [a, 'x']
show(same(query))
show(same('c'))
show(text(query))
show(text(b=query, a='y'))
show(clean(query))
show(pair(query)[0])
show(pair(query)[1])
show(text(*query))
show(text(**query))
def many(first, *rest, **more):
  show(first)
  return rest
show(many(1, 2, query))
def keyed(**more):
  return more
show(keyed(a=query))`;

    const shown = await shownIn(code);

    expect(shown.slice(0, 2)).toEqual(['<the query string>', '"c"']);
    expect(shown[2]).toContain('id={<the query string>}');
    expect(shown[3]).toContain('id=y{<the query string>}');
    expect(shown.slice(4, 7)).toEqual(['<the query string, safe for shell>', '<the query string>', '"x"']);
    expect(shown[7]).toContain('<the query string>');
    expect(shown.at(-2)).toBe('<the query string>');
    expect(shown.at(-1)).toBe('<the query string>');
  });

  it('tell their callers which sinks they reach', async () => {
    const code = `def inner(command):
  run('ls ' + command)
def outer(a):
  inner(a)
outer(query)
def guarded(a):
  if a.is_word():
    run(a)
guarded(query)`;

    expect(await reachedIn(code)).toEqual(["2 shell: the parameter 'a', the parameter 'command', the query string"]);
  });

  it('show the way that data takes', async () => {
    const { sinks } = await factsIn(`def f(a):\n  b = a\n  run(b)\nf(query)`);
    const remote = sinks[0]?.taints.find(({ kind }) => kind === 'remote');

    expect(remote === undefined ? [] : stepsOf(remote)).toEqual([
      'Data comes from the query string.',
      "It is passed to 'f'.",
    ]);
  });

  it('are followed into callbacks of collections', async () => {
    const code = `query.map((x) => run(x));
['a', 'b'].forEach((x) => run(x));
query.filter((x) => x).forEach((x) => run(x));
show(['a'].map((x) => x + 'b'));
show([query].map((x) => x));
unheardOf(query.x, function (y) { run(y); });
query.on('data', (chunk) => run(chunk));
['a'].map(named);
function named(z) { return z; }
['a'].map(unheard);`;

    expect(await reachedIn(code, js)).toEqual([
      '1 shell: the query string',
      '3 shell: the query string',
      "6 shell: the parameter 'y'",
      "7 shell: the parameter 'chunk', the query string",
    ]);
    expect(await shownIn(code, js)).toEqual(['list{*: "ab", …}', 'list{*: <the query string>, …}']);
  });

  it('see what surrounds them', async () => {
    const code = `def outer():
  a = query
  def inner():
    run(a)
  return inner
g = lambda x: run(x + query)
def late():
  run(later)
later = query`;

    expect(await reachedIn(code)).toEqual([
      '4 shell: the query string',
      "6 shell: the parameter 'x', the query string",
      '8 shell: the query string',
    ]);
  });

  it('may call each other in rings', async () => {
    const code = `def a(x):
  if x: return b(x)
  run(x)
def b(x):
  return a(x + 'b')
def c(x):
  return c(x)
a(query)
run(c(query))`;

    expect(await reachedIn(code)).toEqual([
      "3 shell: the parameter 'x', the query string",
      '9 shell: the query string',
    ]);
  });

  it('are followed as deep as calls may go', async () => {
    const chain = Array.from({ length: 40 }, (_, index) => `def f${index}(x):\n  return f${index + 1}(x)`);

    expect(await reachedIn(`${chain.join('\n')}\ndef f40(x):\n  return x\nrun(f0(query))`)).toEqual([
      '83 shell: the query string',
    ]);
  });

  it('generate', async () => {
    const code = `def rows(a):
  yield a
for x in rows(query):
  run(x)
async def f():
  y = await g(query)
  run(y)`;

    expect(await reachedIn(code)).toEqual(['4 shell: the query string', '7 shell: the query string']);
  });

  it('take parameters for no sources to which all callers give constants', async () => {
    const code = `def f(a, b, c='x', d=None):
  run('ls %s' % a)
  run(b)
  run(c)
  run(d[0])
f('x', query)
f('y', 'z', d=['x'])`;

    expect(await reachedIn(code)).toEqual(["3 shell: the parameter 'b', the query string"]);
    expect(await reachedIn('function f(a) { run(`ls ${a}`); }\nf("x"); f(3);', js)).toEqual([]);
  });
});

describe('parameters', () => {
  it('have the types that annotations and names say', async () => {
    const code = `def f(n: int, s: str, r: weblib.Request, c: "weblib.Cursor", cursor, o: Optional[weblib.Cursor], u: Unheard):
  run(n)
  run(s)
  run(r.path)
  c.execute(s)
  cursor.execute(s)
  o.execute(s)
  run(u)`;
    const facts = await factsIn(code);

    expect(facts.sinks.map(({ callee }) => callee)).toEqual([
      'run',
      'run',
      'run',
      'db.Cursor.execute',
      'db.Cursor.execute',
      'db.Cursor.execute',
      'run',
    ]);
    expect(facts.sinks.map(({ taints }) => taints.map(({ what }) => what))).toEqual([
      [],
      ["the parameter 's'"],
      ['the path'],
      ["the parameter 's'"],
      ["the parameter 's'"],
      ["the parameter 's'"],
      ["the parameter 'u'"],
    ]);
  });

  it('are shown with their defaults', async () => {
    const facts = await factsIn(`def f(password='x', other=None):\n  pass`);

    expect(facts.assignments.map(({ property, value }) => `${property} ${viewOf(value)}`)).toEqual([
      'password "x"',
      'other null',
    ]);
  });

  it('that a framework injects come from nobody', async () => {
    expect(await reachedIn(`def f(a=weblib.inject(g), b=other(g)):\n  run(a)\n  run(b)`)).toEqual([
      "3 shell: the parameter 'b'",
    ]);
  });
});
