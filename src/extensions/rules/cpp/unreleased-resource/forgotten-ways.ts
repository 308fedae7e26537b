import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place, Statement } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { releasedBy, type Taken } from './taken.ts';
import { speaksOf } from '#engine/analysis/judges/speaks-of.ts';

/** Where a thing is: not taken yet, or nothing at all; in the hands of the function; given back or handed on. */
type State = 'none' | 'held' | 'gone';

/** Calls that keep what they are given. */
const KEEPS =
  /adopt|own|attach|^add|push|insert|emplace|regist|store|enqueue|submit|assign|^reset$|^make_|^create|start|spawn|post|wrap|track|manage|transfer|move|install|append|unique|shared|schedule|watch/i;
const NOTHING = /^(?:INVALID\w*|NULL|nullptr|MAP_FAILED|k?Invalid\w*)$/;

/** Ways out of a function on which it holds what it gives back, or hands on, on another way behind. */
export function forgottenWays({ body }: IrFunction, taken: Taken): readonly Place[] {
  const found: Place[] = [];
  const last = Math.max(-1, ...taken.released);
  const handed = taken.isMemory ? lastReturn(body, taken.name) : -1;
  const leave = (at: Place, value: Expression | undefined, state: State): void => {
    if (state !== 'held' || (value !== undefined && speaksOf(value, taken.name))) return;
    if (at.start < last || at.start < handed) found.push(at);
  };
  const run = (list: readonly Statement[], before: State): State | 'left' => {
    let state: State = before;
    for (const statement of list) {
      const after = step(statement, state);
      if (after === 'left') return 'left';
      state = after;
    }
    return state;
  };
  const step = (statement: Statement, state: State): State | 'left' => {
    if (statement.at.start === taken.at.start && statement.at.end === taken.at.end) return 'held';
    switch (statement.kind) {
      case 'return':
        leave(statement.at, statement.value, afterExpressions([statement.value], state, taken.name));
        return 'left';
      case 'raise':
        leave(statement.at, statement.value, state);
        return 'left';
      case 'break':
      case 'continue':
        return 'left';
      case 'if': {
        const asked = afterExpressions([statement.test], state, taken.name);
        const empty = emptyWhere(statement.test, taken.name);
        const then = run(statement.then, empty === 'then' ? 'none' : asked);
        const otherwise = run(statement.otherwise, empty === 'otherwise' ? 'none' : asked);
        return joined(then, otherwise, empty, asked);
      }
      case 'block':
        return run(statement.body, state);
      case 'loop':
      case 'for-each': {
        const inner = run(statement.body, state);
        return inner === 'left' ? state : joined(inner, state, undefined, state);
      }
      case 'switch': {
        const ends = statement.cases.map((one) => run(one.body, state));
        return ends.includes('gone') ? 'gone' : state;
      }
      case 'try': {
        const inner = run(statement.body, state);
        for (const handler of statement.handlers) run(handler.body, inner === 'gone' ? 'gone' : 'none');
        return inner;
      }
      case 'function':
      case 'class':
        return state;
      default:
        return afterStatement(statement, state, taken.name);
    }
  };
  run(body, 'none');
  return found;
}

function joined(
  then: State | 'left',
  otherwise: State | 'left',
  empty: 'then' | 'otherwise' | undefined,
  asked: State,
): State | 'left' {
  if (then === 'left') return otherwise;
  if (otherwise === 'left') return then;
  if (empty !== undefined && asked === 'held') return empty === 'then' ? otherwise : then;
  return then === otherwise ? then : 'gone';
}

function afterStatement(statement: Statement, state: State, name: string): State {
  if (state !== 'held') return state;
  if (releasedBy(statement) === name) return 'gone';
  if (statement.kind === 'assign' || statement.kind === 'declare') {
    const { value } = statement;
    // `other = taken`, `out->slot = taken`
    if (value !== undefined && (isName(value, name) || (value.kind === 'cast' && isName(value.operand, name))))
      return 'gone';
    if (statement.kind === 'assign' && statement.targets.some((target) => isName(target, name))) return 'gone';
    return afterExpressions([value], state, name);
  }
  return statement.kind === 'evaluate' ? afterExpressions([statement.value], state, name) : state;
}

/** What calls in expressions do with it. */
function afterExpressions(values: readonly (Expression | undefined)[], state: State, name: string): State {
  if (state !== 'held') return state;
  for (const node of walk(values.filter((value) => value !== undefined))) {
    if (releasedBy(node) === name) return 'gone';
    if (node.kind === 'assignment' && isName(node.value, name)) return 'gone';
    if (node.kind === 'sequence' && node.items.some((item) => isName(item, name))) return 'gone';
    if (node.kind !== 'call') continue;
    const isGiven = node.arguments.some(
      ({ value }) => isName(value, name) || (value.kind === 'cast' && isName(value.operand, name)),
    );
    if (
      isGiven &&
      (node.isNew === true ||
        KEEPS.test(lastName(node.callee)) ||
        /^set[A-Z_]/.test(lastName(node.callee)) ||
        /^[A-Z]\w*[a-z]\w*$/.test(typeName(node.callee)))
    )
      return 'gone';
  }
  return state;
}

/** `Listener(fd)`: a plain call of a name that begins with a capital may make an object. */
function typeName(callee: Expression): string {
  return callee.kind === 'name' ? callee.name : '';
}

/** The branch of a test in which there is nothing to give back. */
function emptyWhere(test: Expression, name: string): 'then' | 'otherwise' | undefined {
  if (test.kind === 'logical') {
    const sides = [emptyWhere(test.left, name), emptyWhere(test.right, name)];
    if (test.operator === 'or') return sides.includes('then') ? 'then' : undefined;
    return sides.includes('otherwise') ? 'otherwise' : sides.includes('then') ? 'then' : undefined;
  }
  if (test.kind === 'unary' && test.operator === 'not') {
    const inner = emptyWhere(test.operand, name);
    return inner === 'then' ? 'otherwise' : inner === 'otherwise' ? 'then' : undefined;
  }
  if (isName(test, name)) return 'otherwise';
  if (test.kind === 'assignment' && isName(test.target, name)) return 'otherwise';
  if (test.kind !== 'compare') return undefined;
  const other = isTaken(test.left, name) ? test.right : isTaken(test.right, name) ? test.left : undefined;
  if (other === undefined || !isNothing(other)) return undefined;
  return /^(?:==|<|<=)$/.test(test.operator) ? 'then' : 'otherwise';
}

function isTaken(value: Expression, name: string): boolean {
  return isName(value, name) || (value.kind === 'assignment' && isName(value.target, name));
}

function isNothing(value: Expression): boolean {
  if (value.kind === 'literal') return value.value === null || typeof value.value === 'number';
  if (value.kind === 'unary') return value.operator === 'minus';
  return NOTHING.test(lastName(value));
}

function isName(value: Expression | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name;
}

/** Where the function gives it to whoever has called. */
function lastReturn(body: readonly Statement[], name: string): number {
  let last = -1;
  for (const node of bodyNodes(body, { intoFunctions: false }))
    if (node.kind === 'return' && placePath(node.value) === name) last = node.at.start;
  return last;
}
