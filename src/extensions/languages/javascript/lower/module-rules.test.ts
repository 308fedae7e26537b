import { describe, expect, it } from 'vitest';
import { moduleRules } from './module-rules.ts';

describe('canonical', () => {
  it.each([
    ['node:fs', 'fs'],
    ['node:fs/promises', 'fs/promises'],
    ['fs/promises', 'fs/promises'],
    ['@a/b', '@a/b'],
  ])('%s is %s', (module, name) => {
    expect(moduleRules.canonical(module)).toBe(name);
  });
});

describe('candidates', () => {
  it('are the endings and the folder, beside the importing file', () => {
    expect(moduleRules.candidates('./x', 'a/b.ts')).toEqual([
      ...['ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'mts', 'cts'].map((ending) => `a/x.${ending}`),
      ...['ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'mts', 'cts'].map((ending) => `a/x/index.${ending}`),
    ]);
  });

  it.each([
    ['./x.js', 'a/b.ts', ['a/x.js', 'a/x.ts', 'a/x.tsx']],
    ['../x.mjs', 'a/b/c.ts', ['a/x.mjs', 'a/x.mts']],
    ['..', 'a/b.js', ['index.ts']],
    ['./x.service', 'b.ts', ['x.service.ts']],
  ])('%s from %s begin with %j', (module, from, first) => {
    expect(moduleRules.candidates(module, from).slice(0, first.length)).toEqual(first);
  });

  it.each([
    ['express', 'a.js'],
    ['@a/b', 'a.js'],
    ['../../x', 'a/b.js'],
    ['', 'a.js'],
  ])('%j from %s are none', (module, from) => {
    expect(moduleRules.candidates(module, from)).toEqual([]);
  });
});
