import { createColors } from 'picocolors';
import type { SourceFiles } from '#core/source-file.ts';
import { diffFiles } from '#engine/reports/diff.ts';
import { visible } from '#engine/reports/visible.ts';

/** The difference between two programs as a patch; coloured for a terminal, exact and fit for `patch` otherwise. */
export function patchText(before: SourceFiles, after: SourceFiles, hasColour: boolean): string {
  const patches = diffFiles(before, after).map(({ patch }) => patch);
  return hasColour ? patches.map(colour).join('\n') : patches.join('\n');
}

function colour(patch: string): string {
  const { green, red, cyan, bold } = createColors(true);
  return visible(patch)
    .split('\n')
    .map((line) => {
      if (line.startsWith('+++') || line.startsWith('---')) return bold(line);
      if (line.startsWith('@@')) return cyan(line);
      if (line.startsWith('+')) return green(line);
      return line.startsWith('-') ? red(line) : line;
    })
    .join('\n');
}
