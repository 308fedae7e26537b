import type { Analyzer } from './corpus-analyzer.ts';
import type { FuzzInput } from './fuzz-input.ts';

/** Longest time for one input of at most 20,000 code units. */
export const TIME_LIMIT_MS = 1000;

/** What came of one input. */
export interface FuzzOutcome {
  /** Of the processor, so that a busy machine does not count. */
  readonly ms: number;
  readonly findings: number;
  /** Why the file was not covered; that is an answer too, unless it says that the detector broke. */
  readonly notCovered: string | undefined;
  /** What is wrong; absent when all is well. */
  readonly fault?: string;
}

/** The parser is another's library, which damaged text can end; the next file gets a new one, and this is all that is lost. */
const PARSER_ENDED = /^The parser failed on this file/;
/** Reasons that stand for an exception which somebody caught. */
const BROKEN = /broke|crash|fail|unexpected|internal|exception|stack/i;

/** File endings of a language, in turn, so that every dialect gets its share. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  python: ['py'],
  javascript: ['js', 'ts', 'jsx', 'tsx'],
  c: ['c', 'h'],
  cpp: ['cpp', 'hpp'],
  go: ['go'],
  java: ['java'],
};

/** Whether a file's name says that it is of a language. */
export function isOfLanguage(path: string, language: string): boolean {
  return ENDINGS[language]?.some((ending) => path.endsWith(`.${ending}`)) ?? false;
}

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
  // The first of its kind is compiled while it runs: only what is slow twice is slow.
  if (outcome.fault !== undefined || outcome.ms <= TIME_LIMIT_MS) return outcome;
  const again = await once(analyze, path, text);
  return again.ms <= TIME_LIMIT_MS ? again : { ...again, fault: `It took ${again.ms.toFixed(0)} ms.` };
}

async function once(analyze: Analyzer['analyze'], path: string, text: string): Promise<FuzzOutcome> {
  const before = process.cpuUsage();
  const elapsedMs = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  try {
    const { findings, notCovered } = await analyze([{ path, text }]);
    const reason = notCovered[0]?.reason;
    return {
      ms: elapsedMs(),
      findings: findings.length,
      notCovered: reason,
      ...(reason !== undefined && BROKEN.test(reason) && !PARSER_ENDED.test(reason) ? { fault: reason } : {}),
    };
  } catch (error) {
    return {
      ms: elapsedMs(),
      findings: 0,
      notCovered: undefined,
      fault:
        error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : 'something that is no error was thrown',
    };
  }
}
