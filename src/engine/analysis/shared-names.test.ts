import { describe, expect, it } from 'vitest';
import type { ModuleRules } from './front-end.ts';
import { openSharedNames } from './shared-names.ts';

/** Each word of a file in capitals is a name that it gives. */
const modules: ModuleRules = {
  canonical: (module) => module,
  candidates: () => [],
  shared: ({ text }) => text.match(/[A-Z](?:[a-z.]*[a-z])?/g) ?? [],
};

const names = openSharedNames([
  { path: 'a/one.x', text: 'A B.do' },
  { path: 'a/two.x', text: 'A C' },
  { path: 'a/three.y', text: 'C' },
  { path: 'four.x', text: 'C' },
]);

describe('names that files of a folder share', () => {
  it('lead to the neighbours that give them', () => {
    expect(names.neededBy('a/new.x', 'uses C', modules)).toEqual(['a/two.x']);
    expect(names.neededBy('a/new.x', 'x.do() A', modules)).toEqual(['a/one.x', 'a/two.x']);
    expect(names.neededBy('a/two.x', 'A C', modules)).toEqual(['a/one.x']);
    expect(names.neededBy('new.x', 'C', modules)).toEqual(['four.x']);
    expect(names.neededBy('a/new.x', 'nothing', modules)).toEqual([]);
  });

  it('are told by whole names once the folder was looked at', () => {
    names.neededBy('a/new.x', 'C', modules);
    expect(names.givers('a/one.x', 'B.do')).toEqual(['a/one.x']);
    expect(names.givers('a/one.x', 'do')).toEqual([]);
    expect(names.givers('elsewhere/one.x', 'A')).toEqual([]);
  });

  it('of a package are those of all its files', () => {
    expect(names.neededOf('a/*.x', 'C', modules)).toEqual(['a/two.x']);
    expect(names.membersOf('a/*.x')).toEqual(['a/one.x', 'a/two.x']);
    expect(names.neededOf('gone/*.x', 'C', modules)).toEqual([]);
    expect(names.membersOf('gone/*.x')).toEqual([]);
  });

  it('are none in a language that imports everything', () => {
    expect(names.neededBy('a/new.x', 'A', { canonical: modules.canonical, candidates: () => [] })).toEqual([]);
  });

  it('are looked for in a limited number of files', () => {
    const many = openSharedNames(
      Array.from({ length: 300 }, (_, index) => ({ path: `${String(index)}.x`, text: 'A' })),
    );
    expect(many.neededBy('0.x', 'A', modules)).toHaveLength(60);
  });
});
