import { describe, expect, it } from 'vitest';
import { factsIn } from '#testing/analysis-fixture.ts';
import { alwaysGives } from './always-gives.ts';

async function givesOne(body: string, isHarmless?: () => boolean): Promise<boolean | undefined> {
  const { functions } = await factsIn(`int f(int n) { ${body} }`, { path: 'main.c' });
  const [only] = functions;
  return only === undefined
    ? undefined
    : alwaysGives(only.function, (value) => value.kind === 'literal' && value.value === 1, isHarmless);
}

describe('a function always gives one value', () => {
  it.each(['return 1;', '{ return 1; }', 'int x = 2; if (x) { return 1; } return 1;', 'while (n) return 1; return 1;'])(
    'in %s',
    async (body) => {
      expect(await givesOne(body)).toBe(true);
    },
  );

  it.each(['return 0;', 'if (n) return 0; return 1;', 'return n;', 'return;', '', 'check(n); return 1;'])(
    'not in %s',
    async (body) => {
      expect(await givesOne(body)).toBe(false);
    },
  );

  it('when what it calls is of no account', async () => {
    expect(await givesOne('puts("checked"); return 1;', () => true)).toBe(true);
  });
});
