import type { Format } from '#engine/reports/format.ts';
import { jsonText } from '#engine/reports/json-text.ts';
import { scanJson } from './scan-json.ts';
import { sessionJson } from './session-json.ts';

/** For programs; the shapes are `ScanJson` and `SessionJson`. */
export const format: Format = {
  name: 'json',
  title: 'JSON of a documented, stable shape',
  extensions: ['.json'],
  format: (report) => jsonText(report.kind === 'scan' ? scanJson(report) : sessionJson(report)),
};
