import type { EvalResult } from '../eval-result.ts';
import { scoredAt, scoredAtEnd } from '../program-at.ts';

export interface PickOptions {
  /** Scorer whose word counts for security. */
  readonly security: string;
  /** Results shown in full. */
  readonly embedded: number;
  /** Results with one line each, beyond those. */
  readonly listed: number;
}

/** Takes results in, one after another, and keeps the most telling: memory does not grow with their number. */
export interface SamplePick {
  readonly add: (result: EvalResult) => void;
  readonly picked: () => {
    readonly embedded: readonly EvalResult[];
    readonly listed: readonly EvalResult[];
    readonly total: number;
  };
}

/** Picks by what is to be learned from a sample; the order in which results came in makes no difference. */
export function samplePick({ security, embedded, listed }: PickOptions): SamplePick {
  const room = embedded + listed;
  let kept: readonly EvalResult[] = [];
  let waiting: EvalResult[] = [];
  let total = 0;
  const settle = (): readonly EvalResult[] => {
    const weight = new Map([...kept, ...waiting].map((result) => [result, telling(result, security)]));
    kept = [...weight.keys()]
      .sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || a.index - b.index)
      .slice(0, room);
    waiting = [];
    return kept;
  };
  return {
    add: (result) => {
      total += 1;
      waiting.push(result);
      if (waiting.length > room) settle();
    },
    picked: () => {
      const all = settle();
      return { embedded: all.slice(0, embedded), listed: all.slice(embedded), total };
    },
  };
}

/** Made worse, then gamed, not fixed, fixed, unscored; secure from the first tells least. */
function telling(result: EvalResult, security: string): number {
  const end = scoredAtEnd(result, security);
  if (end === undefined) return 1;
  const start = scoredAt(result, security, 0);
  if (start?.passes === true && !end.passes) return 5;
  if (result.iterations.some(({ changeFaults }) => changeFaults.length > 0)) return 4;
  if (!end.passes) return 3;
  return start?.passes === false ? 2 : 0;
}
