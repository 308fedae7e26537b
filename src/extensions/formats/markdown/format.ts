import type { Format } from '#engine/reports/format.ts';
import { scanBlocks } from './scan-blocks.ts';
import { sessionBlocks } from './session-blocks.ts';

/** For people to keep and pass on. Code and messages are hostile, and stay inside their fences and cells. */
export const format: Format = {
  name: 'markdown',
  title: 'Markdown report with findings and diffs',
  extensions: ['.md', '.markdown'],
  format: (report) => {
    const blocks = report.kind === 'scan' ? scanBlocks(report) : sessionBlocks(report);
    return `${blocks.join('\n\n')}\n`;
  },
};
