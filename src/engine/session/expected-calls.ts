import type { Finding } from '#core/finding.ts';
import type { Language } from '../syntax/language.ts';
import { type EarlierReply, type FixBrief, MAX_STEPS, type Prompt, type Strategy } from './strategy.ts';

/** What a session with one strategy asks the model that writes, where nothing ends it early. */
export interface ExpectedCalls {
  /** Calls, all steps of all dialogues counted. */
  readonly calls: number;
  /** Rounds of fixing. */
  readonly rounds: number;
}

/** Where a session begins, and how long it may go on. */
export interface ExpectedSession {
  readonly language: Language;
  /** The program is written; otherwise it came with the task. */
  readonly isWritten: boolean;
  readonly maxIterations: number;
}

/** What a model might say at a step: weaknesses, for strategies that go on with what was named. */
const REPLY = '1. CWE-89\n2. CWE-78\n3. CWE-79';

/**
 * Asks the strategy itself, with replies that say little and a finding that never goes away: strategies are pure, and only they
 * know how many steps their dialogues have.
 */
export function expectedCalls(strategy: Strategy, session: ExpectedSession): ExpectedCalls {
  const { language, isWritten, maxIterations } = session;
  const earlier: EarlierReply[] = [];
  let calls = 0;
  if (isWritten) {
    const generate = (): Prompt => strategy.generate({ request: 'A program.', language, iteration: 0, earlier });
    calls += callsIn(generate, earlier, 0);
  }
  const { fix } = strategy;
  if (fix === undefined) return { calls, rounds: 0 };
  const fixed = isWritten ? strategy.rounds?.written : strategy.rounds?.given;
  const rounds = Math.min(maxIterations, fixed ?? maxIterations);
  for (let iteration = 1; iteration <= rounds; iteration += 1) {
    calls += callsIn(() => fix({ ...briefIn(session), iteration, earlier }), earlier, iteration);
  }
  return { calls, rounds };
}

/** Calls of one iteration; what is said in it is added to `earlier`. */
function callsIn(prompt: () => Prompt, earlier: EarlierReply[], iteration: number): number {
  for (let calls = 1; calls <= MAX_STEPS; calls += 1) {
    const { step } = prompt();
    if (step === undefined) return calls;
    earlier.push({ iteration, step, text: REPLY });
  }
  return MAX_STEPS + 1;
}

function briefIn({ language, isWritten }: ExpectedSession): FixBrief {
  const path = `main.${language.id}`;
  const files = [{ path, text: '\n' }];
  const finding: Finding = {
    detector: 'expected',
    rule: 'expected',
    cwes: ['CWE-89'],
    severity: 'high',
    confidence: 'high',
    span: { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    message: 'There is a weakness.',
    fingerprint: 'expected',
  };
  return {
    request: 'A program.',
    language,
    iteration: 1,
    earlier: [],
    ...(isWritten ? {} : { given: files }),
    files,
    findings: [finding],
    faults: [],
    guidance: [],
    foreseen: [],
    score: -1,
    ledgers: [],
    instructions: [],
    flatRounds: 0,
  };
}
