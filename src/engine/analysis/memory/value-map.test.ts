import { describe, expect, test } from 'vitest';
import { ValueMap } from './value-map.ts';

describe('ValueMap', () => {
  test('deletes the members of one place and their members, and nothing else', () => {
    const values = new ValueMap<number>();
    for (const [index, key] of ['r1', 'r1.a', 'r1.a.b', 'r1.ab', 'r12.a', 'x r1.a'].entries()) values.set(key, index);
    values.deleteMembers('r1.a');
    expect(values.keys()).toEqual(['r1', 'r1.a', 'r1.ab', 'r12.a', 'x r1.a']);
    values.deleteMembers('r1');
    expect(values.keys()).toEqual(['r1', 'r12.a', 'x r1.a']);
  });

  test('copies forget each for itself, also what the other has added', () => {
    const one = new ValueMap<number>();
    one.set('r1.a', 1);
    const other = new ValueMap(one);
    other.set('r1.b', 2);
    other.deleteMembers('r1');
    expect(one.get('r1.a')).toBe(1);
    expect(other.size).toBe(0);
    one.set('r1.b', 3);
    one.deleteMembers('r1');
    expect(one.size).toBe(0);
  });
});
