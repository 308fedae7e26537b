import type { CweId } from '#core/cwe-id.ts';

/**
 * The 2025 CWE Top 25 Most Dangerous Software Weaknesses, worst first.
 *
 * Source: MITRE, https://cwe.mitre.org/top25/archive/2025/2025_cwe_top25.html.
 */
export const CWE_TOP_25: readonly CweId[] = [
  'CWE-79',
  'CWE-89',
  'CWE-352',
  'CWE-862',
  'CWE-787',
  'CWE-22',
  'CWE-416',
  'CWE-125',
  'CWE-78',
  'CWE-94',
  'CWE-120',
  'CWE-434',
  'CWE-476',
  'CWE-121',
  'CWE-502',
  'CWE-122',
  'CWE-863',
  'CWE-20',
  'CWE-284',
  'CWE-200',
  'CWE-306',
  'CWE-918',
  'CWE-77',
  'CWE-639',
  'CWE-770',
];
