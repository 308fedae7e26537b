/**
 * Draws the three published figures: `npm run eval:figures -- [folder]`. Those of a run come beside them with
 * `seccode eval report RUN -o figures/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PALETTES } from '#engine/evals/figures/chart.ts';
import { paperFigures } from '#engine/evals/figures/paper-figures.ts';
import { SECCODE_2024 } from '#engine/evals/published/seccode-2024.ts';
import { openPngRenderer, renderSvg } from '#apps/workbench/evals/render-figure.ts';

const folder = resolve(process.argv[2] ?? 'tmp/figures');
mkdirSync(folder, { recursive: true });
const toPng = await openPngRenderer();
for (const palette of PALETTES) {
  for (const chart of paperFigures({ published: SECCODE_2024, palette })) {
    const name = palette === 'grey' ? `${chart.name}-grey` : chart.name;
    const svg = await renderSvg(chart);
    writeFileSync(join(folder, `${name}.svg`), svg);
    writeFileSync(join(folder, `${name}.png`), toPng(svg));
    console.log(`wrote ${join(folder, `${name}.svg`)} and .png`);
  }
}
