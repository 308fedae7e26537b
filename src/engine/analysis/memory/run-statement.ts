import type { CallExpression, Expression, Place, Statement, TypeName } from '../ir.ts';
import { assignTo, converted, share, store } from './assign.ts';
import { checkAssertion } from './check-assertion.ts';
import { branch } from './assume.ts';
import { callExits } from './call-function.ts';
import { evaluate } from './evaluate.ts';
import { declaredId, hideNames } from './hidden-names.ts';
import { constant, ZERO } from './linear.ts';
import { runLoop } from './loop.ts';
import type { Exit, MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING } from './memory-state.ts';
import { pointerAt, storageOf } from './place-of-value.ts';
import { releaseMemory } from './release.ts';
import { runSwitch } from './switch.ts';
import { elementType, isScalar } from './type-size.ts';

/** Ways that are kept apart. What goes beyond is not followed: it may hide something and invents nothing. */
const MOST_STATES = 8;
const FEW_STATES = 2;

/** Runs statements one after the other, on each way that leads there. */
export function runStatements(
  machine: MemoryMachine,
  states: readonly MemoryState[],
  statements: readonly Statement[],
): readonly MemoryState[] {
  const showAgain = hideNames(machine, statements);
  let at = states;
  for (const statement of statements) {
    // Behind a jump only labels are reached.
    if (at.length === 0 && !holdsLabel(statement)) continue;
    at = runStatement(machine, at, statement)
      .filter(({ isDead }) => !isDead)
      .slice(0, machine.isFrugal ? FEW_STATES : MOST_STATES);
  }
  showAgain();
  return at;
}

function holdsLabel(statement: Statement): boolean {
  return statement.kind === 'label' || statement.kind === 'block' || statement.kind === 'switch';
}

function runStatement(
  machine: MemoryMachine,
  states: readonly MemoryState[],
  statement: Statement,
): readonly MemoryState[] {
  machine.spend();
  const { frame } = machine;
  switch (statement.kind) {
    case 'evaluate':
      // `: Base(a, b)` and `T(a);` make an object that nobody has to give back.
      if (statement.value.kind === 'call' && statement.value.isNew === true) {
        for (const state of states)
          for (const { value } of statement.value.arguments) share(state, evaluate(machine, state, value));
        return states;
      }
      return onEach(states, (state) => done(machine, state, statement.value));
    case 'declare':
      return onEach(states, (state) => declared(machine, state, statement));
    case 'assign':
      return onEach(states, (state) => assigned(machine, state, statement));
    case 'if': {
      const then: MemoryState[] = [];
      const otherwise: MemoryState[] = [];
      machine.waysHere = states;
      for (const state of states) {
        const { yes, no } = branch(machine, state, statement.test);
        then.push(...yes);
        otherwise.push(...no);
      }
      machine.waysHere = [];
      return [
        ...runStatements(machine, then.slice(0, MOST_STATES), statement.then),
        ...runStatements(machine, otherwise.slice(0, MOST_STATES), statement.otherwise),
      ];
    }
    case 'loop':
      return runLoop(machine, states, statement);
    case 'for-each':
      for (const state of states) evaluate(machine, state, statement.iterable);
      return [
        ...runStatements(
          machine,
          states.map((state) => state.copy()),
          statement.body,
        ),
        ...states,
      ];
    case 'switch':
      return runSwitch(machine, states, statement);
    case 'return':
      for (const state of states) returned(machine, state, statement.value, statement.at);
      return [];
    case 'raise':
      return [];
    case 'break':
      frame.breaks.push(...states);
      return [];
    case 'continue':
      frame.continues.push(...states);
      return [];
    case 'goto': {
      const waiting = frame.jumps.get(statement.name) ?? [];
      frame.jumps.set(statement.name, [...waiting, ...states].slice(0, MOST_STATES));
      return [];
    }
    case 'label': {
      const waiting = frame.jumps.get(statement.name) ?? [];
      frame.jumps.delete(statement.name);
      return runStatements(machine, [...waiting, ...states].slice(0, MOST_STATES), statement.body);
    }
    case 'block':
      return runStatements(machine, states, statement.body);
    case 'try': {
      const copies = states.map((state) => state.copy());
      const done = runStatements(machine, states, [...statement.body, ...statement.otherwise]);
      const caught = statement.handlers.flatMap(({ body }) =>
        runStatements(
          machine,
          copies.map((state) => state.copy()),
          body,
        ),
      );
      return runStatements(machine, [...done, ...caught].slice(0, MOST_STATES), statement.finally);
    }
    case 'with':
      return runStatements(machine, states, statement.body);
    case 'assert':
      return asserted(machine, states, statement);
    case 'delete':
      for (const state of states) {
        for (const target of statement.targets) {
          const family = statement.isArray === true ? 'new[]' : 'new';
          releaseMemory(machine, state, pointerAt(machine, state, target), family, statement.at);
        }
      }
      return states;
    default:
      return states;
  }
}

function asserted(
  machine: MemoryMachine,
  states: readonly MemoryState[],
  statement: Extract<Statement, { kind: 'assert' }>,
): readonly MemoryState[] {
  const ways = states.map((state) => branch(machine, state, statement.test));
  const yes = ways.flatMap((way) => way.yes);
  checkAssertion(machine, statement, { yes, no: ways.flatMap((way) => way.no) });
  return yes;
}

function onEach(
  states: readonly MemoryState[],
  run: (state: MemoryState) => readonly MemoryState[],
): readonly MemoryState[] {
  return states.flatMap(run);
}

/** An expression with every way out of the call that it is. */
function evaluated(machine: MemoryMachine, state: MemoryState, expression: Expression): readonly Exit[] {
  const call = callIn(expression);
  if (call !== undefined) return callExits(machine, state, call);
  return [{ state, value: evaluate(machine, state, expression), at: expression.at }];
}

/** `ready ? start() : stop();` goes two ways, as an `if` does. */
function done(machine: MemoryMachine, state: MemoryState, expression: Expression): readonly MemoryState[] {
  if (expression.kind !== 'conditional') return evaluated(machine, state, expression).map((exit) => exit.state);
  const { yes, no } = branch(machine, state, expression.test);
  return [
    ...yes.flatMap((one) => done(machine, one, expression.then)),
    ...no.flatMap((one) => done(machine, one, expression.otherwise)),
  ];
}

function callIn(expression: Expression): CallExpression | undefined {
  return expression.kind === 'call' ? expression : undefined;
}

function declared(
  machine: MemoryMachine,
  state: MemoryState,
  { name, type, value, isStatic, at }: Extract<Statement, { kind: 'declare' }>,
): readonly MemoryState[] {
  const exits = initialised(machine, state, value, type, isStatic === true, at);
  if (type !== undefined) machine.frame.types.set(name, type);
  const id = declaredId(machine, name, at);
  return exits.map((exit) => {
    keepVariable(
      machine,
      exit.state,
      { id, name, type, at, isArray: (type?.sizes?.length ?? 0) > 0, isStatic: isStatic === true },
      exit.value,
      value,
    );
    return exit.state;
  });
}

function initialised(
  machine: MemoryMachine,
  state: MemoryState,
  value: Expression | undefined,
  type: TypeName | undefined,
  isStatic: boolean,
  at: Place,
): readonly Exit[] {
  if (value === undefined) return [{ state, value: isStatic ? NOTHING : { kind: 'uninitialised' }, at }];
  const isObject = type !== undefined && type.name !== 'auto' && (type.pointers ?? 0) === 0;
  if (value.kind !== 'call' || value.isNew !== true || !isObject) return evaluated(machine, state, value);
  // `T x(a, b);` makes an object in its place.
  for (const { value: given } of value.arguments) share(state, evaluate(machine, state, given));
  return [{ state, value: NOTHING, at }];
}

interface Variable {
  readonly id: number;
  readonly name: string;
  readonly type: Extract<Statement, { kind: 'declare' }>['type'];
  readonly at: Place;
  readonly isArray: boolean;
  readonly isStatic: boolean;
}

function keepVariable(
  machine: MemoryMachine,
  state: MemoryState,
  { id, name, type, at, isArray, isStatic }: Variable,
  given: MemoryValue,
  written: Expression | undefined,
): void {
  const isText = written?.kind === 'literal' && typeof written.value === 'string' ? written.value : undefined;
  const ownSize = type === undefined ? undefined : storageOf(machine, state, type);
  // `char name[] = "…"`, `int all[] = { … }`.
  const isOpen = isArray && type?.sizes?.[0] === undefined;
  const size =
    ownSize ??
    (isOpen && isText !== undefined
      ? constant(isText.length + 1)
      : isOpen && written?.kind === 'sequence' && type !== undefined
        ? constant(written.items.length * (storageOf(machine, state, elementType(type) ?? type)?.add ?? 1))
        : isArray && !isOpen
          ? // Some number that a header says.
            machine.number(state, 'size', { low: constant(1) })
          : undefined);
  state.regions.set(id, {
    id,
    storage: isStatic ? 'global' : 'stack',
    ...(isStatic && { isShared: true }),
    name,
    at,
    ...(size !== undefined && { size }),
    nullness: 'never',
    ...(isArray && isText !== undefined && { text: constant(isText.length) }),
    ...(isArray && written?.kind === 'sequence' && { text: ZERO }),
  });
  state.values.delete(`r${id}`);
  if (isArray || type === undefined) {
    if (!isArray && given.kind !== 'uninitialised') state.values.set(`r${id}`, given);
    return;
  }
  if (given.kind === 'uninitialised') {
    if (isScalar(machine.program.table, type)) state.values.set(`r${id}`, given);
    return;
  }
  state.values.set(`r${id}`, converted(machine, state, given, type, name, at));
}

function assigned(
  machine: MemoryMachine,
  state: MemoryState,
  statement: Extract<Statement, { kind: 'assign' }>,
): readonly MemoryState[] {
  const { targets, value, operator, at } = statement;
  const [target] = targets;
  if (target === undefined) return [state];
  if (operator !== undefined || targets.length !== 1) {
    for (const one of targets)
      assignTo(machine, state, { target: one, value, at, ...(operator !== undefined && { operator }) });
    return [state];
  }
  return evaluated(machine, state, value).map((exit) => {
    store(machine, exit.state, target, exit.value, at);
    if (value.kind === 'name' && exit.value.kind === 'unknown') shareStructure(machine, exit.state, value.name);
    return exit.state;
  });
}

/** A copy of a structure holds what the structure holds. */
function shareStructure(machine: MemoryMachine, state: MemoryState, name: string): void {
  const type = machine.frame.types.get(name);
  if (type === undefined || isScalar(machine.program.table, type)) return;
  share(state, { kind: 'pointer', region: machine.variable(name), offset: ZERO });
}

function returned(machine: MemoryMachine, state: MemoryState, value: Expression | undefined, at: Place): void {
  const { frame } = machine;
  if (value === undefined) {
    frame.exits.push({ state, value: NOTHING, at });
    return;
  }
  for (const exit of evaluated(machine, state, value)) {
    if (exit.state.isDead) continue;
    const given = exit.value;
    const region = given.kind === 'pointer' ? exit.state.region(given.region) : undefined;
    const isOwn = region !== undefined && [...frame.variables.values()].includes(region.id);
    const isAddress = isOwn && isAddressOf(value, region.name);
    if (region?.storage === 'stack' && isAddress)
      machine.report(
        'stack-address-returned',
        at,
        `The address of '${region.name}' is returned, which ends with the function.`,
        'high',
      );
    // `return structure;` gives away what it holds.
    if (value.kind === 'name' && given.kind !== 'pointer')
      share(exit.state, { kind: 'pointer', region: machine.variable(value.name), offset: ZERO });
    frame.exits.push({ state: exit.state, value: given, at });
  }
}

/** An array by its name, the address of a variable, or a pointer that was set to one. */
function isAddressOf(value: Expression, name: string): boolean {
  if (value.kind === 'name') return true;
  if (value.kind === 'cast') return isAddressOf(value.operand, name);
  return value.kind === 'unary' && value.operator === 'address';
}
