import { expect, it } from 'vitest';
import { provenReport } from '#testing/proven-session.ts';
import { sessionBlocks } from './session-blocks.ts';

it('lists in Markdown what runs show, with hostile text escaped', () => {
  const text = sessionBlocks(provenReport({ isAttackStopped: false, isLegitimateFine: true })).join('\n\n');

  expect(text).toContain('## What runs show\n\n- CWE-89 at users.py:6: the attack works on the result');
  expect(text).toContain('- seen in a run: ');
  expect(text).not.toMatch(/\u001b|<b>/);
});
