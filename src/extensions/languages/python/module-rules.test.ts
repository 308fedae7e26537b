import { describe, expect, it } from 'vitest';
import { moduleRules } from './module-rules.ts';

describe('module rules', () => {
  it.each([
    ['.b', 'p/q/a.py', ['p/q/b.py', 'p/q/b/__init__.py']],
    ['..b.c', 'p/q/a.py', ['p/b/c.py', 'p/b/c/__init__.py']],
    ['.', 'p/a.py', ['p/__init__.py']],
    ['.', 'a.py', ['__init__.py']],
    ['...b', 'p/a.py', []],
    ['b.c', 'p/a.py', ['p/b/c.py', 'p/b/c/__init__.py', 'b/c.py', 'b/c/__init__.py']],
    ['b', 'a.py', ['b.py', 'b/__init__.py']],
    ['', 'a.py', []],
  ])('finds %s from %s', (module, from, expected) => {
    expect(moduleRules.candidates(module, from)).toEqual(expected);
  });

  it('leaves names as they are', () => {
    expect(moduleRules.canonical('os.path')).toBe('os.path');
  });
});
