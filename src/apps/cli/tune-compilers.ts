import { setFlagsFromString } from 'node:v8';

/** Characters up to which quick compilation wins; measured: 0.66 million characters of Python took half the time with it. */
const SHORT_WORK = 2_000_000;

/**
 * Tells the engine how long the process has work for the code that it compiles. Has to be called before the first module of
 * WebAssembly is compiled.
 *
 * @param characters - How much code is going to be analysed.
 */
export function tuneCompilers(characters: number): void {
  // WebAssembly is compiled once, quickly, instead of twice, the second time well: for work so short that the process would
  // wait for the second compiler longer than it works.
  if (characters <= SHORT_WORK) setFlagsFromString('--liftoff-only');
  for (const flag of flagsFor(process.versions.v8)) setFlagsFromString(flag);
}

/**
 * The flags for much code that runs little, as an analysis is: functions run four times as often as usual before they are
 * optimised, and take fewer others into themselves. With the usual limits a third of the processor's time went to the
 * optimising compiler, for 100,000 lines of C. Engines whose flags are not known get none: they print a complaint about a
 * flag that they do not have.
 */
export function flagsFor(v8: string): readonly string[] {
  const major = Number.parseInt(v8, 10);
  if (major === 11) return ['--interrupt-budget=600000', LITTLE_INLINING];
  return major === 12 || major === 13 ? ['--invocation-count-for-turbofan=12000', LITTLE_INLINING] : [];
}

/** Bytes of bytecode; usually 920. */
const LITTLE_INLINING = '--max-inlined-bytecode-size-cumulative=300';
