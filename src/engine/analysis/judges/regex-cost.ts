import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';

/** What is used of recheck; see its documentation. */
interface Checker {
  readonly checkSync: (source: string, flags: string, parameters: object) => Checked;
}

interface Checked {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly complexity: { readonly type: string; readonly degree: number };
}

/** How long matching takes for the worst input of a length. `unknown`: the time for finding out was over. */
export interface RegexCost {
  readonly kind: 'linear' | 'polynomial' | 'exponential' | 'unknown';
  /** Of a polynomial: 2 for quadratic. */
  readonly degree: number;
}

const UNKNOWN: RegexCost = { kind: 'unknown', degree: 0 };
const LINEAR: RegexCost = { kind: 'linear', degree: 1 };

/** Longer ones are tables of words, and take long to judge. */
const LONGEST = 400;
/** For safety only: the usual limit is the number of steps, so that results do not depend on the machine. */
const TIME_MS = 1000;
/** Different expressions that one process judges, before it says `unknown`. */
const MOST = 2000;

/** `src/engine/analysis/judges` and the same folder of `dist` lie equally deep below the package. */
const CHECKER = new URL('../../../../vendor/recheck/browser.cjs.br', import.meta.url);
const judged = new Map<string, RegexCost>();
let checker: Checker | undefined;

/**
 * How matching a regular expression by backtracking grows with its input.
 *
 * Asks recheck (pure JavaScript, 0.2 s to load), and only for expressions in which two repetitions can meet at all.
 *
 * @param source In JavaScript's syntax.
 * @param flags JavaScript's flags that change what matches: `i`, `s`, `m`, `u`.
 */
export function regexCost(source: string, flags: string): RegexCost {
  if (!canBacktrack(source)) return LINEAR;
  if (source.length > LONGEST) return UNKNOWN;
  const id = `${flags}/${source}`;
  const known = judged.get(id);
  if (known !== undefined) return known;
  if (judged.size >= MOST) return UNKNOWN;
  const cost = judge(source, flags);
  judged.set(id, cost);
  return cost;
}

/** Whether the expression repeats without a limit at a place that is tried again and again. */
export function canBacktrack(source: string): boolean {
  const plain = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  const repeats = plain.match(/[^(|^][*+]|\{\d+,\d*\}/g)?.length ?? 0;
  return repeats > 1 || (repeats === 1 && !plain.startsWith('^')) || /\)(?:[*+]|\{\d)/.test(plain);
}

/** Whether a repetition stands inside a repetition, or alternatives do: without that nothing grows exponentially. */
export function canExplode(source: string): boolean {
  const plain = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  return /\)(?:[*+]|\{\d+,)/.test(plain);
}

function judge(source: string, flags: string): RegexCost {
  const isFirst = checker === undefined;
  checker ??= loadChecker();
  try {
    const parameters = { checker: 'automaton', maxNFASize: 5000, timeout: TIME_MS, recallTimeout: -1 };
    const judgement = checker.checkSync(source, flags, parameters);
    // While the first is judged, the checker itself is compiled: on a busy machine its time is over before.
    const found = isFirst && judgement.status === 'unknown' ? checker.checkSync(source, flags, parameters) : judgement;
    if (found.status === 'safe') return LINEAR;
    if (found.status !== 'vulnerable') return UNKNOWN;
    const { complexity } = found;
    return complexity.type === 'exponential'
      ? { kind: 'exponential', degree: Infinity }
      : { kind: 'polynomial', degree: complexity.degree };
  } catch {
    // It breaks off on syntax that it does not know.
    return UNKNOWN;
  }
}

function loadChecker(): Checker {
  // The build for browsers: the other one starts processes. It is a module of CommonJS that asks for no other.
  const code = brotliDecompressSync(readFileSync(CHECKER)).toString('utf8');
  const module: { readonly exports: Partial<Checker> } = { exports: {} };
  Reflect.apply(compileFunction(code, ['module', 'exports']), undefined, [module, module.exports]);
  const { checkSync } = module.exports;
  if (checkSync === undefined) throw new TypeError('recheck gives no checkSync.');
  return { checkSync };
}
