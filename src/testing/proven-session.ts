import type { Proof, ProofResult } from '#core/proof.ts';
import type { SessionEvent } from '#core/session-event.ts';
import type { SessionReport } from '#engine/reports/format.ts';
import { caseOf } from './proof-programs.ts';
import {
  openConnection,
  scriptedEvents,
  scriptedReport,
  sqlByLinter,
  sqlByReviewer,
  stored,
} from './session-fixture.ts';

/** Text that must reach no terminal and no table as it is. */
const HOSTILE = 'it said \u001b[2J <b>| `x`';

const PROOFS: readonly Proof[] = [
  {
    finding: sqlByLinter,
    fingerprints: [sqlByLinter.fingerprint],
    pair: {
      hostile: caseOf('all users', "' OR '1'='1", { look: 'stdout-has', text: 'ada' }),
      legitimate: caseOf('one user', 'bob', { look: 'stdout-has', text: 'bob' }),
    },
    reason: '',
  },
  { finding: sqlByReviewer, fingerprints: [sqlByReviewer.fingerprint], reason: HOSTILE },
  { finding: openConnection, fingerprints: [openConnection.fingerprint], reason: 'No compiler.', isUnrun: true },
];

/** The scripted session with pairs of inputs: what is said of the first of them on the result is to be given. */
export function provenReport(
  result: Omit<ProofResult, 'fingerprint' | 'detail'> | { readonly problem: string } | 'not tried',
): SessionReport {
  const events = scriptedEvents.flatMap((event): readonly SessionEvent[] => {
    if (event.type === 'iteration-finished' && event.iteration === 0) {
      return [event, ...PROOFS.map((proof) => ({ type: 'proof-written', iteration: 0, proof }) as const)];
    }
    if (event.type !== 'iteration-finished' || event.iteration !== 2 || result === 'not tried') return [event];
    const seen =
      'problem' in result
        ? { results: [], ...result }
        : { results: [{ fingerprint: sqlByLinter.fingerprint, detail: HOSTILE, ...result }] };
    return [{ type: 'proofs-finished', iteration: 2, ...seen }, event];
  });
  return { ...scriptedReport, events: stored(events) };
}
