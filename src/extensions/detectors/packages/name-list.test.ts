import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readNameList } from './name-list.ts';
import { isOneSlipAway } from './nearby.ts';

describe('the lists that SecCode brings along', () => {
  it.each([
    ['pypi', 800_000, ['requests', 'pyyaml', 'scikit-learn', 'opencv-python', 'django']],
    ['npm', 200_000, ['express', 'lodash', '@types/node', 'react-dom', 'zod']],
  ] as const)('are there for %s', async (registry, least, names) => {
    const list = await readNameList(registry);

    expect(list.count).toBeGreaterThan(least);
    expect(names.filter((name) => !list.has(name))).toEqual([]);
    const passed = Array.from({ length: 5000 }, (_, index) => `zqx-unheard-of-${String(index)}`).filter(list.has);
    expect(passed.length / 5000).toBeLessThan(0.025);
    expect(list.wellKnown).toHaveLength(1500);
  });

  it.each([
    ['absent', undefined],
    ['cut', '{"month":"2026-11","count":2,"bits":8,"seed":1,"segmentLength":4,"segments":1,"wellKnown":[]}\nabc'],
    ['no list', 'garbage'],
  ])('are refused when one is %s', async (_, text) => {
    const folder = await mkdtemp(join(tmpdir(), 'seccode-names-'));
    try {
      if (text !== undefined) await writeFile(join(folder, 'npm.bin'), text);

      await expect(readNameList('npm', pathToFileURL(`${folder}/`))).rejects.toMatchObject({ code: 'DETECTOR_FAILED' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

it.each([
  ['requests', 'reqeusts', true],
  ['requests', 'request', true],
  ['requests', 'requestss', true],
  ['requests', 'requestz', true],
  ['requests', 'requests', false],
  ['requests', 'rqeuests2', false],
])('says whether %s and %s are one slip apart', (name, other, isNear) => {
  expect(isOneSlipAway(name, other)).toBe(isNear);
});
