import type { Analyzer } from './corpus-analyzer.ts';
import type { FuzzInput } from './fuzz-input.ts';

/** Longest time for one input of at most 20,000 code units. */
export const TIME_LIMIT_MS = 1000;

/** What came of one input. */
export interface FuzzOutcome {
  readonly ms: number;
  readonly findings: number;
  /** Why the file was not covered; that is an answer too, unless it says that the detector broke. */
  readonly notCovered: string | undefined;
  /** What is wrong; absent when all is well. */
  readonly fault?: string;
}

/** Reasons that stand for an exception which somebody caught. */
const BROKEN = /broke|crash|fail|unexpected|internal|exception|stack/i;

/** File endings of a language, in turn, so that every dialect gets its share. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  python: ['py'],
  javascript: ['js', 'ts', 'jsx', 'tsx'],
};

export function pathOf(language: string, index: number): string {
  const endings = ENDINGS[language] ?? ['txt'];
  return `input.${endings[index % endings.length] ?? endings[0]}`;
}

/** Runs one input through parser, front end, evaluation and rules. */
export async function checkInput(
  { analyze }: Pick<Analyzer, 'analyze'>,
  path: string,
  { text }: FuzzInput,
): Promise<FuzzOutcome> {
  const outcome = await once(analyze, path, text);
  // The clock also counts what other processes took: only what is slow twice is slow.
  if (outcome.fault !== undefined || outcome.ms <= TIME_LIMIT_MS) return outcome;
  const again = await once(analyze, path, text);
  return again.ms <= TIME_LIMIT_MS ? again : { ...again, fault: `It took ${again.ms.toFixed(0)} ms.` };
}

async function once(analyze: Analyzer['analyze'], path: string, text: string): Promise<FuzzOutcome> {
  const startedMs = performance.now();
  try {
    const { findings, notCovered } = await analyze([{ path, text }]);
    const reason = notCovered[0]?.reason;
    return {
      ms: performance.now() - startedMs,
      findings: findings.length,
      notCovered: reason,
      ...(reason !== undefined && BROKEN.test(reason) ? { fault: reason } : {}),
    };
  } catch (error) {
    return {
      ms: performance.now() - startedMs,
      findings: 0,
      notCovered: undefined,
      fault:
        error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : 'something that is no error was thrown',
    };
  }
}
