import { join } from 'node:path';
import { corpusSample } from './corpus-sample.ts';
import { type ProcessUsage, measureNode } from './measured-process.ts';
import { type WarmUsage, measureWarm, withFolder } from './warm-speed.ts';

/** One size of the same code. */
export interface SizeRow extends ProcessUsage {
  readonly lines: number;
}

const CLI = join(import.meta.dirname, '../../dist/apps/cli/main.js');

/** Lines of one file, from short to longer than most programs. */
const FILE_LINES: readonly number[] = [1000, 5000, 10_000, 25_000, 50_000];

/** One file of C in several lengths, warm; and the power of its length that the time grows with. */
export function measureFileSizes(): { readonly rows: readonly WarmUsage[]; readonly exponent: number } {
  const rows = FILE_LINES.map((lines) => measureWarm('static', 'one-file', lines));
  return { rows, exponent: exponentOf(rows.slice(1)) };
}

/** Slope of the line through the logarithms that is closest to all of them. */
function exponentOf(rows: readonly WarmUsage[]): number {
  const points = rows.map(({ lines, cpuSeconds }) => [Math.log(lines), Math.log(cpuSeconds)] as const);
  const mean = (side: 0 | 1): number => points.reduce((sum, point) => sum + point[side], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const products = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return products / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** Options of a scan by the static detector alone, whatever it finds. */
export const SCAN: readonly string[] = ['scan', '--detector', 'static', '--format', 'json'];

/** Whole processes of `seccode scan` on copies of the same projects, half Python and half JavaScript. */
export function measureLinearity(lines: number, copies: readonly number[]): readonly SizeRow[] {
  const sample = [...corpusSample('python', lines / 2), ...corpusSample('javascript', lines / 2)];
  const size = sample.reduce((sum, project) => sum + project.lines, 0);
  return copies.map((times) =>
    withFolder(sample, times, (folder) => ({ lines: size * times, ...measureNode([CLI, ...SCAN, folder]) })),
  );
}
