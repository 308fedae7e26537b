import { describe, expect, it } from 'vitest';
import { isKnownCwe } from '#core/cwe-table.ts';
import { RULES } from './rules.ts';

describe('the rules of bandit', () => {
  it.each(Object.entries(RULES))('%s states a fact and an advice', (id, { message, remediation, cwes }) => {
    expect(id).toMatch(/^B[1-35-7]\d\d$/);
    expect(message).toMatch(/^[A-Za-z].*\.$/);
    expect(remediation).toMatch(/^[A-Z].*\.$/);
    expect(cwes.every(isKnownCwe)).toBe(true);
  });
});
