import { describe, expect, it } from 'vitest';
import { provenReport } from '#testing/proven-session.ts';
import { sqlByLinter } from '#testing/session-fixture.ts';
import { describeProof, isAttackSeen } from './proof-facts.ts';
import { summariseEvents } from './summary.ts';

describe('proofFacts', () => {
  it.each([
    [{ isAttackStopped: true, isLegitimateFine: true }, 'flips'],
    [{ isAttackStopped: false, isLegitimateFine: true }, 'works'],
    [{ isAttackStopped: true, isLegitimateFine: false }, 'breaks'],
    [{ problem: 'The sandbox broke down.' }, 'not tried'],
    ['not tried', 'not tried'],
  ] as const)('says of %o that it %s', (result, state) => {
    const { proofs } = summariseEvents(provenReport(result).events);

    expect(proofs.map((proof) => proof.state)).toEqual([state, 'nothing shown', 'not run']);
  });

  it('counts an attack that works on a program as a finding of it', () => {
    const { iterations, findings, evidence } = summariseEvents(
      provenReport({ isAttackStopped: false, isLegitimateFine: true }).events,
    );

    expect(iterations[0]?.outcomes.find(isAttackSeen)?.findings).toHaveLength(1);
    expect(findings.find(isAttackSeen)).toMatchObject({ rule: sqlByLinter.rule, confidence: 'high' });
    expect(evidence.find(isAttackSeen)).toMatchObject({ role: 'feedback and marking', open: 1 });
  });

  it('says in a line what was shown', () => {
    const { proofs } = summariseEvents(provenReport({ isAttackStopped: true, isLegitimateFine: true }).events);

    expect(proofs.map(describeProof)).toMatchObject([
      'CWE-89 at users.py:6: the attack worked, and fails on the result',
      expect.stringContaining('CWE-89 at users.py:7: nothing was shown: it said'),
      'CWE-772 at users.py:5: nothing could be run: No compiler.',
    ]);
  });
});
