import type { TestOutcome } from '#core/behaviour.ts';
import type { ProofResult } from '#core/proof.ts';
import type { ChangeFault, DetectorOutcome } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { openFindings, scoreOf, type View } from './open-findings.ts';
import { PROOFS } from '../behaviour/proof-outcome.ts';
import { proofObjection } from './proof-record.ts';
import type { Candidate } from './state.ts';
import { testGain, testObjection } from './test-record.ts';

/** A candidate before the bench. */
export interface Hearing {
  /** The best so far; absent when there is none. */
  readonly best: Candidate | undefined;
  readonly files: SourceFiles;
  readonly outcomes: readonly DetectorOutcome[];
  readonly faults: readonly ChangeFault[];
  /** Absent when no tests were run on it. */
  readonly tests?: TestOutcome | undefined;
  /** Absent when no pairs were tried on it. */
  readonly proofs?: readonly ProofResult[] | undefined;
  /** Detectors whose findings mean that the code cannot be checked. */
  readonly gates: ReadonlySet<string>;
  /** Those of them that build. */
  readonly building: ReadonlySet<string>;
  /** Detectors whose findings the fixer may be told. */
  readonly visible: ReadonlySet<string>;
  /** It may be larger than the best without fixing what a detector reports. */
  readonly mayGrow?: boolean;
  readonly view: View;
}

/** Whether the candidate becomes the best, and why. */
export interface Judgement {
  readonly isAccepted: boolean;
  readonly isImprovement: boolean;
  /** One sentence; goes into the next prompt when rolled back. */
  readonly reason: string;
}

/**
 * Up only: a candidate replaces the best one when it is no worse on, in this order: it parses; it compiles; nothing was lost
 * or gamed; no test that passed fails; every detector that could check the best can check it; the weighted open findings of
 * all detectors; its size.
 */
export function judge(hearing: Hearing): Judgement {
  const { best, outcomes, faults, gates, building } = hearing;
  const brokenNow = countGateFindings(outcomes, gates);
  const brokenBefore = best === undefined ? undefined : countGateFindings(best.outcomes, gates);
  const now = wordFor(outcomes, hearing);
  const lost = faults.slice(0, 3).map(({ path, line, message }) => `${path}:${String(line)}: ${message}`);

  if (best === undefined || brokenBefore === undefined) {
    if (lost.length > 0) return rejected(`The program cannot be used as it is: ${lost.join(' ')}`);
    return accepted(
      brokenNow === 0 ? 'It is the first program.' : `It is the first program, although it does not ${now}.`,
    );
  }
  if (brokenNow > 0) {
    const before = wordFor(best.outcomes, hearing);
    if (before === 'parse' && now === 'compile' && brokenBefore > 0) {
      return accepted('It parses, although it does not compile, and the best one before does not parse.');
    }
    if (now === before && brokenNow < brokenBefore) {
      return accepted(`It ${now}s in more places than the best one before.`);
    }
    return rejected(`It does not ${now}: ${firstGateFinding(outcomes, gates)}`);
  }
  if (lost.length > 0) return rejected(lost.join(' '));
  if (brokenBefore > 0) {
    return accepted(`It ${wordFor(best.outcomes, { gates, building })}s, and the best one before does not.`);
  }

  const objection = testObjection(best.tests, hearing.tests) ?? proofObjection(hearing.proofs);
  if (objection !== undefined) return rejected(objection);
  const blind = outcomes.find(
    ({ detector, status }) =>
      // Where pairs cannot be tried the verdict says so; a fix is not thrown away for it.
      detector !== PROOFS &&
      status === 'failed' &&
      best.outcomes.some((other) => other.detector === detector && other.status === 'completed'),
  );
  if (blind !== undefined) return rejected(`The detector '${blind.detector}' could not check it: ${blind.reason}`);
  return compareFindings(hearing, best);
}

function compareFindings(
  { files, outcomes, visible, mayGrow, view, tests, proofs }: Hearing,
  best: Candidate,
): Judgement {
  const both = new Set(
    outcomes
      .filter(({ status }) => status === 'completed')
      .map(({ detector }) => detector)
      .filter((name) => best.outcomes.some((other) => other.detector === name && other.status === 'completed')),
  );
  const scores = (detectors: ReadonlySet<string>): { before: number; after: number } => ({
    before: scoreOf(openFindings(best.outcomes, { ...view, detectors })),
    after: scoreOf(openFindings(outcomes, { ...view, detectors })),
  });
  const { before, after } = scores(both);
  if (after > before) return accepted(`Its score rose from ${String(before)} to ${String(after)}.`);
  if (after < before) {
    const seen = scores(new Set([...both].filter((name) => visible.has(name))));
    return rejected(
      seen.after < seen.before
        ? `The score fell from ${String(seen.before)} to ${String(seen.after)}.`
        : 'A check whose findings are not shown finds more weaknesses than before.',
    );
  }
  const gain = testGain(best.tests, tests);
  if (gain > 0)
    return accepted(`It passes ${String(gain)} more ${gain === 1 ? 'test' : 'tests'}, with no finding more.`);
  const growth = sizeOf(files) - sizeOf(best.files);
  const isAttackable = proofs?.some(({ isAttackStopped }) => !isAttackStopped) === true;
  if (growth > 0 && isAttackable)
    return rejected('A run shows that the attack still works, and nothing else is gained.');
  if (growth > 0 && mayGrow === true) {
    return { isAccepted: true, isImprovement: false, reason: 'It is larger and no worse than the best one before.' };
  }
  return growth > 0
    ? rejected('It fixes nothing that a detector reports, and it is larger.')
    : { isAccepted: true, isImprovement: false, reason: 'It is no worse than the best one before, and no larger.' };
}

/** Characters that are not white space: reformatting neither helps nor hurts. */
function sizeOf(files: SourceFiles): number {
  return files.reduce((size, { text }) => size + text.replace(/\s/g, '').length, 0);
}

export function countGateFindings(outcomes: readonly DetectorOutcome[], gates: ReadonlySet<string>): number {
  return outcomes.filter(({ detector }) => gates.has(detector)).reduce((sum, { findings }) => sum + findings.length, 0);
}

/** What a program with these findings does not do: a gate that builds has its say only where the others let it. */
export function wordFor(
  outcomes: readonly DetectorOutcome[],
  { gates, building }: { readonly gates: ReadonlySet<string>; readonly building: ReadonlySet<string> },
): 'parse' | 'compile' {
  const others = new Set([...gates].filter((name) => !building.has(name)));
  return countGateFindings(outcomes, others) === 0 && countGateFindings(outcomes, building) > 0 ? 'compile' : 'parse';
}

function firstGateFinding(outcomes: readonly DetectorOutcome[], gates: ReadonlySet<string>): string {
  const finding = outcomes.find(({ detector, findings }) => gates.has(detector) && findings.length > 0)?.findings[0];
  return finding === undefined ? '' : `${finding.span.path}:${String(finding.span.startLine)}: ${finding.message}`;
}

function accepted(reason: string): Judgement {
  return { isAccepted: true, isImprovement: true, reason };
}

function rejected(reason: string): Judgement {
  return { isAccepted: false, isImprovement: false, reason };
}
