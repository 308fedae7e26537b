import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { functionDeleted } from './function-deleted.ts';

const SERVICE = `def load(path):
    with open(path) as file:
        return file.read()


def _helper(x):
    return x + 1


class Store:
    def get(self, key):
        return self.items[key]
`;

describe('function-deleted', () => {
  it('catches a public function that is gone', async () => {
    const after = SERVICE.slice(SERVICE.indexOf('def _helper'));

    expect(await faultsOf(functionDeleted, { before: SERVICE, after })).toEqual([
      'main.py:1 The function `load` is gone.',
    ]);
  });

  it('counts a new name as gone', async () => {
    const after = SERVICE.replace('def load(', 'def load_safely(');

    expect(await faultsOf(functionDeleted, { before: SERVICE, after })).toEqual([
      'main.py:1 The function `load` is gone.',
    ]);
  });

  it('catches a method, and a type with all it has', async () => {
    const noMethod = SERVICE.replace('get(', 'fetch(');
    const noType = SERVICE.slice(0, SERVICE.indexOf('class Store'));

    expect(await faultsOf(functionDeleted, { before: SERVICE, after: noMethod })).toEqual([
      'main.py:11 The function `Store.get` is gone.',
    ]);
    expect(await faultsOf(functionDeleted, { before: SERVICE, after: noType })).toEqual([
      'main.py:11 The function `Store.get` is gone.',
      'main.py:10 The type `Store` is gone.',
    ]);
  });

  it.each([
    ['js', 'export function read(a) { return b(a); }\n', 'export function safeRead(a) { return b(a); }\n', 'read'],
    ['c', 'int read_all(int a) { return b(a); }\n', 'int read_some(int a) { return b(a); }\n', 'read_all'],
    ['java', 'class A { public int b() { return c(); } }\n', 'class A { public int d() { return c(); } }\n', 'A.b'],
    ['go', 'package a\nfunc B() { c() }\n', 'package a\nfunc D() { c() }\n', 'B'],
    ['cpp', 'void A::b() { c(); }\n', 'void A::d() { c(); }\n', 'A.b'],
  ])('catches one in .%s', async (ending, before, after, name) => {
    const faults = await faultsOf(functionDeleted, { ending, before, after });

    expect(faults.map((fault) => fault.replace(/^\S+ /, ''))).toEqual([`The function \`${name}\` is gone.`]);
  });

  it('lets a private function go', async () => {
    const after = SERVICE.replace(/def _helper[\s\S]*?\n\n\n/, '');

    expect(await faultsOf(functionDeleted, { before: SERVICE, after })).toEqual([]);
  });

  it('lets functions change, come and change their order', async () => {
    const after = `class Store:
    def get(self, key):
        return self.items.get(key)


def _inside(path):
    return path.resolve().is_relative_to(BASE)


async def load(path, limit=10):
    if not _inside(path):
        raise ValueError("outside")
    return path.read_text()[:limit]
`;

    expect(await faultsOf(functionDeleted, { before: SERVICE, after })).toEqual([]);
  });

  it('lets a function move to another file or become a method', async () => {
    expect(
      await faultsOf(functionDeleted, {
        before: { 'a.py': SERVICE },
        after: { 'a.py': 'from b import load\n', 'b.py': SERVICE },
      }),
    ).toEqual([]);
    expect(
      await faultsOf(functionDeleted, {
        ending: 'js',
        before: 'function read(a) { return b(a); }\n',
        after: 'class Files { read(a) { return b(a); } }\n',
      }),
    ).toEqual([]);
  });

  it.each([
    ['py', 'def limit(f):\n    return g(f)\n', 'limit = functools.lru_cache(g)\n'],
    ['py', 'def quote(s):\n    return g(s)\n', 'from shlex import quote\n'],
    ['js', 'function save(a) { b(a); }\n', 'const save = throttle((a) => { b(a); }, 100);\n'],
    ['c', 'int max(int a, int b) { return a > b ? a : b; }\n', '#define max(a, b) ((a) > (b) ? (a) : (b))\n'],
  ])('lets a function of .%s become a value, an import or a macro of the same name', async (ending, before, after) => {
    expect(await faultsOf(functionDeleted, { ending, before, after })).toEqual([]);
  });

  it('is not fooled by a name in a comparison', async () => {
    const faults = await faultsOf(functionDeleted, { before: 'def a():\n    b()\n', after: 'c(a == 1, da=2)\n' });

    expect(faults).toEqual(['main.py:1 The function `a` is gone.']);
  });

  it('says nothing where a version does not parse', async () => {
    expect(await faultsOf(functionDeleted, { before: SERVICE, after: 'def load(:\n' })).toEqual([]);
  });
});
