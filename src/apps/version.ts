import { readFileSync } from 'node:fs';
import { parseJson } from '#core/parse-json.ts';

/** The version of this package, from its own package.json, which lies two folders above in `src` and in `dist` alike. */
export const VERSION: string = readVersion();

function readVersion(): string {
  const parsed = parseJson(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const value = parsed.ok ? parsed.value : undefined;
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string'
    ? value.version
    : '0.0.0';
}
