import unsanitized from 'eslint-plugin-no-unsanitized';
import security from 'eslint-plugin-security';
import { describe, expect, it } from 'vitest';
import { RULES } from './rules.ts';

describe('the rules of eslint', () => {
  it('are all rules of the plugins, and four of its own', () => {
    const plugins = [
      ...Object.keys(security.rules ?? {}).map((name) => `security/${name}`),
      ...Object.keys(unsanitized.rules ?? {}).map((name) => `no-unsanitized/${name}`),
    ];

    expect(Object.keys(RULES).toSorted()).toEqual(
      [...plugins, 'no-eval', 'no-implied-eval', 'no-new-func', 'no-script-url'].toSorted(),
    );
  });

  it.each(Object.entries(RULES))('%s states a fact and an advice', (_, { message, remediation, cwes }) => {
    expect(message).toMatch(/^[A-Za-z].*\.$/);
    expect(remediation).toMatch(/^[A-Z].*\.$/);
    expect(new Set(cwes).size).toBe(cwes.length);
  });
});
