import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { childrenOf, type IrNode } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Reads or writes at a cursor that go further than what was asked for just before. */
export interface ShortAsk {
  readonly asked: number;
  readonly used: number;
  readonly at: Place;
}

/** What readers call the question whether so many bytes are left. */
const ASKS =
  /^(?:require|ensure|need|needs|check|has|have|can_?(?:read|take|write)|expect|reserve_?read|check_?(?:size|bytes|length|remaining|space|bounds)|has_?(?:bytes|data|remaining|left|room)?|ensure_?(?:bytes|available|remaining|size)?|require_?(?:bytes|size|remaining)?|remaining|available|enough)_?$/i;

/** `if (!Require(2)) return 0; … data_[pos_ + 3] …`, `if (pos + 2 > size) break; … data[pos + 2] …` */
export function shortAsks({ body }: IrFunction): readonly ShortAsk[] {
  const lists: (readonly Statement[])[] = [body];
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind === 'if') lists.push(node.then, node.otherwise);
    else if (node.kind === 'loop' || node.kind === 'for-each' || node.kind === 'block') lists.push(node.body);
    else if (node.kind === 'try') lists.push(node.body);
    else if (node.kind === 'switch') lists.push(...node.cases.map((one) => one.body));
  }
  return lists.flatMap((list) => asksIn(list));
}

interface Asked {
  readonly bytes: number;
  /** The cursor, where the question names it. */
  readonly cursor: string | undefined;
}

function asksIn(list: readonly Statement[]): readonly ShortAsk[] {
  const found: ShortAsk[] = [];
  list.forEach((statement, position) => {
    const asked = askedBy(statement);
    if (asked === undefined) return;
    const furthest = furthestUse(list.slice(position + 1), asked.cursor);
    if (furthest !== undefined && furthest.used > asked.bytes)
      found.push({ asked: asked.bytes, used: furthest.used, at: furthest.at });
  });
  return found;
}

/** How many bytes are there behind a statement that leaves when there are fewer. */
function askedBy(statement: Statement): Asked | undefined {
  if (statement.kind === 'evaluate') return askedOf(statement.value);
  if (statement.kind !== 'if' || !leaves(statement.then.at(-1)) || statement.otherwise.length > 0) return undefined;
  const { test } = statement;
  if (test.kind === 'unary' && test.operator === 'not') return askedOf(test.operand);
  if (test.kind !== 'compare') return undefined;
  const { operator, left, right } = test;
  // `size - at < 4`, `4 > size - at`
  const less =
    operator === '<' ? { room: left, bytes: right } : operator === '>' ? { room: right, bytes: left } : undefined;
  if (less?.bytes.kind === 'literal' && typeof less.bytes.value === 'number' && less.room.kind === 'binary') {
    const cursor = less.room.operator === '-' ? placePath(less.room.right) : undefined;
    return cursor === undefined ? undefined : { bytes: less.bytes.value, cursor };
  }
  // `at + 4 > size`
  const sum = operator === '>' ? left : operator === '<' ? right : undefined;
  const size = operator === '>' ? right : left;
  if (sum?.kind !== 'binary' || sum.operator !== '+' || sum.right.kind !== 'literal') return undefined;
  if (!isSize(size)) return undefined;
  const cursor = placePath(sum.left);
  return cursor === undefined || typeof sum.right.value !== 'number' ? undefined : { bytes: sum.right.value, cursor };
}

function isSize(expression: Expression): boolean {
  return /size|len|length|end|limit|count/i.test(lastName(expression));
}

function askedOf(call: Expression): Asked | undefined {
  if (call.kind !== 'call' || call.arguments.length !== 1 || !ASKS.test(lastName(call.callee))) return undefined;
  const bytes = call.arguments[0]?.value;
  return bytes?.kind === 'literal' && typeof bytes.value === 'number'
    ? { bytes: bytes.value, cursor: undefined }
    : undefined;
}

function leaves(statement: Statement | undefined): boolean {
  return statement !== undefined && /^(?:return|raise|break|continue|goto)$/.test(statement.kind);
}

/**
 * How far behind where the cursor stood the statements reach that run one after the other, up to what nobody can follow. The
 * cursor is the first variable that is used as one, unless it is known.
 */
function furthestUse(
  list: readonly Statement[],
  known: string | undefined,
): { readonly used: number; readonly at: Place } | undefined {
  let cursor = known;
  let moved = 0;
  let furthest: { readonly used: number; readonly at: Place } | undefined;
  const use = (behind: number, at: Place): void => {
    if (furthest === undefined || moved + behind + 1 > furthest.used) furthest = { used: moved + behind + 1, at };
  };
  const visit = (node: IrNode): boolean => {
    if (node.kind === 'index') {
      const place = cursorPlace(node.index);
      if (place !== undefined && (cursor === undefined || place.path === cursor)) {
        cursor = place.path;
        use(place.behind, node.at);
        if (place.moves) moved += 1;
        return true;
      }
    }
    if (node.kind === 'assign' && placePath(node.targets[0]) === cursor && cursor !== undefined) {
      if (!visitAll([node.value])) return false;
      if (node.operator !== '+' || node.value.kind !== 'literal' || typeof node.value.value !== 'number') return false;
      moved += node.value.value;
      return true;
    }
    if (node.kind === 'unary' && node.operator === 'increment' && placePath(node.operand) === cursor) {
      moved += 1;
      return true;
    }
    // What a call does to the cursor is in its own code.
    if (node.kind === 'call' && (node.callee.kind === 'name' || isOwn(node.callee)) && node.isNew !== true)
      return isPure(node) && visitAll(childrenOf(node, false));
    if (node.kind === 'conditional' || node.kind === 'logical' || node.kind === 'function') return false;
    return visitAll(childrenOf(node, false));
  };
  const visitAll = (nodes: readonly IrNode[]): boolean => nodes.every((node) => visit(node));
  for (const statement of list) {
    if (!/^(?:declare|assign|evaluate|return)$/.test(statement.kind) || askedBy(statement) !== undefined) break;
    if (!visit(statement)) break;
  }
  return furthest;
}

function isOwn(callee: Expression): boolean {
  return callee.kind === 'member' && callee.object.kind === 'unary';
}

/** Calls of conversions and of the library. */
function isPure({ callee }: Extract<Expression, { kind: 'call' }>): boolean {
  return /^(?:u?int(?:8|16|32|64)_t|size_t|std|to_integer|char|push_back)$/.test(lastName(callee));
}

/** `at`, `at + 3`, `at++` */
function cursorPlace(
  index: Expression,
): { readonly path: string; readonly behind: number; readonly moves: boolean } | undefined {
  if (index.kind === 'unary' && index.operator === 'increment' && index.isPostfix === true) {
    const path = placePath(index.operand);
    return path === undefined ? undefined : { path, behind: 0, moves: true };
  }
  if (index.kind === 'binary' && index.operator === '+' && index.right.kind === 'literal') {
    const path = placePath(index.left);
    const { value } = index.right;
    return path === undefined || typeof value !== 'number' ? undefined : { path, behind: value, moves: false };
  }
  const path = placePath(index);
  return path === undefined ? undefined : { path, behind: 0, moves: false };
}
