import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { functionStubbed } from './function-stubbed.ts';

const BEFORE =
  'def save(user, data):\n    path = folder(user)\n    with open(path, "w") as file:\n        file.write(data)\n';

describe('function-stubbed', () => {
  it.each([
    ['pass', 'does nothing now'],
    ['...', 'has `...` for a body now'],
    ['return True', 'only returns a constant now'],
    ['raise NotImplementedError', 'only says now that it is not implemented'],
    ['"""Saves the data."""', 'does nothing now'],
    ['# Removed for security.\n    pass', 'does nothing now'],
  ])('catches a body of %j', async (body, words) => {
    const faults = await faultsOf(functionStubbed, { before: BEFORE, after: `def save(user, data):\n    ${body}\n` });

    expect(faults).toEqual([`main.py:1 The function \`save\` ${words}; it had 3 statements before.`]);
  });

  it.each([
    ['js', 'const save = (a) => { b(a); c(a); };\n', 'const save = (a) => {};\n'],
    [
      'js',
      'export async function save(a) { b(a); return c(a); }\n',
      'export async function save(a) { return null; }\n',
    ],
    ['c', 'int save(char *a) { b(a); return c(a); }\n', 'int save(char *a) { return 0; }\n'],
    ['java', 'class A { void save(int a) { b(a); c(a); } }\n', 'class A { void save(int a) { } }\n'],
    ['c', 'static void save(char *a) { b(a); }\n', 'static void save(char *a) { }\n'],
  ])('catches one in .%s', async (ending, before, after) => {
    expect(await faultsOf(functionStubbed, { ending, before, after })).toHaveLength(1);
  });

  it('lets a stub stay one, and become a function', async () => {
    expect(
      await faultsOf(functionStubbed, { before: 'def a():\n    pass\n', after: 'def a():\n    return None\n' }),
    ).toEqual([]);
    expect(await faultsOf(functionStubbed, { before: 'def save(u, d):\n    pass\n', after: BEFORE })).toEqual([]);
  });

  it('lets a setting be turned off', async () => {
    const faults = await faultsOf(functionStubbed, {
      before: 'def is_debug():\n    return os.environ.get("DEBUG") == "1"\n',
      after: 'def is_debug():\n    return False\n',
    });

    expect(faults).toEqual([]);
  });

  it('lets a body be replaced by a call, however short', async () => {
    const faults = await faultsOf(functionStubbed, {
      before: BEFORE,
      after: 'def save(user, data):\n    return _store(user, data)\n',
    });

    expect(faults).toEqual([]);
  });

  it('lets a base class become abstract', async () => {
    const faults = await faultsOf(functionStubbed, {
      before: 'class A:\n    def run(self):\n        x = 1\n        return f(x)\n',
      after: 'class A(ABC):\n    @abstractmethod\n    def run(self):\n        ...\n',
    });

    expect(faults).toEqual([]);
  });

  it('does not guess among overloads', async () => {
    const faults = await faultsOf(functionStubbed, {
      ending: 'java',
      before: 'class A { int f(int a) { b(a); return c(a); } }\n',
      after: 'class A { int f(int a) { b(a); return c(a); } int f() { return 0; } }\n',
    });

    expect(faults).toEqual([]);
  });
});
