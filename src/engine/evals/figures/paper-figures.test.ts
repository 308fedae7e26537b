import { describe, expect, it } from 'vitest';
import { SECCODE_2024 } from '../published/seccode-2024.ts';
import { paperFigures } from './paper-figures.ts';

const drawn = (index: number): string =>
  JSON.stringify(paperFigures({ published: SECCODE_2024, palette: 'grey' })[index]?.spec);

describe('paperFigures', () => {
  it('draws every published number', () => {
    for (const value of [47, 11]) expect(drawn(0)).toContain(`"value":${String(value)},`);
    for (const value of [73, 35, 17, 6, 2, 81, 32, 22, 15, 5]) expect(drawn(1)).toContain(`"value":${String(value)},`);
    for (const value of [0.671, 0.91, 1, 0.794, 0.851]) expect(drawn(2)).toContain(`"value":${String(value)},`);
  });

  it('says where they are from and that they have no interval', () => {
    for (const { caption } of paperFigures({ published: SECCODE_2024, palette: 'colour' })) {
      expect(caption).toContain('arXiv 2410.14321');
      expect(caption).toContain('no interval');
    }
  });

  it('agrees with the rates that the publication gives for its own counts', () => {
    const rates = SECCODE_2024.byIteration.map(({ points }) =>
      points.map(({ vulnerable }) => Math.round(100 * (1 - vulnerable / (points[0]?.vulnerable ?? 1)))),
    );

    expect(rates).toEqual([
      [0, 52, 77, 92, 97],
      [0, 60, 73, 81, 94],
    ]);
  });

  it('uses no colour in the grey palette', () => {
    const colours = [0, 1, 2].flatMap((index) => [
      ...drawn(index).matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/g),
    ]);

    expect(colours.length).toBeGreaterThan(10);
    for (const [, red, green, blue] of colours) expect([red, green]).toEqual([blue, blue]);
  });
});
