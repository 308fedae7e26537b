import type { CallExpression, Expression, IrFunction } from '../ir.ts';
import { converted, fromOutside, share } from './assign.ts';
import { checkTarget } from './access.ts';
import { checkTerminated } from './copy-text.ts';
import { ZERO } from './linear.ts';
import { applyCall } from './library-call.ts';
import type { Exit, Frame, MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING } from './memory-state.ts';
import { sizeOf } from './place-of-value.ts';
import { forgetText } from './text-length.ts';

/** Functions called in functions that are called. */
const DEEPEST_CALL = 4;
/** Ways out of one call that are gone on with. */
const MOST_EXITS = 4;

/** Last part of what is called, as it is written. */
export function calledName({ callee }: CallExpression): string {
  const at = callee.kind === 'cast' ? callee.operand : callee;
  if (at.kind === 'name') return at.name.slice(at.name.lastIndexOf(':') + 1);
  return at.kind === 'member' ? at.property : '';
}

/** A call inside an expression: of the ways out of a function at hand the first is gone on with. */
export function callFunction(machine: MemoryMachine, state: MemoryState, call: CallExpression): MemoryValue {
  const [first] = callExits(machine, state, call);
  if (first === undefined) {
    state.isDead = true;
    return NOTHING;
  }
  if (first.state !== state) state.become(first.state);
  return first.value;
}

/** Every way out of a call, with the state that it leaves. */
export function callExits(machine: MemoryMachine, state: MemoryState, call: CallExpression): readonly Exit[] {
  machine.spend();
  const name = calledName(call);
  const given = call.arguments.map(({ value }) => machine.evaluate(state, value));
  if (call.isNew === true) return [{ state, value: createdObject(machine, state, name, call, given), at: call.at }];
  const known = machine.program.calls.get(name);
  const own = machine.program.functions.get(name);
  const isPlain = call.callee.kind === 'name';
  if (own !== undefined && isPlain && machine.frame.depth < DEEPEST_CALL && own !== machine.frame.function)
    return enter(machine, state, own, call, given);
  if (known !== undefined && (isPlain || known.isMethod === true)) {
    const value = applyCall(machine, state, known, call, given);
    return state.isDead ? [] : [{ state, value, at: call.at }];
  }
  if (call.callee.kind === 'member') machine.evaluate(state, call.callee.object);
  else if (call.callee.kind !== 'name') machine.evaluate(state, call.callee);
  unknownCall(machine, state, call, given);
  const { names } = machine.program.table;
  const value =
    names.allocates.test(name) && !names.neverFails.test(name)
      ? allocatedBySomebody(machine, state, name, call)
      : NOTHING;
  return [{ state, value, at: call.at }];
}

/** `new T(…)`: what the constructor is given, it may keep. */
function createdObject(
  machine: MemoryMachine,
  state: MemoryState,
  name: string,
  { at }: CallExpression,
  given: readonly MemoryValue[],
): MemoryValue {
  for (const value of given) share(state, value);
  const type = { name };
  const region = machine.newRegion(state, {
    storage: 'heap',
    name: 'new',
    at,
    family: 'new',
    nullness: 'never',
    size: sizeOf(machine, state, type),
  });
  return { kind: 'pointer', region, offset: ZERO, type };
}

/** Runs a function of the file on what it is given. */
function enter(
  machine: MemoryMachine,
  state: MemoryState,
  called: IrFunction,
  call: CallExpression,
  given: readonly MemoryValue[],
): readonly Exit[] {
  const outer = machine.frame;
  const frame: Frame = {
    function: called,
    variables: new Map(),
    types: new Map(),
    exits: [],
    jumps: new Map(),
    breaks: [],
    continues: [],
    limits: new Map(),
    depth: outer.depth + 1,
  };
  machine.frame = frame;
  try {
    called.parameters.forEach((parameter, index) => {
      const { name, type, at } = parameter;
      if (type !== undefined) frame.types.set(name, decayed(type));
      const id = machine.declare(name);
      const value = given[index] ?? NOTHING;
      state.values.set(
        `r${id}`,
        type === undefined ? value : converted(machine, state, value, decayed(type), name, at),
      );
    });
    machine.runBody(state, called);
    return frame.exits.slice(0, MOST_EXITS).map((exit) => ({ ...exit, at: call.at }));
  } finally {
    machine.frame = outer;
  }
}

/** A parameter that is written as an array is a pointer. */
export function decayed<
  Type extends { readonly pointers?: number; readonly sizes?: readonly (Expression | undefined)[] },
>(type: Type): Type {
  if ((type.sizes?.length ?? 0) === 0) return type;
  return { ...type, pointers: (type.pointers ?? 0) + 1, sizes: [] };
}

function allocatedBySomebody(
  machine: MemoryMachine,
  state: MemoryState,
  name: string,
  { at }: CallExpression,
): MemoryValue {
  const region = machine.newRegion(state, { storage: 'outside', name, at, nullness: 'may-be', isShared: true });
  return { kind: 'pointer', region, offset: ZERO };
}

/** Whoever is handed a pointer may write through it, keep it, and give it back. */
function unknownCall(
  machine: MemoryMachine,
  state: MemoryState,
  call: CallExpression,
  given: readonly MemoryValue[],
): void {
  call.arguments.forEach(({ value: written }, index) => {
    const value = given[index];
    if (value?.kind !== 'pointer') return;
    if (state.region(value.region)?.isCut === true && given.every(({ kind }) => kind !== 'number'))
      checkTerminated(machine, state, value, call.at);
    const region = state.region(value.region);
    if (region !== undefined && state.isGone(region)) checkTarget(machine, state, value, written.at);
    if (machine.program.table.names.looks.test(calledName(call))) return;
    share(state, value);
    forgetText(state, value.region);
    const id = value.region;
    if (
      index === 0 &&
      given.length === 1 &&
      machine.program.table.names.releases.test(calledName(call)) &&
      region?.storage === 'outside'
    )
      state.change(id, { isReleased: true, releasedAt: call.at });
    for (const key of state.values.keys()) if (key === `r${id}` || key.startsWith(`r${id}.`)) state.values.delete(key);
    if (written.kind !== 'unary' || written.operator !== 'address' || written.operand.kind !== 'name') return;
    const type = machine.typeOfVariable(written.operand.name);
    const made = fromOutside(machine, state, type, written.operand.name, written.at, undefined);
    if (made.kind !== 'unknown') state.values.set(`r${id}`, made);
  });
}
