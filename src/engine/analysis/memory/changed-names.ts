import type { Expression, Statement } from '../ir.ts';
import { walk } from '../judges/walk.ts';

/** How a loop changes a variable. */
export interface Change {
  /** What each of its steps adds, when all of them are constants. */
  readonly steps: readonly number[];
  /** It is also set in other ways. */
  readonly isSet: boolean;
  /** Whatever is done to it makes it smaller. */
  readonly isFalling?: boolean;
  /** Nothing but adding to it or taking from it: a pointer stays in its memory. */
  readonly isMoved?: boolean;
}

export interface LoopChanges {
  readonly names: ReadonlyMap<string, Change>;
  /** Members that are assigned, whatever their object is. */
  readonly members: ReadonlySet<string>;
  /** Names that are declared in more than one place: an inner one hides the outer one for its block. */
  readonly declaredAgain: ReadonlySet<string>;
  /** Something may leave the loop early. */
  readonly canLeave: boolean;
}

const known = new WeakMap<readonly Statement[], LoopChanges>();

/** What a list of statements may change; the body of a function is asked for again and again. */
export function changedBy(body: readonly Statement[]): LoopChanges {
  const before = known.get(body);
  if (before !== undefined) return before;
  const changes = changedIn(body);
  known.set(body, changes);
  return changes;
}

/** What one round of a loop may change. */
export function changedIn(nodes: readonly (Statement | Expression)[]): LoopChanges {
  const names = new Map<string, Change>();
  const members = new Set<string>();
  const declared = new Set<string>();
  const declaredAgain = new Set<string>();
  let canLeave = false;
  const note = (target: Expression, step: number | undefined, operator?: string): void => {
    if (target.kind === 'member') members.add(target.property);
    if (target.kind !== 'name') return;
    const known = names.get(target.name) ?? { steps: [], isSet: false, isFalling: true, isMoved: true };
    const isFalling = known.isFalling === true && operator === '-';
    const isMoved = known.isMoved === true && operator !== undefined && MOVES.has(operator);
    names.set(
      target.name,
      step === undefined
        ? { ...known, isFalling, isMoved, isSet: true }
        : { ...known, isFalling, isMoved, steps: [...known.steps, step].slice(0, 4) },
    );
  };
  for (const node of walk(nodes)) {
    switch (node.kind) {
      case 'assignment':
        note(node.target, stepOf(node.operator, node.value), node.operator);
        break;
      case 'assign':
        for (const target of node.targets) note(target, stepOf(node.operator, node.value), node.operator);
        break;
      case 'unary':
        if (node.operator === 'increment') note(node.operand, 1, '+');
        else if (node.operator === 'decrement') note(node.operand, -1, '-');
        else if (node.operator === 'address') note(node.operand, undefined);
        break;
      case 'declare':
        names.set(node.name, { steps: [], isSet: true });
        if (declared.has(node.name)) declaredAgain.add(node.name);
        declared.add(node.name);
        break;
      case 'break':
      case 'return':
      case 'goto':
      case 'raise':
        canLeave = true;
        break;
      default:
    }
  }
  return { names, members, declaredAgain, canLeave };
}

const MOVES: ReadonlySet<string> = new Set(['+', '-']);

function stepOf(operator: string | undefined, value: Expression): number | undefined {
  if (value.kind !== 'literal' || typeof value.value !== 'number') return undefined;
  return operator === '+' ? value.value : operator === '-' ? -value.value : undefined;
}
