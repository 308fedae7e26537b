import type { ArgumentFact, CallFact } from '../facts.ts';
import type { CallExpression } from '../ir.ts';
import type { Taint, Value } from '../value.ts';
import { ANY_KEY, anyItem, collectionOf } from './items.ts';
import type { Machine } from './machine.ts';
import { joinTaints, joinValues, madeSafe, mixedValue, UNKNOWN, withOrigin } from './make-value.ts';
import { cleanedKinds } from './cleaned-kinds.ts';
import { callFact } from './call-fact.ts';
import { applyFills, forgetStorages } from './fill.ts';
import { operate } from './operation.ts';
import { readItem } from './read-item.ts';
import { reachSinks } from './reach-sinks.ts';
import { registerRoutes } from './route.ts';

/** Longer names say nothing that a table would know. */
const LONGEST_NAME = 160;

/** Evaluates a call: what it gives, what it does to its receiver, which sinks it is, and what it tells of routes. */
export function evaluateCall(machine: Machine, expression: CallExpression): Value {
  const isUnused = machine.frame.unused === expression;
  // Some grammars read `await f<T>(x)` as a call of what is awaited.
  const callee =
    expression.callee.kind === 'unary' && expression.callee.operator === 'await'
      ? expression.callee.operand
      : expression.callee;
  let receiver: Value | undefined;
  let calleeKey: Value | undefined;
  let called: Value;
  let property: string | undefined;
  if (callee.kind === 'member') {
    receiver = withOrigin(machine.evaluate(callee.object), callee.object);
    ({ property } = callee);
    called = machine.readMember(receiver, property, callee.at);
  } else if (callee.kind === 'index') {
    receiver = machine.evaluate(callee.object);
    calleeKey = machine.evaluate(callee.index);
    called = callee.index.kind === 'slice' ? machine.evaluate(callee) : readItem(machine, callee, receiver, calleeKey);
  } else {
    called = machine.evaluate(callee);
    property = callee.kind === 'name' ? callee.name : undefined;
  }
  const facts = expression.arguments.map(
    (argument): ArgumentFact => ({
      argument,
      value: withOrigin(machine.evaluate(argument.value), argument.value),
    }),
  );
  const names = namesOf(called, callee.kind === 'member' ? property : undefined);
  const draft = callFact(machine, expression, { names, receiver, facts, calleeKey, isUnused });
  const result = resultOf(machine, draft, called, property);
  const call: CallFact = { ...draft, result };
  machine.recorder.call(call);
  const known = namesInTables(called, call);
  reachSinks(machine, call, known);
  if (!applyFills(machine, call, known) && !machine.followed.has(expression) && !machine.knowledge.isKnown(known)) {
    forgetStorages(machine, call, result.taints);
  }
  registerRoutes(machine, call);
  if (machine.knowledge.isExit(names)) machine.frame.environment.isDead = true;
  return { ...result, test: expression };
}

function namesOf({ name }: Value, property: string | undefined): readonly string[] {
  const general = property === undefined ? undefined : `*.${property}`;
  if (name === undefined) return general === undefined ? [] : [general];
  return general === undefined || general === name ? [name] : [name, general];
}

/** A function of the scanned files is what its code does, whatever it shares its name with. */
function namesInTables({ function: own }: Value, { names }: CallFact): readonly string[] {
  return own === undefined ? names : [];
}

function resultOf(machine: Machine, call: CallFact, called: Value, property: string | undefined): Value {
  const { knowledge } = machine;
  const values = call.arguments.map(({ value }) => value);
  const mixed = mixedValue([call.receiver, ...values]);
  const [name] = call.names;
  const known = namesInTables(called, call);
  let result = computed(machine, call, called, mixed);

  for (const { from, to } of knowledge.propagators(known)) {
    const moved = mixedValue(
      from.map((argument) => (argument === 'any' ? mixed : withCarried(machine, call, call.argument(argument)))),
    );
    if (to === 'result') result = { ...result, taints: moved.taints };
    else if (to === 'nothing') result = { ...result, taints: [] };
    else if (to === 'receiver') enrichReceiver(machine, call, moved);
    else enrichArgument(machine, call, to, moved);
  }
  const sanitizers = knowledge.sanitizers(known);
  for (const { kinds, when } of sanitizers) {
    if (when === undefined || when(call)) result = madeSafe(result, kinds);
  }
  // A table that says when a call cleans counts more than its name.
  const isKnown = sanitizers.some(({ callee, when }) => when !== undefined && !callee.startsWith('*.'));
  if (called.function === undefined && property !== undefined && !isKnown) {
    const kinds = cleanedKinds(property);
    if (kinds !== undefined) result = madeSafe(result, kinds);
  }
  if (name === undefined || called.function !== undefined || called.class !== undefined) return result;
  const operation = knowledge.operation(call.names);
  const typed = knowledge.canonical(`${name}()`);
  const isGeneral = name.startsWith('*.') && typed === `${name}()`;
  const own =
    isGeneral ||
    typed.length > LONGEST_NAME ||
    ((operation === 'same' || operation === 'import') && result.name !== undefined)
      ? undefined
      : typed;
  const source =
    own === undefined
      ? undefined
      : [...knowledge.sources(own), ...knowledge.sources(`${name}()`)].find(({ when }) => when?.(call) !== false);
  const taints =
    source === undefined
      ? result.taints
      : joinTaints(
          [
            {
              source: sourceId(machine, call, own),
              kind: source.kind,
              what: source.what,
              parameter: -1,
              safeFor: [],
              steps: {
                path: machine.path,
                at: call.at,
                message: `Data comes from ${source.what}.`,
                before: undefined,
                length: 1,
              },
            },
          ],
          result.taints,
        );
  const isValue =
    operation !== 'path-join' &&
    fieldsGiven(call) === undefined &&
    (result.constant !== undefined || result.parts !== undefined || result.fields !== undefined);
  const made: Value = {
    ...result,
    taints,
    traits: operation === 'same' ? result.traits : [name],
    ...(own !== undefined && !isValue ? { name: own } : {}),
    origin: call.expression,
  };
  // What is read anew may have been tested before.
  return source === undefined ? made : machine.frame.environment.guardedValue(made);
}

/** `request.getParameter("id")` read twice is one source, and so is `entry.getName()`; `reader.next()` is not. */
function sourceId(machine: Machine, { expression, arguments: given, at }: CallFact, name: string | undefined): string {
  const { callee } = expression;
  const asked = given.map(({ value }) => value.constant?.value);
  const isSame =
    name !== undefined &&
    callee.kind === 'member' &&
    callee.object.kind === 'name' &&
    (asked.length === 0 ? /^get(?!Next)[A-Z]/.test(callee.property) : asked.every((one) => typeof one === 'string'));
  return isSame ? `${callee.object.name}:${name}${JSON.stringify(asked)}` : `${machine.path}:${String(at.start)}`;
}

/** What the call gives by the code of the callee, by what is known of built-in calls, or made of all that is given. */
function computed(machine: Machine, call: CallFact, called: Value, mixed: Value): Value {
  const { expression, names, receiver } = call;
  if (called.class !== undefined) return constructed(machine, call, called);
  if (called.function !== undefined) {
    const values = call.arguments.map(({ value }) => value);
    const followed = machine.follow(called.function, expression, values, called.function.self ?? receiver);
    if (followed !== undefined) return followed;
  }
  const operation = machine.knowledge.operation(names);
  if (operation === undefined) {
    const fields = fieldsGiven(call);
    if (fields !== undefined) return { ...mixed, form: 'object', fields };
    seedCallbacks(machine, call, call.receiver);
    const carried = carriedTaint(machine, call);
    if (carried !== undefined) return { ...mixed, taints: joinTaints([carried], mixed.taints) };
    return mixed;
  }
  if (operation === 'import') {
    const module = call.argument(0)?.constant?.value;
    if (typeof module !== 'string') return mixed;
    machine.recorder.imports.add(machine.frontEnd.modules.canonical(module));
    const loaded = machine.importModule(module);
    // `module.exports = run` makes the module itself a function.
    const { function: own, class: type } = loaded.fields?.get('default') ?? UNKNOWN;
    return {
      ...loaded,
      ...(own === undefined ? {} : { function: own }),
      ...(type === undefined ? {} : { class: type }),
    };
  }
  if (operation === 'each-result' || operation === 'each-same') {
    const item = anyItem(receiver ?? UNKNOWN);
    seedCallbacks(machine, call, item, true);
    const given = operation === 'each-result' ? callbackResult(machine, call, item) : item;
    return { ...collectionOf({ ...UNKNOWN, form: 'list' }, new Map([[ANY_KEY, given]]), false) };
  }
  if (operation === 'pure' || operation === 'restore') {
    const isFixed = call.arguments.length > 0 && call.arguments.every(({ value }) => value.isFixed === true);
    const taints = operation === 'pure' ? mixed.taints : mixed.taints.map(restored);
    return { ...mixed, taints, ...(isFixed ? { isFixed } : {}) };
  }
  const positional = call.arguments.filter(({ argument }) => argument.name === undefined).map(({ value }) => value);
  const { result, receiver: changed } = operate(operation, {
    receiver: expression.callee.kind === 'member' && !isModule(receiver) ? receiver : undefined,
    positional,
    named: (name) => call.argument(name),
    mixed,
  });
  if (changed !== undefined && expression.callee.kind === 'member') machine.store(expression.callee.object, changed);
  // A number carries no text, and yet a stranger may have chosen it; tables that care say for what it is safe.
  const isChosen = operation === 'number' && mixed.taints.length > 0 && machine.knowledge.sanitizers(names).length > 0;
  return isChosen && result.constant === undefined ? { ...result, taints: mixed.taints } : result;
}

/**
 * What was decoded is another text than the one that was tested before: a test of that one says nothing of it, which is why
 * it gets a source of its own.
 */
function restored(taint: Taint): Taint {
  return taint.safeFor.length === 0 ? taint : { ...taint, source: `${taint.source}:decoded`, safeFor: [] };
}

/** What unknown code makes of an object that carries data, such as the request. */
function carriedTaint(machine: Machine, call: CallFact): Taint | undefined {
  if (machine.knowledge.sanitizers(call.names).length > 0) return undefined;
  for (const { value } of call.arguments) {
    const taint = carriedBy(machine, call, value);
    if (taint !== undefined) return taint;
  }
  return undefined;
}

/** What a table says that a call takes out of such an object. */
function withCarried(machine: Machine, call: CallFact, value: Value | undefined): Value | undefined {
  const taint = value === undefined ? undefined : carriedBy(machine, call, value);
  return taint === undefined ? value : { ...UNKNOWN, taints: [taint] };
}

function carriedBy(machine: Machine, call: CallFact, { name }: Value): Taint | undefined {
  const source = name === undefined ? undefined : machine.knowledge.source(name);
  if (source?.isCarrier !== true) return undefined;
  const step = {
    path: machine.path,
    at: call.at,
    message: `Data comes from ${source.what}.`,
    before: undefined,
    length: 1,
  };
  return {
    source: `${machine.path}:${String(call.at.start)}`,
    kind: source.kind,
    what: source.what,
    parameter: -1,
    safeFor: [],
    steps: step,
  };
}

/** `str.join` and `os.path.join` are members, too, but of a name and not of a value. */
function isModule(value: Value | undefined): boolean {
  return (
    value?.name !== undefined &&
    value.taints.length === 0 &&
    value.constant === undefined &&
    value.parts === undefined &&
    value.fields === undefined &&
    !value.name.includes('(')
  );
}

function constructed(machine: Machine, call: CallFact, called: Value): Value {
  const type = called.class;
  const object: Value = {
    ...UNKNOWN,
    ...(type === undefined ? {} : { class: type }),
    ...(called.name === undefined ? {} : { name: `${called.name}()` }),
    form: 'object',
    taints: mixedValue(call.arguments.map(({ value }) => value)).taints,
  };
  const unit = type === undefined ? undefined : machine.classUnitOf(type.class);
  const fields = fieldsGiven(call);
  if (fields !== undefined) return { ...object, fields };
  const initialiser = unit?.methods.get(machine.frontEnd.initialiser);
  if (initialiser !== undefined) {
    machine.follow(
      { function: initialiser.function, path: initialiser.machine.path, self: object },
      call.expression,
      call.arguments.map(({ value }) => value),
      object,
    );
  }
  const [base] = type?.bases ?? [];
  const typed = base === undefined ? undefined : machine.knowledge.canonical(`${base}()`);
  return {
    ...object,
    ...(typed !== undefined && machine.knowledge.canonical(`${base ?? ''}()`) !== `${base ?? ''}()`
      ? { name: typed }
      : {}),
  };
}

/** A new object whose fields are named where it is made: `Point{x: 1}`. */
function fieldsGiven({ expression, arguments: given }: CallFact): ReadonlyMap<string, Value> | undefined {
  if (expression.isNew !== true) return undefined;
  const named = given.flatMap(({ argument: { name }, value }) => (name === undefined ? [] : [[name, value] as const]));
  return named.length === 0 ? undefined : new Map(named);
}

/** A function that is handed on will be called with what it is handed on with. */
function seedCallbacks(machine: Machine, call: CallFact, item: Value | undefined, isCertain = false): void {
  if (item === undefined || (!isCertain && item.taints.length === 0)) return;
  for (const { value } of call.arguments) {
    if (value.function === undefined) continue;
    const unit = machine.unitOf(value.function.function);
    if (unit === undefined) continue;
    if (isCertain) unit.isCallback = true;
    const known = unit.seeds[0];
    unit.seeds[0] = known === undefined ? item : joinValues(known, item);
  }
}

function callbackResult(machine: Machine, call: CallFact, item: Value): Value {
  const callback = call.arguments.find(({ value }) => value.function !== undefined)?.value.function;
  if (callback === undefined) return item;
  const followed = machine.follow(callback, { ...call.expression, arguments: [] }, [item], undefined);
  return followed ?? item;
}

function enrichReceiver(machine: Machine, call: CallFact, moved: Value): void {
  const { callee } = call.expression;
  if (moved.taints.length === 0 || callee.kind !== 'member') return;
  // Evaluated anew: the call itself may have changed it.
  const now = machine.again(callee.object);
  const taints = joinTaints(now.taints, moved.taints);
  if (taints !== now.taints) machine.store(callee.object, withoutFixed({ ...now, taints }));
}

function withoutFixed({ isFixed: _fixed, ...value }: Value): Value {
  return value;
}

function enrichArgument(machine: Machine, call: CallFact, position: number, moved: Value): void {
  const target = call.arguments[position];
  if (moved.taints.length === 0 || target === undefined) return;
  machine.store(target.argument.value, { ...target.value, taints: joinTaints(target.value.taints, moved.taints) });
}
