import { describe, expect, it } from 'vitest';
import { isAllowed } from './licences.ts';

describe('isAllowed', () => {
  it.each(['MIT', 'Apache-2.0', '(AFL-2.1 OR BSD-3-Clause)', 'MIT OR GPL-3.0-only', 'MIT AND ISC'])(
    'accepts %s',
    (expression) => {
      expect(isAllowed(expression)).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.md',
    'MIT AND GPL-3.0-only',
    '(MIT OR ISC) AND (GPL-2.0-only OR MIT)',
    'constructor',
  ])('refuses %s', (expression) => {
    expect(isAllowed(expression)).toBe(false);
  });
});
