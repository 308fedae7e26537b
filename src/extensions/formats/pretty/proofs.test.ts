import { expect, it } from 'vitest';
import { provenReport } from '#testing/proven-session.ts';
import { sessionLines } from './session-lines.ts';

it('says on a terminal what runs show, with hostile text made visible', () => {
  const options = { hasColour: false, width: 100 };
  const fixed = sessionLines(provenReport({ isAttackStopped: true, isLegitimateFine: true }), options);
  const open = sessionLines(provenReport({ isAttackStopped: false, isLegitimateFine: true }), options).join('\n');

  expect(fixed).toContain('proof: CWE-89 at users.py:6: the attack worked, and fails on the result');
  expect(open).toContain('proof: CWE-89 at users.py:6: the attack works on the result');
  expect(open).toContain('seen in a run: ');
  expect(open).not.toContain('\u001b');
});
