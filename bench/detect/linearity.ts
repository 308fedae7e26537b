import { join } from 'node:path';
import { corpusSample } from './corpus-sample.ts';
import { type ProcessUsage, measureNode } from './measured-process.ts';
import { withFolder } from './warm-speed.ts';

/** One size of the same code. */
export interface SizeRow extends ProcessUsage {
  readonly lines: number;
}

const CLI = join(import.meta.dirname, '../../dist/apps/cli/main.js');

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
