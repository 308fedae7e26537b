import type { Ledger } from '#core/ledger.ts';
import { writeFix } from '#engine/prompts/fixing.ts';
import { writeGeneration } from '#engine/prompts/generation.ts';
import { bullets, section } from '#engine/prompts/sections.ts';
import type { FixBrief, Strategy } from '#engine/session/strategy.ts';

/** Ledgers older than this many rounds are summed up in one line, so that the prompt stays flat as rounds go by. */
const ROUNDS_SHOWN = 3;

export const strategy: Strategy = {
  name: 'encouragement',
  title: 'Encouragement Prompting: a referee’s score, rewards and penalties around the guidance for each open weakness',
  promptVersion: '1',
  generate: writeGeneration,
  fix: (brief) =>
    writeFix(brief, {
      role: `You are the engineer who brings ${brief.language.title} programs to zero: zero weaknesses, with everything still working. You are good at this. A referee keeps your score; it believes no explanation and counts only what independent detectors report on the code that you hand in.`,
      terms: section('How the referee pays', bullets(TERMS)),
      closing: section('Your score', showScore(brief)),
    }),
};

/** What the referee really pays: see `engine/session/referee.ts`. */
const TERMS: readonly string[] = [
  'Each weakness that is gone earns its weight: 10 for a critical one, 5 for high, 2 for medium, 1 for low.',
  'Each new weakness costs its weight. Each one that is left costs 1.',
  'A weakness that you list as removed and that is still found costs 1 more: claim what you did, and only that.',
  'A program with nothing left earns 1 more, and you have won.',
  'A round that breaks one of the rules below is void: the program goes back to the best one so far, and the round counts against you.',
];

function showScore({
  score,
  findings,
  faults,
  faultsAre = 'parse',
  failures = [],
  ledgers,
  rejection,
}: FixBrief): string {
  const goal =
    faults.length > 0
      ? `A program that does not ${faultsAre} has no score. Make it ${faultsAre} first; nothing else counts until it does.`
      : `You stand at ${String(score)} with ${weaknesses(findings.length)} open. The goal is 0.`;
  const setBack = rejection === undefined ? '' : `Your last round was void. The referee's reason: ${rejection}`;
  const failing =
    failures.length === 0 ? '' : 'A program that fails a test of its task has not won, whatever else it does.';
  return [goal, failing, ...history(ledgers), setBack, cheer(ledgers, findings.length)]
    .filter((line) => line !== '')
    .join('\n');
}

function history(ledgers: readonly Ledger[]): readonly string[] {
  const rounds = ledgers.filter(({ scoreBefore }) => scoreBefore !== undefined);
  const older = rounds.slice(0, -ROUNDS_SHOWN);
  const sum = older.reduce((total, { points }) => total + points, 0);
  return [
    ...(older.length === 0 ? [] : [`Rounds 1 to ${String(older.length)}: ${signed(sum)} points.`]),
    ...rounds.slice(-ROUNDS_SHOWN).map(({ iteration, fixed, left, introduced, falselyClaimed, points }) => {
      const claims = falselyClaimed.length === 0 ? '' : `, ${String(falselyClaimed.length)} claimed but still found`;
      return `Round ${String(iteration)}: ${String(fixed.length)} removed, ${String(left.length)} left, ${String(introduced.length)} new${claims}: ${signed(points)} points.`;
    }),
  ];
}

function cheer(ledgers: readonly Ledger[], open: number): string {
  const removed = ledgers.reduce((total, { fixed }) => total + fixed.length, 0);
  if (removed > 0 && open === 1) return `You have removed ${String(removed)} so far. One more and you are there.`;
  if (removed > 0) return `You have removed ${String(removed)} so far; the same care finishes the rest.`;
  return 'Each of these has a known way out, given above. Take them one by one, then read your program once more as an attacker would.';
}

function weaknesses(count: number): string {
  return count === 1 ? '1 weakness' : `${String(count)} weaknesses`;
}

function signed(points: number): string {
  return points > 0 ? `+${String(points)}` : String(points);
}
