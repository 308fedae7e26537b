import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { type IrNode, walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

/** What gives something that has to be closed, beside the constructors of files. */
const GIVES =
  /^(?:getConnection|prepareStatement|prepareCall|createStatement|executeQuery|newInputStream|newOutputStream|newBufferedReader|newBufferedWriter|newFixedThreadPool|newCachedThreadPool|newSingleThreadExecutor|newScheduledThreadPool|newWorkStealingPool)$/;
const CLOSES = /^(?:close|shutdown|shutdownNow)$/;
const LISTS = /^Files\.(?:list|walk|lines|find)$/;

export interface StraightWay {
  readonly at: Place;
  readonly name: string;
}

/**
 * Resources that are closed behind statements that may throw, and nowhere in a `finally`: whatever is thrown in between, or
 * given back, leaves them open.
 */
export function closedStraight(
  { body }: IrFunction,
  isOpening: (value: Expression) => boolean,
): readonly StraightWay[] {
  const opened = new Map<string, Place>();
  const closed = new Set<string>();
  const safe = new Set<string>();
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind === 'assign' && node.targets.length === 1) {
      const [target] = node.targets;
      if (target?.kind === 'name' && (isOpening(node.value) || gives(node.value)))
        opened.set(target.name, node.value.at);
      // What is kept or handed on is closed by whoever has it.
      else if (node.value.kind === 'name') safe.add(node.value.name);
    } else if (node.kind === 'try') {
      for (const inner of walk([...node.finally, ...node.handlers.flatMap((one) => one.body)], {
        intoFunctions: false,
      }))
        if (inner.kind === 'name') safe.add(inner.name);
    } else if (node.kind === 'with') {
      for (const { value, target } of node.resources) {
        if (target !== undefined) safe.add(writtenName(target));
        for (const inner of walk([value], { intoFunctions: false })) if (inner.kind === 'name') safe.add(inner.name);
      }
    } else if (node.kind === 'return' && node.value?.kind === 'name') safe.add(node.value.name);
    else if (node.kind === 'function') {
      for (const inner of walk(node.function.body)) if (inner.kind === 'name') safe.add(inner.name);
    } else if (node.kind === 'call') {
      const { callee } = node;
      if (callee.kind === 'member' && callee.object.kind === 'name' && CLOSES.test(callee.property))
        closed.add(callee.object.name);
      // `new BufferedReader(reader)` closes what it is made of.
      if (node.isNew === true || /^(?:closeQuietly|close\w*)$/.test(lastName(callee)))
        for (const { value } of node.arguments) if (value.kind === 'name') safe.add(value.name);
    }
  }
  return [...opened]
    .filter(([name, at]) => closed.has(name) && !safe.has(name) && isUsedBetween(body, name, at))
    .map(([name, at]) => ({ at, name }));
}

function gives(given: Expression): boolean {
  const value = given.kind === 'cast' ? given.operand : given;
  return value.kind === 'call' && GIVES.test(value.callee.kind === 'member' ? value.callee.property : '');
}

/** Whether anything that may throw is done with it before it is closed. */
function isUsedBetween(body: readonly IrNode[], name: string, opened: Place): boolean {
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind !== 'call' || node.at.start <= opened.end) continue;
    const { callee } = node;
    const isOn = callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === name;
    if (isOn && CLOSES.test(callee.property)) return false;
    if (isOn || node.arguments.some(({ value }) => value.kind === 'name' && value.name === name)) return true;
  }
  return false;
}

/** `Files.list(folder).map(…)` outside of the head of a `try`: the folder stays open. */
export function openListings({ body }: IrFunction): readonly Place[] {
  const heads = new Set<Expression>();
  const found: Place[] = [];
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind === 'with')
      for (const { value } of node.resources) for (const one of walk([value])) if (one.kind === 'call') heads.add(one);
    if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.object.kind !== 'call') continue;
    const made = node.callee.object;
    if (!heads.has(made) && LISTS.test(nameOf(made.callee)) && !CLOSES.test(node.callee.property)) found.push(made.at);
  }
  return found;
}

function nameOf(callee: Expression): string {
  return callee.kind === 'member' ? `${lastName(callee.object)}.${callee.property}` : '';
}
