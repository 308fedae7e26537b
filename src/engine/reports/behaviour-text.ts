import type { TestOutcome } from '#core/behaviour.ts';
import { plural } from './amounts.ts';

/** Tests of one candidate in a clause: how many pass, and which fail. Texts are as they came. */
export function describeTests({ status, reason, tests, sandbox }: TestOutcome): string {
  if (status === 'failed') return `tests could not be run: ${reason}`;
  const failing = tests.filter(({ isPassing }) => !isPassing).map(({ name }) => name);
  const passed = `${String(tests.length - failing.length)} of ${plural(tests.length, 'test')} passed in ${sandbox}`;
  return failing.length === 0 ? passed : `${passed}; failed: ${failing.join(', ')}`;
}
