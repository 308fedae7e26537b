import type { Expression, Statement } from '../ir.ts';
import type { Value } from '../value.ts';
import { truthOf } from './fold.ts';
import { anyItem } from './items.ts';
import type { Exit, Machine } from './machine.ts';
import { UNKNOWN } from './make-value.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>;

/** `while`, `do`, and `for` with a test. */
export function runLoop(machine: Machine, loop: Of<'loop'>, label?: string): void {
  if (loop.before !== undefined) machine.run(loop.before);
  const { isBroken } = repeat(machine, label, loop.body, {
    enter: () => {
      if (loop.test === undefined) return true;
      // The first round is certain, and says nothing of how long it goes on.
      if (loop.isTestedAfter === true) return undefined;
      const truth = truthOf(machine.evaluate(loop.test));
      if (truth !== false) machine.refine(loop.test, true);
      return truth;
    },
    again: () => {
      machine.run(loop.step ?? []);
      if (loop.test !== undefined && loop.isTestedAfter === true) machine.evaluate(loop.test);
    },
    isAtLeastOnce: loop.isTestedAfter === true,
    isEndless: loop.test === undefined || isConstant(loop.test),
  });
  // Who breaks off has not seen the test fail.
  if (loop.test !== undefined && !isBroken && !machine.frame.environment.isDead) machine.refine(loop.test, false);
  if (loop.otherwise !== undefined) machine.run(loop.otherwise);
}

/** A loop over the items of something. */
export function runForEach(machine: Machine, loop: Of<'for-each'>, label?: string): void {
  const iterable = machine.evaluate(loop.iterable);
  const item: Value =
    loop.isOverKeys === true || iterable.form === 'record'
      ? {
          ...UNKNOWN,
          taints: iterable.isClosed === true ? [] : iterable.taints,
          ...(iterable.isClosed === true ? { isFixed: true } : {}),
        }
      : anyItem(iterable);
  repeat(machine, label, loop.body, {
    enter: () => {
      machine.store(loop.target, item);
      return undefined;
    },
    again: () => undefined,
    isAtLeastOnce: false,
    isEndless: false,
  });
  if (loop.otherwise !== undefined) machine.run(loop.otherwise);
}

interface Repetition {
  /** Starts a round; `false` when the test shows that there is none. */
  readonly enter: () => boolean | undefined;
  readonly again: () => void;
  readonly isAtLeastOnce: boolean;
  readonly isEndless: boolean;
}

/** How the source of an item is told from that of the whole. */
const ITEM = '\u0001[]';

/** Loops nested deeper than this are run once. */
const DEEPEST_TWICE = 2;

/**
 * Runs a body twice: what the first round leaves is what the second one may find. More rounds tell nothing new of where
 * data flows in all but contrived code.
 */
function repeat(
  machine: Machine,
  label: string | undefined,
  body: readonly Statement[],
  repetition: Repetition,
): { readonly isBroken: boolean } {
  const { frame } = machine;
  const base = frame.environment;
  const rounds = frame.loopDepth < DEEPEST_TWICE ? 2 : 1;
  const exit: Exit = { label, isLoop: true, base, entry: base, breaks: [], continues: [] };
  let isEndless = repetition.isEndless;
  frame.loopDepth += 1;
  frame.exits.push(exit);
  for (let round = 0; round < rounds && !base.isDead; round += 1) {
    const entry = base.branch();
    frame.environment = entry;
    exit.breaks.length = 0;
    exit.continues.length = 0;
    const truth = repetition.enter();
    if (truth === false && !repetition.isAtLeastOnce) break;
    if (truth !== true) isEndless = false;
    exit.entry = entry;
    const inner = entry.branch();
    frame.environment = inner;
    machine.run(body);
    entry.join([inner, ...exit.continues]);
    frame.environment = entry;
    if (!entry.isDead) repetition.again();
    const isSkippable = !repetition.isAtLeastOnce && truth !== true;
    const tested = entry.isDead || exit.breaks.length > 0 ? [] : entry.guardsAbove(base);
    base.join([...(isSkippable || round > 0 ? [base.branch()] : []), entry, ...exit.breaks]);
    // Who comes out at the end has seen every item pass: `for (…) if (!isalnum(text[i])) return;`
    for (const [source, kinds] of tested) if (source.endsWith(ITEM)) base.guard(source.slice(0, -ITEM.length), kinds);
    if (isEndless && round === rounds - 1 && exit.breaks.length === 0) base.isDead = true;
  }
  frame.exits.pop();
  frame.loopDepth -= 1;
  frame.environment = base;
  return { isBroken: exit.breaks.length > 0 };
}

/** `while (true)`: what else holds when a loop begins may stop to hold. */
function isConstant(test: Expression): boolean {
  return test.kind === 'literal' || (test.kind === 'unary' && isConstant(test.operand));
}
