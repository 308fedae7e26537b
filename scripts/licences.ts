/** Licences (SPDX) under which a package may be installed together with this one. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // Copyleft by file: fine to depend on, not to copy from.
  'MPL-2.0',
  'Unlicense',
]);

/**
 * Whether an SPDX expression leaves a choice of allowed licences only.
 *
 * Knows `OR`, `AND` and brackets around the whole; anything else, and no licence, is refused.
 */
export function isAllowed(expression: string | undefined): boolean {
  if (expression === undefined) return false;
  const bare = expression.trim().replace(/^\(([^()]*)\)$/, '$1');
  if (/[()]/.test(bare)) return false;
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => ALLOWED.has(licence.trim())));
}
