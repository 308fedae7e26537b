import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { sizeCollapsed } from './size-collapsed.ts';

const program = (statements: number): string => Array.from({ length: statements }, (_, i) => `f(${i})\n`).join('');

describe('size-collapsed', () => {
  it.each([
    { had: 20, has: 7 },
    { had: 100, has: 39 },
    { had: 15, has: 0 },
  ])('catches $had statements that became $has', async ({ had, has }) => {
    expect(await faultsOf(sizeCollapsed, { before: program(had), after: program(has) })).toEqual([
      `main.py:1 The program shrank from ${had} statements to ${has}.`,
    ]);
  });

  it.each([
    { had: 20, has: 8 },
    { had: 100, has: 40 },
    { had: 14, has: 1 },
    { had: 20, has: 50 },
  ])('lets $had statements become $has', async ({ had, has }) => {
    expect(await faultsOf(sizeCollapsed, { before: program(had), after: program(has) })).toEqual([]);
  });

  it('counts over all files, and comments for nothing', async () => {
    const faults = await faultsOf(sizeCollapsed, {
      before: { 'a.py': program(30) },
      after: { 'a.py': `${program(5)}${'# f(1)\n'.repeat(30)}`, 'b.py': program(10) },
    });

    expect(faults).toEqual([]);
  });

  it('says nothing where a version does not parse', async () => {
    expect(await faultsOf(sizeCollapsed, { before: program(50), after: 'f(\n' })).toEqual([]);
  });
});
