// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Format } from '#engine/reports/format.ts';

/** One entry per folder; loaded when it is first needed. */
export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  json: async () => (await import('./json/format.ts')).format,
  markdown: async () => (await import('./markdown/format.ts')).format,
  pretty: async () => (await import('./pretty/format.ts')).format,
  sarif: async () => (await import('./sarif/format.ts')).format,
};
