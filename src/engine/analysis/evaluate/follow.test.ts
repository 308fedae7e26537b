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

describe('routes', () => {
  it('make parameters remote by decorators', async () => {
    const code = `@app.route('/users/<int:id>/<name>', methods=['get', 'POST'])
def f(id, name):
  run(id)
  run(name)
  run(request.path)
@app.route('/fixed')
def g():
  run(request.path)
@other
def h(name):
  run(name)`;
    const facts = await factsIn(code);

    expect(await reachedIn(code)).toEqual([
      "4 shell: the request's 'name'",
      '5 shell: the path',
      "11 shell: the parameter 'name'",
    ]);
    expect(facts.functions.map(({ route }) => route?.methods)).toEqual([['GET', 'POST'], [], undefined]);
    expect(facts.functions[0]?.route).toMatchObject({
      callee: 'weblib.App.route',
      pattern: '/users/<int:id>/<name>',
      returnsHtml: true,
    });
    expect(facts.functions.map(({ decorators }) => decorators.map(({ name }) => name))).toEqual([
      ['weblib.App.route'],
      ['weblib.App.route'],
      ['other'],
    ]);
  });

  it('type parameters by registration', async () => {
    const code = `app.get('/x', check, [(q) => run(q.a)], function (q, res) { run(q.b); });
app.on('data', (text) => run(text));
app.on('end', (text) => run(text));
app.on('data', 1);
function named(q) { run(q.c); }
app.get('/y', named);`;
    const facts = await factsIn(code, js);

    expect(await reachedIn(code, js)).toEqual([
      '1 shell: the query string',
      '1 shell: the query string',
      "2 shell: the request's 'text'",
      "3 shell: the parameter 'text'",
      '5 shell: the query string',
    ]);
    expect(facts.functions.map(({ route }) => route?.methods.join())).toContain('GET');
  });

  it('are methods of some classes', async () => {
    const code = `class A(weblib.View):
  def get(self, id):
    run(id)
  def helper(self, id):
    run(id)
class B(A):
  def post(self, id):
    run(id)`;

    expect(await reachedIn(code)).toEqual([
      "3 shell: the request's 'id'",
      "5 shell: the parameter 'id'",
      "8 shell: the request's 'id'",
    ]);
  });
});

describe('classes', () => {
  it('keep what methods put into fields', async () => {
    const code = `class A:
  TEXT = 'x'
  kind = query
  def __init__(self, a):
    self.a = a
    self.b = 'safe'
  def go(self):
    run(self.a)
    run(self.b)
    run(self.kind)
    run(self.TEXT)
    self.helper(self.a)
  def helper(self, x):
    run(x)
    return x
  @staticmethod
  def still(x):
    return x
a = A(query)
a.go()
run(a.helper('c'))
run(A.still(query))`;
    const reached = await reachedIn(code);

    expect(reached).toContain('10 shell: the query string');
    expect(reached.some((line) => line.startsWith('8 shell'))).toBe(true);
    expect(reached.some((line) => line.startsWith('9 ') || line.startsWith('11 ') || line.startsWith('21 '))).toBe(
      false,
    );
    expect(reached).toContain('22 shell: the query string');
  });

  it('inherit', async () => {
    const code = `class Base(weblib.Thing):
  field = query
  def text(self):
    return query
class A(Base):
  field = 'x'
  def go(self):
    run(self.text())
    run(self.field)
    run(self.unheard)`;
    const facts = await factsIn(code);

    expect(await reachedIn(code)).toEqual(['8 shell: the query string', '9 shell: the query string']);
    expect(facts.classes.map(({ bases }) => bases)).toEqual([['weblib.Thing'], ['Base', 'weblib.Thing']]);
  });

  it('have this in JavaScript', async () => {
    const code = `class A extends Base {
  static kind = 'x';
  field = query;
  constructor(a) { super(a); this.a = a; }
  go() { run(this.a); run(this.field); [1].forEach(() => run(this.field)); }
}
new A(query).go();
const B = class { go(x) { return x; } };
run(new B().go(query));
run(new B().go('x'));`;
    const reached = await reachedIn(code, js);

    expect(reached.filter((line) => line.startsWith('5 '))).toHaveLength(3);
    expect(reached).toContain('9 shell: the query string');
    expect(reached.some((line) => line.startsWith('10 '))).toBe(false);
  });

  it('set up objects of library classes', async () => {
    const code = `class Db(weblib.connect):
  pass
Db().cursor().execute(query)
class Plain:
  pass
p = Plain()
p.x = query
run(p.x)`;
    const facts = await factsIn(code);

    expect(facts.sinks.map(({ callee }) => callee)).toEqual(['db.Cursor.execute', 'run']);
  });

  it('have properties', async () => {
    const code = `class A:
  @property
  def text(self):
    return query
  @functools.cached_property
  def other(self):
    return 'x'
  def go(self):
    run(self.text)
    run(self.other)
run(A().text)`;

    expect(await reachedIn(code)).toEqual(['9 shell: the query string', '11 shell: the query string']);
  });

  it('have this in the functions of their fields', async () => {
    expect(await reachedIn('class A { x = query; go = () => { run(this.x); }; }', js)).toHaveLength(1);
  });

  it('may stand in a fragment without their heads', async () => {
    expect(await reachedIn(`def go(self, a):\n  run(self.a)\n  run(a)`)).toEqual(["3 shell: the parameter 'a'"]);
  });
});
