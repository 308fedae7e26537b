import { describe, expect, it } from 'vitest';
import type { Taint } from '../value.ts';
import { Environment } from './environment.ts';
import { constantValue, NUMBER, UNKNOWN } from './make-value.ts';

const [one, two] = [constantValue(1), constantValue(2)];
const taint: Taint = {
  source: 'request',
  kind: 'remote',
  what: 'the request',
  parameter: -1,
  safeFor: [],
  steps: { path: 'a.py', at: { start: 0, end: 1 }, message: 'Data comes in.', before: undefined, length: 1 },
};
const data = { ...UNKNOWN, taints: [taint] };

function over(base: Environment, values: Readonly<Record<string, typeof UNKNOWN>>): Environment {
  const branch = base.branch();
  for (const [name, value] of Object.entries(values)) branch.set(name, value);
  return branch;
}

describe('join', () => {
  it('keeps what all branches agree on, and joins the rest', () => {
    const base = over(new Environment(), { a: one, b: one });
    base.join([over(base, { a: two, b: two }), over(base, { a: two })]);
    expect(base.get('a')?.constant?.value).toBe(2);
    expect(base.get('b')?.constant).toBeUndefined();
    expect(base.get('b')?.isFixed).toBe(true);
  });

  it('takes a name that one branch binds for what that one made it', () => {
    const base = new Environment();
    base.join([over(base, { a: one }), base.branch()]);
    expect(base.get('a')).toBe(one);
  });

  it('does not count dead branches, and is dead without any', () => {
    const base = over(new Environment(), { a: one });
    const dead = over(base, { a: two });
    dead.isDead = true;
    base.join([dead, base.branch()]);
    expect([base.get('a'), base.isDead]).toEqual([one, false]);
    base.join([dead]);
    expect(base.isDead).toBe(true);
  });

  it('looks through layers, the upper one first', () => {
    const base = new Environment();
    const upper = over(over(base, { a: one, b: one }), { a: NUMBER });
    base.join([upper]);
    expect([base.get('a'), base.get('b')]).toEqual([NUMBER, one]);
  });

  it('writes what changed and nothing else, of branches that are laid over what is below', () => {
    const below = over(new Environment(), { a: one, b: one });
    const branch = over(below, { a: two });
    const here = below.branch();
    here.join([here.branch(), branch], below);
    expect([...here.own().keys()]).toEqual(['a']);
    expect(here.get('b')).toBe(one);
  });

  it('keeps a guard that holds on all ways', () => {
    const base = over(new Environment(), { a: data });
    const [left, right] = [base.branch(), base.branch()];
    left.guard('request', ['sql', 'shell']);
    right.guard('request', ['shell']);
    base.join([left, right]);
    expect(base.get('a')?.taints[0]?.safeFor).toEqual(['shell']);
  });
});

describe('snapshot', () => {
  it('is not reached by later changes of the layers between', () => {
    const base = over(new Environment(), { a: one });
    const between = over(base, { a: two });
    const taken = between.branch().snapshot(base);
    between.set('a', NUMBER);
    expect(taken.get('a')).toBe(two);
  });
});
