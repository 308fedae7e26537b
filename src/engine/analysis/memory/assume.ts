import type { Expression } from '../ir.ts';
import { lowest } from './bounds.ts';
import { placeName } from './place-name.ts';
import { constant, isConstant, type Linear, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';
import { textLength } from './text-length.ts';
import { testEnds } from './ended-by.ts';
import { assumeNumbers } from './assume-numbers.ts';
import { checkWrappingTest } from './wrapping-size.ts';

/** The states in which a test holds, and those in which it does not. */
export interface Branches {
  readonly yes: readonly MemoryState[];
  readonly no: readonly MemoryState[];
}

/** Ways through one test; more are not kept apart. */
const MOST_WAYS = 6;

/** Evaluates a test and parts the ways. The state that is given is used up. */
export function branch(machine: MemoryMachine, state: MemoryState, test: Expression): Branches {
  machine.spend();
  if (!machine.enterExpression()) return { yes: [state], no: [state.copy()] };
  const branches = branchNested(machine, state, test);
  machine.leaveExpression();
  return branches;
}

function branchNested(machine: MemoryMachine, state: MemoryState, test: Expression): Branches {
  switch (test.kind) {
    case 'unary':
      if (test.operator === 'not') {
        const { yes, no } = branch(machine, state, test.operand);
        return { yes: no, no: yes };
      }
      break;
    case 'logical': {
      const first = branch(machine, state, test.left);
      const isAnd = test.operator === 'and';
      const [through, decided] = isAnd ? [first.yes, first.no] : [first.no, first.yes];
      const yes: MemoryState[] = isAnd ? [] : [...decided];
      const no: MemoryState[] = isAnd ? [...decided] : [];
      for (const one of through.slice(0, MOST_WAYS)) {
        const second = branch(machine, one, test.right);
        yes.push(...second.yes);
        no.push(...second.no);
      }
      return { yes: yes.slice(0, MOST_WAYS), no: no.slice(0, MOST_WAYS) };
    }
    case 'compare':
      return compared(machine, state, test);
    case 'call': {
      // `if (likely(p != NULL))`
      const [given] = test.arguments;
      if (given !== undefined && machine.is('hints', placeName(test.callee) ?? ''))
        return branch(machine, state, given.value);
      break;
    }
    default:
      break;
  }
  return together(
    machine.ways(state, test).map((way) => {
      const value = settled(machine, way.state, test, way.value);
      markText(machine, way.state, test);
      return decide(machine, way.state, value, { kind: 'number', value: ZERO }, '!=', test);
    }),
  );
}

function together(branches: readonly Branches[]): Branches {
  const [only] = branches;
  if (branches.length === 1 && only !== undefined) return only;
  return {
    yes: branches.flatMap(({ yes }) => yes).slice(0, MOST_WAYS),
    no: branches.flatMap(({ no }) => no).slice(0, MOST_WAYS),
  };
}

/** Of a name that the file does not declare only this is known: it is the same when it is tested again. */
function settled(machine: MemoryMachine, state: MemoryState, written: Expression, value: MemoryValue): MemoryValue {
  if (written.kind === 'call') return absolute(machine, state, written, value);
  if (value.kind !== 'unknown' || written.kind !== 'name' || machine.isLocal(written.name)) return value;
  if (machine.typeOfVariable(written.name) !== undefined || written.name === 'errno') return value;
  const key = `tested ${written.name}`;
  const known = state.values.get(key);
  if (known !== undefined) return known;
  const made: MemoryValue = { kind: 'number', value: machine.number(state, written.name) };
  state.values.set(key, made);
  return made;
}

/** `fabs(0.0)` is 0. */
function absolute(
  machine: MemoryMachine,
  state: MemoryState,
  { callee, arguments: [first] }: Extract<Expression, { kind: 'call' }>,
  value: MemoryValue,
): MemoryValue {
  if (callee.kind !== 'name' || first === undefined || !machine.program.table.names.absolute.test(callee.name))
    return value;
  const given = machine.evaluate(state, first.value);
  return given.kind === 'number' && isConstant(given.value)
    ? { kind: 'number', value: constant(Math.abs(given.value.add)) }
    : value;
}

function compared(
  machine: MemoryMachine,
  given: MemoryState,
  test: Extract<Expression, { kind: 'compare' }>,
): Branches {
  return together(machine.ways(given, test.left).map((way) => comparedWith(machine, way.state, test, way.value)));
}

function comparedWith(
  machine: MemoryMachine,
  state: MemoryState,
  test: Extract<Expression, { kind: 'compare' }>,
  given: MemoryValue,
): Branches {
  const left = settled(machine, state, test.left, given);
  const right = machine.evaluate(state, test.right);
  checkWrappingTest(machine, state, test);
  for (const side of [test.left, test.right]) {
    markTested(machine, state, side);
    markText(machine, state, side);
  }
  const { yes, no } = decide(machine, state, left, right, test.operator, test);
  if (right.kind === 'number' && isConstant(right.value) && right.value.add !== 0)
    for (const one of test.operator === '==' ? yes : test.operator === '!=' ? no : [])
      markNonEmpty(machine, one, test.left);
  for (const one of test.operator === '>' ? yes : test.operator === '<' ? no : []) markFarFromZero(machine, one, test);
  return { yes, no };
}

/** `fabs(x) > 1e-6`: it is not zero. */
function markFarFromZero(
  machine: MemoryMachine,
  state: MemoryState,
  { left, right }: Extract<Expression, { kind: 'compare' }>,
): void {
  if (left.kind !== 'call' || right.kind !== 'literal' || typeof right.value !== 'number' || right.value <= 0) return;
  if (left.callee.kind !== 'name' || !machine.program.table.names.absolute.test(left.callee.name)) return;
  for (const { value: given } of left.arguments) {
    const plain = given.kind === 'cast' ? given.operand : given;
    const value = plain.kind === 'name' ? state.values.get(`r${machine.variable(plain.name)}`) : undefined;
    if (value?.kind === 'number' && value.value.symbol !== undefined)
      state.learn(value.value.symbol, { isNonZero: true });
  }
}

/** `abs(n) < limit`, `n * 2 < limit`: whoever compares that has thought of the range of `n`. */
function markTested(machine: MemoryMachine, state: MemoryState, side: Expression, isInSum = false): void {
  const inner = side.kind === 'call' ? side.arguments.map(({ value }) => value) : [side];
  if (side.kind === 'binary') {
    markTested(machine, state, side.left, true);
    markTested(machine, state, side.right, true);
    return;
  }
  for (const one of inner) {
    if (side.kind === 'call') markLength(machine, state, one);
    const name = one.kind === 'cast' ? one.operand : one;
    if (name.kind !== 'name') continue;
    const value = state.values.get(`r${machine.variable(name.name)}`);
    if (value?.kind !== 'number' || value.value.symbol === undefined) continue;
    state.learn(value.value.symbol, { isTested: true, ...(isInSum && { isInSum }) });
    if (
      side.kind === 'call' &&
      machine.program.table.names.absolute.test(side.callee.kind === 'name' ? side.callee.name : '')
    ) {
      const limit = constant(2 ** 30);
      const facts = state.facts(value.value.symbol);
      state.learn(value.value.symbol, { high: facts.high ?? limit, low: facts.low ?? constant(-(2 ** 30)) });
    }
  }
}

/** `strlen(text) + 1 > size`. */
function markLength(machine: MemoryMachine, state: MemoryState, written: Expression): void {
  const value = machine.evaluate(state, written);
  const length = value.kind === 'pointer' ? textLength(state, value) : undefined;
  if (length?.symbol !== undefined) state.learn(length.symbol, { isTested: true });
}

/** `text[0] == 'a'`: there is one character at least. */
function markNonEmpty(machine: MemoryMachine, state: MemoryState, side: Expression): void {
  const isFirst =
    (side.kind === 'index' && side.index.kind === 'literal' && side.index.value === 0) ||
    (side.kind === 'unary' && side.operator === 'deref');
  if (!isFirst) return;
  const object = side.kind === 'index' ? side.object : side.operand;
  const base = object.kind === 'name' ? state.values.get(`r${machine.variable(object.name)}`) : undefined;
  const text = base?.kind === 'pointer' ? textLength(state, base) : undefined;
  if (text?.symbol === undefined || text.scale !== 1 || text.add !== 0) return;
  if (lowest(state, text) < 1) state.learn(text.symbol, { low: constant(1) });
}

/** `*text`, `text[0]`: whoever looks at a character has thought of where the text ends. */
function markText(machine: MemoryMachine, state: MemoryState, side: Expression): void {
  const object = side.kind === 'index' ? side.object : side.kind === 'unary' ? side.operand : undefined;
  if (object?.kind !== 'name' || (side.kind === 'unary' && side.operator !== 'deref')) return;
  const base = state.values.get(`r${machine.variable(object.name)}`);
  const text = base?.kind === 'pointer' ? textLength(state, base) : undefined;
  if (text?.symbol !== undefined) state.learn(text.symbol, { isTested: true });
}

function decide(
  machine: MemoryMachine,
  state: MemoryState,
  left: MemoryValue,
  right: MemoryValue,
  operator: string,
  test: Expression,
): Branches {
  const other = state.copy();
  const yes = assume(machine, state, left, right, operator, test) ? [state] : [];
  const no = assume(machine, other, left, right, NEGATED[operator] ?? '', test) ? [other] : [];
  return { yes, no };
}

const NEGATED: Readonly<Record<string, string>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** Narrows the state to where the comparison holds; `false` when it cannot. */
function assume(
  machine: MemoryMachine,
  state: MemoryState,
  left: MemoryValue,
  right: MemoryValue,
  operator: string,
  test: Expression,
): boolean {
  testEnds(state, left, right);
  const pointer = left.kind === 'pointer' ? left : right.kind === 'pointer' ? right : undefined;
  const other = pointer === left ? right : left;
  if (pointer !== undefined && isNull(other)) {
    // Two variables that meet are no test for null, whatever one of them happens to be.
    if (!isNullTest(test)) return true;
    return assumePointer(machine, state, pointer.region, operator, test);
  }
  if (left.kind === 'pointer' && right.kind === 'pointer') {
    if (operator === '==' || operator === '>') markFound(state, left.region, right.region);
    if (operator === '==' || operator === '<') markFound(state, right.region, left.region);
    // Places in the same memory are as far apart as their offsets.
    if (left.region === right.region && operator !== '!=')
      return assumeNumbers(state, left.offset, right.offset, operator);
  }
  if (left.kind === 'null' && isNull(right)) return operator === '==' || operator === '<=' || operator === '>=';
  if (left.kind !== 'number' || right.kind !== 'number') return true;
  return assumeNumbers(state, left.value, right.value, operator);
}

/** What is where something else is that is not null, or behind it, is not null: `strchr(text, '/') == text`. */
function markFound(state: MemoryState, found: number, other: number): void {
  if (state.region(found)?.nullness === 'may-be' && state.region(other)?.nullness !== 'may-be')
    state.change(found, { nullness: 'never' });
}

/** A comparison with null as it is written, or a pointer by itself. */
function isNullTest(test: Expression): boolean {
  if (test.kind !== 'compare') return true;
  return [test.left, test.right].some((side) => {
    const bare = side.kind === 'cast' ? side.operand : side;
    return bare.kind === 'literal';
  });
}

function isZero(value: Linear): boolean {
  return isConstant(value) && value.add === 0;
}

function isNull(value: MemoryValue): boolean {
  return value.kind === 'null' || (value.kind === 'number' && isZero(value.value));
}

function assumePointer(
  machine: MemoryMachine,
  state: MemoryState,
  id: number,
  operator: string,
  test: Expression,
): boolean {
  const region = state.region(id);
  if (region === undefined) return true;
  const isNullWanted = operator === '==';
  if (operator !== '==' && operator !== '!=') return true;
  // Another name for it, as loops over lists have, is tested for another reason.
  // What a function is given, its caller may have looked into: testing it there is caution.
  const isOwn = region.trustedIn === machine.frame.function.name;
  if (
    region.trustedAt !== undefined &&
    isOwn &&
    region.nullness === 'unknown' &&
    isNullWanted &&
    // The round of a loop before this one has tested it.
    test.at.start > region.trustedAt.start &&
    names(test, region.name) &&
    !isNullElsewhere(machine, region.name)
  ) {
    machine.report(
      'checked-too-late',
      region.trustedAt,
      `'${region.name}' is followed before it is compared with null.`,
      'medium',
      {
        since: test.at,
      },
    );
  }
  const places = machine.tested.get(region.name) ?? new Set();
  machine.tested.set(region.name, places.add(region.at.start));
  if (region.isNullHere === true) return isNullWanted;
  if (region.nullness === 'never') return !isNullWanted;
  if (region.nullness === 'is') return isNullWanted;
  // A walk along a list ends with null, which says nothing of where it began.
  const isAlias = region.nullness === 'unknown' && region.storage === 'outside' && !names(test, region.name);
  if (isNullWanted && isAlias) return true;
  state.change(id, { nullness: isNullWanted ? 'is' : 'never' });
  return true;
}

/** On another way that leads to the test, the variable is null: that one is what it is for. */
function isNullElsewhere(machine: MemoryMachine, name: string): boolean {
  return machine.waysHere.some((state) => {
    const value = state.values.get(`r${machine.variable(name)}`);
    return value?.kind === 'null' || (value?.kind === 'pointer' && state.region(value.region)?.nullness === 'is');
  });
}

/** Whether a test is one of what is called so, and not of what a call makes of it. */
function names(test: Expression, name: string): boolean {
  switch (test.kind) {
    case 'compare':
      return names(test.left, name) || names(test.right, name);
    case 'assignment':
      return names(test.target, name);
    case 'unary':
      return test.operator === 'not' || test.operator === 'deref' ? names(test.operand, name) : false;
    default:
      return placeName(test) === name;
  }
}
