import type { Log } from 'sarif';
import { expect, it } from 'vitest';
import { provenReport } from '#testing/proven-session.ts';
import { format } from './format.ts';

it('says in SARIF what runs show, of what is fixed and of what is open', () => {
  const read = (isAttackStopped: boolean): Log =>
    JSON.parse(
      format.format(provenReport({ isAttackStopped, isLegitimateFine: true }), { hasColour: false, width: 80 }),
    );
  const open = read(false).runs.flatMap(({ results = [] }) => results);

  expect(read(true).properties).toMatchObject({
    proofs: [{ ruleId: expect.any(String), state: 'flips' }, { state: 'nothing shown' }, { state: 'not run' }],
  });
  expect(open.find(({ properties }) => properties?.['proof'] === 'works')?.properties).toMatchObject({
    shownExploit: expect.stringContaining('arguments'),
  });
});
