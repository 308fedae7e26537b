import { expect, it } from 'vitest';
import { testStrategy } from '#testing/test-strategy.ts';
import { strategy } from './strategy.ts';

testStrategy(strategy, import.meta.dirname);

it('never fixes', () => {
  expect(strategy).not.toHaveProperty('fix');
});
