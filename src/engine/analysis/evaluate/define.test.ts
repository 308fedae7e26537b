import { describe, expect, it } from 'vitest';
import { factsIn, reachedIn } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

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
