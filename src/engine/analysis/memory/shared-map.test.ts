import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SharedMap } from './shared-map.ts';

const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), key: fc.nat(30), value: fc.nat() }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(), key: fc.nat(30) }),
  fc.record({ kind: fc.constant('copy' as const), at: fc.nat() }),
);

it('holds what a map of its own would hold, whatever happens to its copies', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
      const maps = [{ shared: new SharedMap<number, number>(), plain: new Map<number, number>() }];
      for (const one of changes) {
        const map = maps[one.at % maps.length];
        if (map === undefined) continue;
        if (one.kind === 'set') {
          map.shared.set(one.key, one.value);
          map.plain.set(one.key, one.value);
        } else if (one.kind === 'delete') {
          map.shared.delete(one.key);
          map.plain.delete(one.key);
        } else maps.push({ shared: new SharedMap(map.shared), plain: new Map(map.plain) });
      }
      for (const { shared, plain } of maps) {
        expect(shared.size).toBe(plain.size);
        expect(new Map(shared.keys().map((key) => [key, shared.get(key)]))).toEqual(plain);
        expect(shared.keys()).toHaveLength(plain.size);
        expect(shared.values().toSorted((a, b) => a - b)).toEqual([...plain.values()].toSorted((a, b) => a - b));
        for (let key = 0; key <= 30; key += 1) expect(shared.has(key)).toBe(plain.has(key));
      }
    }),
  );
});

it('may be changed while it is gone over', () => {
  const map = new SharedMap<string, number>();
  for (let index = 0; index < 40; index += 1) map.set(`k${index}`, index);
  const copy = new SharedMap(map);
  copy.forEach((value, key) => {
    if (value % 2 === 0) copy.delete(key);
    else copy.set(key, value + 1000);
  });
  expect(copy.size).toBe(20);
  expect(copy.values().every((value) => value > 1000)).toBe(true);
  expect(map.size).toBe(40);
  expect(map.get('k1')).toBe(1);
});
