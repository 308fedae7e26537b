import { identifierWords } from '../identifier-words.ts';
import type { CallExpression, Expression, IrFunction } from '../ir.ts';
import { converted, fillEmpty, forgetValues, fromOutside, share } from './assign.ts';
import { branch } from './assume.ts';
import { checkTarget } from './access.ts';
import { checkTerminated } from './copy-text.ts';
import { checkSign } from './check-sign.ts';
import { checkWanted } from './claimed-size.ts';
import { decodedBits, decodedNumber, putDecoded, readDecoded } from './decoded-number.ts';
import { type Linear, ZERO } from './linear.ts';
import { handCursorOn, moveCursor } from './cursor.ts';
import { testEnds } from './ended-by.ts';
import { placeName } from './place-name.ts';
import { applyCall } from './library-call.ts';
import type { Exit, Frame, MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING, type Region } from './memory-state.ts';
import { pointerAt, sizeOf } from './place-of-value.ts';
import { SharedMap } from './shared-map.ts';
import { forgetText } from './text-length.ts';
import { checkProduct } from './wrapping-size.ts';

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

/** Every way out of a call whose result is a part of something else. */
export function exitsOf(machine: MemoryMachine, state: MemoryState, call: CallExpression): readonly Exit[] {
  return callExits(machine, state, call, true);
}

/** A call inside an expression: of the ways out of a function at hand the first is gone on with. */
export function callFunction(machine: MemoryMachine, state: MemoryState, call: CallExpression): MemoryValue {
  const [first] = callExits(machine, state, call, true);
  if (first === undefined) {
    state.isDead = true;
    return NOTHING;
  }
  if (first.state !== state) state.become(first.state);
  return first.value;
}

/**
 * Every way out of a call, with the state that it leaves.
 *
 * @param isAsked - Its result is a part of something else.
 */
export function callExits(
  machine: MemoryMachine,
  state: MemoryState,
  call: CallExpression,
  isAsked = false,
): readonly Exit[] {
  machine.spendOn(state);
  const name = calledName(call);
  const moved = moveCursor(machine, state, name, call);
  if (moved !== undefined) return [{ state, value: moved, at: call.at }];
  const isUnknown = !machine.program.calls.has(name) && !machine.program.functions.has(name);
  if (machine.is('macro', name)) setByName(machine, state, call, true);
  else if (isUnknown && machine.is('unpacks', name)) setByName(machine, state, call, false);
  else if (isUnknown && (machine.program.hasReferences || (isAsked && call.arguments.length > 1)))
    // A macro need not look like one: `decode(text[1], digit) && …`.
    setByName(machine, state, call, false);
  if (machine.program.hasReferences) setReferences(machine, state, call, machine.program.functions.get(name));
  const isRelease = machine.is('releases', name) || machine.program.calls.get(name)?.releases !== undefined;
  const given = call.arguments.map(({ value }) =>
    isRelease ? pointerAt(machine, state, value) : machine.evaluate(state, value),
  );
  if (call.isNew === true) return [{ state, value: createdObject(machine, state, name, call, given), at: call.at }];
  const { macros } = machine.program;
  if (macros.ends.has(name)) return [];
  if (macros.tests.has(name)) trustPointers(state, given);
  const known = machine.libraryCall(name);
  const own = machine.program.functions.get(name) ?? pointedFunction(machine, state, call);
  const isPlain = call.callee.kind === 'name';
  if (
    own !== undefined &&
    isPlain &&
    machine.frame.depth < DEEPEST_CALL &&
    !machine.isFrugal &&
    own !== machine.frame.function
  )
    return enter(machine, state, own, call, given);
  if (known !== undefined && (isPlain || known.isMethod === true)) {
    const value = applyCall(machine, state, known, call, given);
    return state.isDead ? [] : [{ state, value, at: call.at }];
  }
  // What a method is called on, it may keep, and give back.
  if (call.callee.kind === 'member') share(state, machine.evaluate(state, call.callee.object));
  else if (call.callee.kind !== 'name') machine.evaluate(state, call.callee);
  if (machine.is('ends', name)) return [];
  const test = call.arguments.find(({ value }) => isTest(value))?.value;
  if (test !== undefined && machine.is('requires', name)) return required(machine, state, call, test, 'yes');
  if (test !== undefined && machine.is('refuses', name)) return required(machine, state, call, test, 'no');
  if (machine.is('decodes', name)) {
    for (const value of given) if (value.kind === 'pointer') fillEmpty(state, value.region);
    putDecoded(machine, state, name, call);
    readDecoded(machine, state, name, given, call.at);
    // What the file says a function does, its name need not say, also where it is not gone into.
  } else unknownCall(machine, state, call, given, isAsked || (own !== undefined && own !== machine.frame.function));
  return [{ state, value: resultOfUnknown(machine, state, name, call), at: call.at }];
}

/** `f(x)` with an `f` that was set to a function of the file. */
function pointedFunction(
  machine: MemoryMachine,
  state: MemoryState,
  { callee }: CallExpression,
): IrFunction | undefined {
  if (callee.kind !== 'name' || !machine.isLocal(callee.name)) return undefined;
  const value = state.values.get(`r${machine.variable(callee.name)}`);
  const code = value?.kind === 'pointer' ? state.region(value.region)?.code : undefined;
  return code === undefined ? undefined : machine.program.functions.get(code);
}

/** What a function gives whose code is not at hand, as far as its name tells. */
function resultOfUnknown(machine: MemoryMachine, state: MemoryState, name: string, call: CallExpression): MemoryValue {
  if (machine.is('allocates', name) || machine.is('sizes', name))
    checkProduct(
      machine,
      state,
      call,
      call.arguments.map(({ value }) => value),
    );
  if (machine.is('allocates', name) && !machine.is('neverFails', name))
    return allocatedBySomebody(machine, state, name, call);
  if (machine.is('random', name)) {
    const bits = name.includes('64') ? 64 : 32;
    return { kind: 'number', value: machine.number(state, name, { origin: 'input', bits }) };
  }
  return machine.is('decodes', name) ? decodedNumber(machine, state, name) : NOTHING;
}

/** `CHECK(n < size)`: behind it the test holds; `RETURN_IF(n >= size)`: behind it, it does not. */
function required(
  machine: MemoryMachine,
  state: MemoryState,
  call: CallExpression,
  test: Expression,
  way: 'yes' | 'no',
): readonly Exit[] {
  return branch(machine, state, test)[way].map((one) => ({ state: one, value: NOTHING, at: call.at }));
}

function isTest({ kind, ...rest }: Expression): boolean {
  return (
    kind === 'compare' || kind === 'logical' || (kind === 'unary' && 'operator' in rest && rest.operator === 'not')
  );
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

/** What was known of memory before a call. */
type Regions = MemoryState['regions'];

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
    declarations: new Map(),
    exits: [],
    jumps: new Map(),
    breaks: [],
    continues: [],
    limits: new Map(),
    depth: outer.depth + 1,
  };
  machine.frame = frame;
  try {
    const parameters = called.parameters.map(({ name, type, at }, index) => {
      if (type !== undefined) frame.types.set(name, decayed(type));
      const id = machine.declare(name);
      const value = given[index] ?? NOTHING;
      const written = call.arguments[index];
      if (type?.name === 'size_t' && value.kind === 'number' && written !== undefined)
        checkSign(machine, state, value.value, written.value.at);
      const taken = type === undefined ? value : converted(machine, state, value, decayed(type), name, at);
      state.values.set(`r${id}`, taken);
      return taken;
    });
    const before = new SharedMap(state.regions);
    machine.runBody(state, called);
    const exits = withoutCaution(frame.exits, parameters, before).slice(0, MOST_EXITS);
    for (const exit of exits) forgetNulls(exit.state, before);
    const isSometimes = exits.some(({ value }) => value.kind !== 'null');
    return exits.map((exit) => ({
      ...exit,
      value: exit.value.kind === 'null' && isSometimes ? nullOf(machine, exit.state, called.name, call) : exit.value,
      at: call.at,
    }));
  } finally {
    machine.frame = outer;
  }
}

/** What a function gives on the way on which it gives null: not every caller can get there. */
function nullOf(machine: MemoryMachine, state: MemoryState, name: string, call: CallExpression): MemoryValue {
  const value = allocatedBySomebody(machine, state, name, call);
  if (value.kind === 'pointer') state.change(value.region, { isNullHere: true });
  return value;
}

/** What a function does when it is given null it does for other callers: of this one nobody said that it gives null. */
function withoutCaution(exits: readonly Exit[], parameters: readonly MemoryValue[], before: Regions): readonly Exit[] {
  const regions = parameters.flatMap((value) =>
    value.kind === 'pointer' && before.get(value.region)?.nullness === 'unknown' ? [value.region] : [],
  );
  if (regions.length === 0) return exits;
  const others = exits.filter(({ state }) => !regions.some((region) => state.region(region)?.nullness === 'is'));
  return others.length === 0 ? exits : others;
}

/** That a function tests what it is given says nothing of what its callers give. */
function forgetNulls(state: MemoryState, before: Regions): void {
  state.regions.forEachSince(before, ({ nullness, id }) => {
    if (nullness === 'is' && before.get(id)?.nullness === 'unknown') state.change(id, { nullness: 'unknown' });
  });
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
  isAsked: boolean,
): void {
  for (const one of given) for (const other of given) testEnds(state, one, other);
  const isLooking = machine.is('looks', calledName(call));
  call.arguments.forEach(({ value: written }, index) => {
    const value = given[index];
    if (value?.kind === 'number') handOn(machine, state, value.value, given[index - 1], call, isLooking);
    if (value?.kind !== 'pointer') return;
    if (state.region(value.region)?.isCut === true && given.every(({ kind }) => kind !== 'number'))
      checkTerminated(machine, state, value, call.at);
    const region = state.region(value.region);
    if (region !== undefined && state.isGone(region)) checkTarget(machine, state, value, written.at);
    fillEmpty(state, value.region);
    if (isLooking) return;
    if (machine.program.table.cursors?.some(({ looks }) => looks.test(calledName(call))) !== true)
      handCursorOn(state, value.region);
    share(state, value);
    state.change(value.region, { isPassedOn: true });
    forgetText(state, value.region);
    const id = value.region;
    // Whoever asks what came of it may have to try again: `while (channel_free(channel) == AGAIN)`.
    if (index === 0 && given.length === 1 && !isAsked && isReleasedBy(machine, call, value, region))
      state.change(id, { isReleased: true, releasedAt: call.at });
    forgetValues(state, id);
    const addressed = written.kind === 'cast' ? written.operand : written;
    if (addressed.kind !== 'unary' || addressed.operator !== 'address' || addressed.operand.kind !== 'name') return;
    const type = machine.typeOfVariable(addressed.operand.name);
    const made = fromOutside(machine, state, type, addressed.operand.name, written.at, undefined);
    if (made.kind !== 'unknown') state.values.set(`r${id}`, made);
  });
}

/** A macro that leaves when something is wrong with what it is given. */
function trustPointers(state: MemoryState, given: readonly MemoryValue[]): void {
  for (const value of given) if (value.kind === 'pointer') state.change(value.region, { nullness: 'never' });
}

/** Bits of what macros unpack whose names do not say how many. */
const WORD = 32;

/** What a macro, or a reference, is given by its name it may set: for certain where nothing was put into it yet. */
function setByName(machine: MemoryMachine, state: MemoryState, call: CallExpression, isMacro: boolean): void {
  for (const { value: written } of call.arguments) {
    if (written.kind !== 'name') continue;
    const key = `r${machine.variable(written.name)}`;
    const known = state.values.get(key);
    if (known?.kind === 'uninitialised' && machine.is('unpacks', calledName(call)))
      state.values.set(key, { kind: 'number', value: decodedBits(machine, state, WORD, written.name) });
    else if (known?.kind === 'uninitialised') state.values.delete(key);
    else if (isMacro && known !== undefined && isForgotten(state, known, machine.is('loops', calledName(call)))) {
      const type = machine.typeOfVariable(written.name);
      state.values.set(key, fromOutside(machine, state, type, written.name, written.at, undefined));
    }
  }
}

/** What a function of the file takes by reference it may set, too. */
function setReferences(
  machine: MemoryMachine,
  state: MemoryState,
  call: CallExpression,
  called: IrFunction | undefined,
): void {
  called?.parameters.forEach(({ type }, index) => {
    const written = type?.isReference === true ? call.arguments[index]?.value : undefined;
    if (written?.kind === 'name') fillEmpty(state, machine.variable(written.name));
  });
}

/** A number, or a null; of a loop, what was given back before, too: what else a pointer points to stays the same thing. */
function isForgotten(state: MemoryState, value: MemoryValue, isLoop: boolean): boolean {
  if (value.kind === 'number' || value.kind === 'null') return true;
  const region = value.kind === 'pointer' ? state.region(value.region) : undefined;
  return region?.nullness === 'is' || (isLoop && region !== undefined && state.isGone(region));
}

/** `node_free(node)`, `ops->destroy(device)`; not `parts_free(whole)`, which gives back something inside. */
function isReleasedBy(
  machine: MemoryMachine,
  call: CallExpression,
  { type }: Extract<MemoryValue, { kind: 'pointer' }>,
  region: Region | undefined,
): boolean {
  const name = calledName(call);
  const [argument] = call.arguments;
  if (region === undefined || argument === undefined || !machine.is('releases', name)) return false;
  // `context->free(context)` gives back what is in it: it is there for those who add to it.
  const owner = call.callee.kind === 'member' ? placeName(call.callee.object) : undefined;
  if (owner !== undefined && owner === placeName(argument.value)) return false;
  if (region.storage !== 'outside' && region.storage !== 'heap') return false;
  const last = identifierWords(name).findLast((word) => !machine.is('releaseVerbs', word));
  if (last === undefined || machine.is('anything', last)) return true;
  const own = [...identifierWords(type?.name ?? ''), ...identifierWords(placeName(argument.value) ?? '')];
  return own.some((word) => word.startsWith(last) || last.startsWith(word));
}

/** A number that somebody else gets, who may look at it; with a pointer before it, as the length of what is there. */
function handOn(
  machine: MemoryMachine,
  state: MemoryState,
  value: Linear,
  before: MemoryValue | undefined,
  call: CallExpression,
  isLooking: boolean,
): void {
  if (before?.kind === 'pointer') checkWanted(machine, state, before, value, call.at);
  if (value.symbol !== undefined && !isLooking) state.learn(value.symbol, { isHandedOn: true });
}
