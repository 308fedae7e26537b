import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { SizeRow } from './linearity.ts';
import type { SpeedRow, WarmUsage } from './warm-speed.ts';

/** Draws the speeds, and time and memory by size, as one SVG and gives back its path. */
export async function drawDetect(
  folder: string,
  speeds: readonly SpeedRow[],
  sizes: readonly SizeRow[],
  files: readonly WarmUsage[],
): Promise<string> {
  const { spec } = compile({
    background: 'white',
    columns: 2,
    concat: [
      {
        title: 'Thousand lines per CPU second, warm, one worker',
        width: 320,
        height: 340,
        data: {
          values: speeds.map(({ tool, language, lines, cpuSeconds }) => ({
            tool: `${tool}, ${language}`,
            language,
            speed: lines / cpuSeconds / 1000,
          })),
        },
        mark: 'bar',
        encoding: {
          x: { field: 'speed', type: 'quantitative', title: null },
          y: { field: 'tool', type: 'nominal', sort: '-x', title: null, axis: { labelLimit: 600 } },
          color: { field: 'language', type: 'nominal', title: null },
        },
      },
      {
        title: 'CPU seconds of seccode scan by lines',
        width: 260,
        height: 220,
        data: { values: sizes.map(({ lines, cpuSeconds }) => ({ lines, cpuSeconds })) },
        mark: { type: 'line', point: true },
        encoding: {
          x: { field: 'lines', type: 'quantitative', title: 'lines' },
          y: { field: 'cpuSeconds', type: 'quantitative', title: 'CPU seconds' },
        },
      },
      {
        title: 'Peak memory by lines',
        width: 260,
        height: 220,
        data: { values: sizes.map(({ lines, maxRssMb }) => ({ lines, maxRssMb })) },
        mark: { type: 'line', point: true },
        encoding: {
          x: { field: 'lines', type: 'quantitative', title: 'lines' },
          y: { field: 'maxRssMb', type: 'quantitative', title: 'MB' },
        },
      },
      {
        title: 'CPU seconds of one file of C by lines, warm',
        width: 260,
        height: 220,
        data: { values: files.map(({ lines, cpuSeconds }) => ({ lines, cpuSeconds })) },
        mark: { type: 'line', point: true },
        encoding: {
          x: { field: 'lines', type: 'quantitative', title: 'lines' },
          y: { field: 'cpuSeconds', type: 'quantitative', title: 'CPU seconds' },
        },
      },
    ],
  });
  const svg = await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'detect.svg');
  writeFileSync(file, svg);
  return file;
}
