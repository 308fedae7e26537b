import type { CweId } from './cwe-id.ts';

/** A group of MITRE's list that is no weakness itself, but is still reported as if it were one. */
export interface CweCategory {
  readonly name: string;
  /** The weakness that says best what is meant by it; our choice, not MITRE's. */
  readonly standsFor: CweId;
}

/**
 * Categories that detectors, advisories and label sets report in a weakness's place.
 *
 * MITRE asks not to map to them (https://cwe.mitre.org/documents/cwe_usage/guidance.html), hence they are not in the table.
 */
export const CWE_CATEGORIES: Readonly<Partial<Record<CweId, CweCategory>>> = {
  'CWE-189': { name: 'Numeric Errors', standsFor: 'CWE-190' },
  'CWE-255': { name: 'Credentials Management Errors', standsFor: 'CWE-522' },
  'CWE-264': { name: 'Permissions, Privileges, and Access Controls', standsFor: 'CWE-284' },
  'CWE-310': { name: 'Cryptographic Issues', standsFor: 'CWE-327' },
  'CWE-320': { name: 'Key Management Errors', standsFor: 'CWE-321' },
  'CWE-388': { name: '7PK - Errors', standsFor: 'CWE-755' },
  'CWE-399': { name: 'Resource Management Errors', standsFor: 'CWE-772' },
  'CWE-730': { name: 'OWASP Top Ten 2004 Category A9 - Denial of Service', standsFor: 'CWE-400' },
};
