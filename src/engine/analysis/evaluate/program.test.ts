import { describe, expect, it } from 'vitest';
import { factsIn, programOf, reachedIn, reachedOf } from '#testing/analysis-fixture.ts';
import { BudgetExceededError } from './program.ts';

describe('files of one program', () => {
  const library = `import weblib
TEXT = 'safe'
data = weblib.query
def send(command):
  run(command)
def give(a):
  return 'x' + a
class Tool:
  def go(self, a):
    run(a)
`;

  it.each([
    ['import lib\nlib.send(weblib.query)', 'lib.py'],
    ['import lib as l\nl.send(weblib.query)', 'lib.py'],
    ['from lib import send\nsend(weblib.query)', 'lib.py'],
    ['from lib import *\nsend(weblib.query)', 'lib.py'],
    ['from . import lib\nlib.send(weblib.query)', 'lib.py'],
    ['from .lib import send as s\ns(weblib.query)', 'lib.py'],
    ['from pack.lib import send\nsend(weblib.query)', 'pack/lib.py'],
    ['import pack.lib\npack.lib.send(weblib.query)', 'pack/lib.py'],
    ['from pack import lib\nlib.Tool().go(weblib.query)', 'pack/lib.py'],
  ])('import Python by %s', async (code, path) => {
    expect(await reachedIn(code, { path: 'main.py', files: { [path]: library, 'pack/__init__.py': '' } })).toEqual([
      expect.stringMatching(`^${path}:\\d+ shell: (the parameter '.*', )?the query string$`),
    ]);
  });

  it.each([
    [`const lib = require('./lib'); lib.send(query);`, 'exports.send = function (c) { run(c); };'],
    [`const { send } = require('./lib'); send(query);`, 'module.exports = { send(c) { run(c); } };'],
    [`const send = require('./lib.js'); send(query);`, 'module.exports = (c) => run(c);'],
    [`const lib = require('./lib'); lib.send(query);`, 'module.exports.send = (c) => run(c);'],
    [`import { send } from './lib.js'; send(query);`, 'export function send(c) { run(c); }'],
    [`import { s } from './lib.js'; s(query);`, 'function send(c) { run(c); }\nexport { send as s };'],
    [`import send from './lib.js'; send(query);`, 'export default function (c) { run(c); }'],
    [`import * as lib from './lib.js'; lib.send(query);`, 'export const send = (c) => run(c);'],
    [`import Tool from './lib.js'; new Tool().go(query);`, 'export default class Tool { go(c) { run(c); } }'],
  ])('import JavaScript by %s from %s', async (code, text) => {
    expect(await reachedIn(code, { path: 'main.js', files: { 'lib.js': text } })).toEqual([
      expect.stringMatching(/^lib.js:1 shell: (the parameter '.*', )?the query string$/),
    ]);
  });

  it('give values, not only functions', async () => {
    const code = `from lib import TEXT, data, give, gone
run(TEXT)
run(data)
run(give('y'))
run(gone)`;
    const facts = await factsIn(code, { path: 'main.py', files: { 'lib.py': library } });

    expect(reachedOf(facts)).toEqual(['3 shell: the query string']);
    expect([...facts.imports]).toEqual(expect.arrayContaining(['lib']));
  });

  it('may import each other in a ring', async () => {
    const files = { 'a.py': 'import b\nx = weblib.query\nrun(b.y)', 'b.py': 'import a\ny = weblib.query\nrun(a.x)' };
    const program = await programOf(files);

    expect(reachedOf(program.factsOf('a.py')!)).toEqual(['3 shell: the query string']);
    expect(program.factsOf('b.py')).toBeDefined();
  });

  it('are the same whichever is asked first', async () => {
    const files = {
      'a.py': 'import b\nb.f(weblib.query)\nrun(b.g(weblib.query))',
      'b.py': 'def f(x):\n  pass\ndef g(x):\n  return x\n',
    };
    const one = await programOf(files);
    const other = await programOf(files);

    const first = ['a.py', 'b.py'].map((path) => reachedOf(one.factsOf(path)!));
    const second = ['b.py', 'a.py'].map((path) => reachedOf(other.factsOf(path)!)).toReversed();

    expect(first).toEqual([['3 shell: the query string'], []]);
    expect(second).toEqual(first);
  });

  it('share nothing with other programs', async () => {
    const code = `${Array.from({ length: 40 }, (_, index) => `def f${index}(x):\n  return f${index + 1}(x)`).join('\n')}\nf0(query)`;
    const [expected] = await Promise.all([reachedIn('def f(a):\n  return a\nrun(f(query))')]);
    await expect(factsIn(code, { budget: 50 })).rejects.toThrow(BudgetExceededError);

    expect(await reachedIn('def f(a):\n  return a\nrun(f(query))')).toEqual(expected);
  });

  it('are absent when there is no such file', async () => {
    const program = await programOf({ 'a.py': 'import gone' });

    expect(program.factsOf('b.py')).toBeUndefined();
    expect(program.factsOf('a.py')?.imports).toEqual(new Set(['gone']));
  });
});

describe('the budget', () => {
  it('ends what takes too many steps', async () => {
    await expect(factsIn('x = 1\n'.repeat(200), { budget: 100 })).rejects.toThrow(BudgetExceededError);
  });

  it('ends what takes too long', async () => {
    await expect(factsIn('x = 1\n'.repeat(5_000), { isLate: () => true })).rejects.toThrow(BudgetExceededError);
  });

  it('is for each file anew', async () => {
    const text = 'x = 1\n'.repeat(40);
    const program = await programOf({ 'a.py': text, 'b.py': text }, { budget: 100 });

    expect([program.factsOf('a.py'), program.factsOf('b.py')]).not.toContain(undefined);
  });
});

describe('hostile code', () => {
  it.each([
    [
      'names of the prototype',
      `__proto__ = query\nconstructor = {'__proto__': query, 'toString': 'x'}\nhasOwnProperty(constructor['toString'])`,
    ],
    ['a sum of thousands', `x = ${'a + '.repeat(3_000)}a`],
    ['chains of calls', `x = a${'.b()'.repeat(1_000)}`],
    ['an object that holds itself', `a = []\na.append(a)\nfor i in a:\n  a.append(i)\n  a[0] = a\nrun(a)`],
    ['a class that is its own base', `class A(A):\n  def f(self):\n    return self.f()\nA().f()`],
    ['doubling texts', `a = 'x' * 100\n${'a = a + a\n'.repeat(200)}run(a)`],
    [
      'lists of lists',
      `x = [query]\ny = ['a']\n${'x = [x, x]\ny = [y, y]\n'.repeat(40)}z = x if c else y\nrun(z)\nfor i in z:\n  run(i)`,
    ],
    [
      'records of records',
      `x = {'a': query}\ny = {'b': 'c'}\n${"x = {'a': x, 'b': x}\ny = {'a': y, 'b': y}\n".repeat(40)}if c:\n  x = y\ndef f(a):\n  return a\nrun(f(x))`,
    ],
    [
      'maps that grow',
      `m = {}\n${Array.from({ length: 600 }, (_, index) => `m.update({'k${index}': 'x'})\nm['i${index}'] = query`).join('\n')}\nrun(m)`,
    ],
    ['doubling lists', `a = ['x']\n${'a = a + a\n'.repeat(40)}run(a)`],
    ['a large placeholder', `a = '%9999999999s' % query\nb = '{:9999999999}'.format(query)\nc = '%(' % query`],
    ['huge numbers', `a = 9 ** 9 ** 9\nb = 1 << 10 ** 9\nc = 'x' * 10 ** 12\nd = [0] * 10 ** 12`],
    [
      'many functions',
      Array.from(
        { length: 300 },
        (_, index) => `def f${index}(a):\n  return f${(index * 7) % 300}(a) + f${(index * 11) % 300}(a)`,
      ).join('\n'),
    ],
  ])(
    '%s',
    async (_, code) => {
      expect((await factsIn(code, { budget: 20_000_000 })).module.body.length).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('names of our own', () => {
  it('hide those of libraries', async () => {
    const code = `def run(x):
  return x
run(query)
query = 'x'
weblib.page(query)`;

    expect(await reachedIn(code)).toEqual([]);
  });
});
