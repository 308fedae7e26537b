import { describe, expect, it } from 'vitest';
import { loadRuff } from './ruff-module.ts';
import { RULES } from './rules.ts';

/** Rules of the family that SecCode leaves off: they flag an import, which alone is no weakness. */
const IMPORT_RULES: readonly string[] = [
  'S401',
  'S402',
  'S403',
  'S404',
  'S405',
  'S406',
  'S407',
  'S408',
  'S409',
  'S411',
  'S412',
  'S413',
  'S415',
];

/** Codes of the family S that this Ruff knows; it refuses settings that name another. */
function knownCodes(): readonly string[] {
  const { Workspace, PositionEncoding } = loadRuff();
  return Array.from({ length: 700 }, (_, index) => `S${index + 100}`).filter((code) => {
    try {
      new Workspace({ lint: { select: [code] } }, PositionEncoding.Utf16).free();
      return true;
    } catch {
      return false;
    }
  });
}

describe('the rules of ruff', () => {
  it('are all rules of the family, but for imports', () => {
    expect([...Object.keys(RULES), ...IMPORT_RULES].toSorted()).toEqual(knownCodes());
  });

  it.each(Object.entries(RULES))('%s states a fact and an advice', (_, { message, remediation, cwes }) => {
    expect(message).toMatch(/^[A-Za-z].*\.$/);
    expect(remediation).toMatch(/^[A-Z].*\.$/);
    expect(new Set(cwes).size).toBe(cwes.length);
  });
});
