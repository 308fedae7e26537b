import type { VerdictReached } from '#core/session-event.ts';
import type { StopReason, Verdict } from '#core/verdict.ts';
import { countGateFindings, wordFor } from './acceptance.ts';
import { disputeAbout, withConfidence } from './agreement.ts';
import { openIn } from './best-view.ts';
import type { Effect } from './effect.ts';
import { PROOFS } from '../behaviour/proof-outcome.ts';
import { type Panel, requiredDetectors } from './panel.ts';
import type { SessionState } from './state.ts';
import { failingTests, hasTests } from './test-record.ts';
import { unrepeated } from './unrepeated.ts';

/** Ends the session. The one place where a verdict is made. */
export function conclude(state: SessionState, panel: Panel, stop: StopReason): Effect {
  const { verdict, stopReason, explanation, confidence } = withConfidence(weigh(state, panel, stop), state, panel);
  const event: VerdictReached = {
    type: 'verdict-reached',
    verdict,
    stopReason,
    explanation,
    ...(state.best === undefined ? {} : { bestIteration: state.best.iteration }),
    ...(confidence === undefined ? {} : { confidence }),
  };
  return { type: 'record', event };
}

interface Weighed {
  readonly verdict: Verdict;
  readonly stopReason: StopReason;
  readonly explanation: string;
  readonly confidence?: number;
}

/** Stops after which nothing can be said, whatever the detectors found before. */
const UNDECIDING: readonly StopReason[] = [
  'budget-exhausted',
  'refused',
  'truncated',
  'model-failed',
  'no-candidate',
  'detector-failed',
];

/**
 * Three values, failing closed: `secure` has to be earned by every required detector; whatever is missing for that makes
 * the verdict `undecided`, never `secure`.
 */
function weigh(state: SessionState, panel: Panel, stop: StopReason): Weighed {
  const { best } = state;
  if (best === undefined)
    return { verdict: 'undecided', stopReason: stop, explanation: whyNoProgram(state, panel, stop) };
  const gates = new Set(panel.gates);
  const broken = countGateFindings(best.outcomes, gates);
  if (broken > 0) {
    return {
      verdict: 'undecided',
      stopReason: stop === 'clean' ? 'detector-failed' : stop,
      explanation: `The program does not ${wordFor(best.outcomes, { gates, building: new Set(panel.building) })} in ${count(broken, 'place')}, so nothing can be said of its weaknesses. ${whyStopped(state, panel, stop)}`,
    };
  }
  if (UNDECIDING.includes(stop)) {
    return {
      verdict: 'undecided',
      stopReason: stop,
      explanation: `${whyStopped(state, panel, stop)} ${whatIsOpen(state, panel)}`,
    };
  }
  const missing = missingEvidence(state, panel);
  if (missing !== undefined) {
    return {
      verdict: 'undecided',
      stopReason: stop === 'cancelled' ? stop : 'detector-failed',
      explanation: `${missing} ${whatIsOpen(state, panel)}`,
    };
  }
  const { all } = openIn(best, state, panel);
  const dispute = disputeAbout(all, panel);
  if (dispute !== undefined) {
    return { verdict: 'undecided', stopReason: stop, explanation: `${dispute} ${whatIsOpen(state, panel)}` };
  }
  if (all.length > 0) {
    return {
      verdict: 'vulnerable',
      stopReason: stop,
      explanation: `${whyStopped(state, panel, stop)} ${whatIsOpen(state, panel)}`,
    };
  }
  const untested = missingBehaviour(state);
  if (untested !== undefined) {
    return { verdict: 'undecided', stopReason: stop === 'clean' ? 'detector-failed' : stop, explanation: untested };
  }
  const silence = unrepeated(state);
  if (silence !== undefined) {
    return {
      verdict: 'undecided',
      stopReason: stop,
      explanation: `No finding is open, but ${silence} ${whatSupports(state, panel)}`,
    };
  }
  return { verdict: 'secure', stopReason: stop, explanation: whatSupports(state, panel) };
}

/** What a `secure` or `vulnerable` verdict would need and does not have; `undefined` when it has everything. */
function missingEvidence(state: SessionState, panel: Panel): string | undefined {
  const outcomes = state.best?.outcomes ?? [];
  for (const name of requiredDetectors(panel)) {
    const outcome = outcomes.find(({ detector }) => detector === name);
    if (outcome === undefined) {
      // A model is not asked to mark what is already known to be open.
      if (panel.crossChecking.includes(name) && openIn(state.best, state, panel).all.length > 0) continue;
      return `The detector '${name}' did not run.`;
    }
    if (outcome.status === 'failed') return `The detector '${name}' failed: ${outcome.reason}`;
    // A person who asked for builds where they are possible knows that some are not.
    if (panel.isBuildOptional && panel.building.includes(name)) continue;
    const [uncovered] = outcome.notCovered;
    if (uncovered !== undefined) return `The detector '${name}' could not check ${uncovered.path}: ${uncovered.reason}`;
  }
  const jury = outcomes.filter(({ detector, status }) => status === 'completed' && !panel.gates.includes(detector));
  if (jury.length === 0) return 'No detector that is usable here knows the weaknesses of this language.';
  const unseen = state.best?.files.find(({ path }) => !jury.some(({ covered }) => covered?.includes(path) === true));
  return unseen === undefined ? undefined : `No detector that is usable here looked at ${unseen.path}.`;
}

/** What tests have against a `secure` verdict; `undefined` when they have nothing. */
function missingBehaviour(state: SessionState): string | undefined {
  const { best } = state;
  const proofs = best?.outcomes.find(({ detector }) => detector === PROOFS);
  if (proofs?.status === 'failed') return `The pairs of inputs could not be tried: ${proofs.reason}`;
  if (proofs === undefined && state.proofs.some(({ pair }) => pair !== undefined)) {
    return 'The pairs of inputs were not tried on the best program.';
  }
  const unrun = state.proofs.find(({ isUnrun }) => isUnrun === true);
  if (unrun !== undefined) {
    const { cwes, rule, span } = unrun.finding;
    return `No finding is open in the best program, but for ${cwes[0] ?? rule} at ${span.path}:${String(span.startLine)} no pair of inputs could be run: ${unrun.reason}`;
  }
  if (!hasTests(state)) return undefined;
  if (best?.tests === undefined) return 'The tests were not run on the best program.';
  if (best.tests.status === 'failed') return `The tests could not be run: ${best.tests.reason}`;
  const failing = failingTests(best, state);
  if (failing.length === 0) return undefined;
  const named = failing.slice(0, 5).map(({ name }) => name);
  const more = failing.length > named.length ? `, and ${String(failing.length - named.length)} more` : '';
  return `No finding is open in the best program, but ${count(failing.length, 'test')} of its behaviour ${failing.length === 1 ? 'fails' : 'fail'}: ${named.join(', ')}${more}.`;
}

function whatSupports(state: SessionState, panel: Panel): string {
  const finished = (state.best?.outcomes ?? []).filter(({ status }) => status === 'completed');
  const names = finished.map(({ detector }) => detector).join(', ');
  const unseen = panel.heldOut.filter((name) => finished.some(({ detector }) => detector === name));
  const jury =
    unseen.length > 0
      ? `${unseen.join(', ')} had no say in the fixing until nothing else was left.`
      : 'No detector could be held out of the fixing here, so the same detectors gave feedback and marked.';
  const dismissed =
    state.dismissals.length > 0 ? ` ${count(state.dismissals.length, 'finding')} dismissed by a person.` : '';
  return `The program parses, and ${names} report nothing at or above the threshold. ${jury}${dismissed}${whatIsNotBuilt(state, panel)}${whatTestsSay(state)}${whatProofsSay(state)}`;
}

/** What was to be built where it can be, and cannot be here. */
function whatIsNotBuilt(state: SessionState, { building }: Panel): string {
  const outcomes = (state.best?.outcomes ?? []).filter(({ detector }) => building.includes(detector));
  const [first, ...more] = outcomes.flatMap(({ notCovered }) => notCovered);
  if (first === undefined) return '';
  const others = more.length === 0 ? '' : ` (and ${count(more.length, 'more file')})`;
  return ` Not built: ${first.path}${others}: ${first.reason}`;
}

function whatProofsSay({ proofs }: SessionState): string {
  if (proofs.length === 0) return '';
  const shown = proofs.filter(({ pair }) => pair !== undefined).length;
  const rest = proofs.length === shown ? '' : ` ${String(proofs.length - shown)} could not be shown either way.`;
  return ` Of ${count(proofs.length, 'finding')} of high severity, runs show for ${String(shown)} that the attack worked and no longer does.${rest}`;
}

function whatTestsSay({ best, toleratedTests }: SessionState): string {
  if (best?.tests === undefined) return '';
  const passing = best.tests.tests.filter(({ isPassing }) => isPassing);
  const failing = best.tests.tests.filter(({ isPassing }) => !isPassing).map(({ name }) => name);
  const old = failing.filter((name) => toleratedTests.includes(name));
  const failed =
    old.length === 0 ? '' : ` Failing as on the code that was given, and so no mark against it: ${old.join(', ')}.`;
  return ` ${count(passing.length, 'test')} of its behaviour ${passing.length === 1 ? 'passes' : 'pass'}.${failed}`;
}

function whatIsOpen(state: SessionState, panel: Panel): string {
  if (state.best === undefined) return '';
  const { all } = openIn(state.best, state, panel);
  if (all.length === 0) return 'No finding is open in the best program.';
  const named = all.slice(0, 5).map(({ finding }) => {
    const { span, cwes, rule } = finding;
    return `${cwes[0] ?? rule} at ${span.path}:${String(span.startLine)}`;
  });
  const more = all.length > named.length ? `, and ${String(all.length - named.length)} more` : '';
  return `Open in the best program: ${named.join(', ')}${more}.`;
}

function whyNoProgram(state: SessionState, panel: Panel, stop: StopReason): string {
  const why = state.rejection === undefined ? '' : ` ${state.rejection}`;
  return `There is no program. ${whyStopped(state, panel, stop)}${why}`;
}

function whyStopped(
  { current, limitReached, flatRounds, started }: SessionState,
  { canFix, rounds }: Panel,
  stop: StopReason,
): string {
  const outcome = current?.reply?.outcome;
  const reason = outcome !== undefined && outcome.kind !== 'answered' ? ` ${outcome.reason}` : '';
  switch (stop) {
    case 'clean':
      return 'Nothing is left to fix.';
    case 'flat':
      return `${count(flatRounds, 'round')} in a row brought no improvement.`;
    case 'max-iterations': {
      const most = started?.settings.limits.maxIterations ?? 0;
      if ((!canFix || rounds !== undefined) && (current?.iteration ?? 0) < most) {
        return 'The strategy makes no further round.';
      }
      return most === 0
        ? 'No round of fixing was allowed.'
        : `The limit of ${count(most, 'round')} of fixing was reached.`;
    }
    case 'budget-exhausted':
      return limitReached === undefined ? 'The budget ended.' : `The budget ended: ${limitReached.detail}`;
    case 'refused':
      return `The model declined.${reason}`;
    case 'truncated':
      return `The model's reply stayed cut off.${reason}`;
    case 'model-failed':
      return `The model could not be reached.${reason}`;
    case 'no-candidate':
      return 'No reply held a usable program.';
    case 'detector-failed':
      return 'A required detector failed.';
    case 'cancelled':
      return 'A person ended the session.';
  }
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
