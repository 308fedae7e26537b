import { describe, expect, it } from 'vitest';
import { PYTHON_FRAMEWORKS } from './frameworks.ts';

describe('PYTHON_FRAMEWORKS', () => {
  it.each(PYTHON_FRAMEWORKS)(
    '$name names what it speaks of',
    ({ sinks = [], sources = [], sanitizers = [], routes = [] }) => {
      const names = [...sinks, ...sanitizers, ...routes]
        .map(({ callee }) => callee)
        .concat(sources.map(({ value }) => value));

      expect(names.filter((name) => !/^(?:\*|\w+)(?:\.\w+|\(\))*$/.test(name))).toEqual([]);
    },
  );

  it.each(PYTHON_FRAMEWORKS)('$name renames nothing to itself', ({ aliases = {}, types = {} }) => {
    const circles = [...Object.entries(aliases), ...Object.entries(types)].filter(([from, to]) => from === to);

    expect(circles).toEqual([]);
  });
});
