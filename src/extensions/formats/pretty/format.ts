import type { Format } from '#engine/reports/format.ts';
import { scanLines } from './scan-lines.ts';
import { sessionLines } from './session-lines.ts';

/** For people at a terminal. Nothing of the code or of a message reaches it as a control character. */
export const format: Format = {
  name: 'pretty',
  title: 'Text for a terminal',
  extensions: ['.txt'],
  format: (report, options) => {
    const lines = report.kind === 'scan' ? scanLines(report, options) : sessionLines(report, options);
    return `${lines.join('\n')}\n`;
  },
};
