import { expect, it } from 'vitest';
import { provenReport } from '#testing/proven-session.ts';
import { sessionJson } from './session-json.ts';

it('says in JSON for each finding that a pair was asked for what was shown', () => {
  const { proofs } = sessionJson(provenReport({ isAttackStopped: true, isLegitimateFine: true }));

  expect(proofs).toMatchObject([
    { state: 'flips', finding: { cwes: ['CWE-89'] } },
    { state: 'nothing shown', detail: expect.stringContaining('it said') },
    { state: 'not run', detail: 'No compiler.' },
  ]);
});
