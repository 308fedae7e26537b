import type { ArgumentFact, CallFact } from '../facts.ts';
import type { ArgumentName, Sink } from '../framework.ts';
import type { CallExpression } from '../ir.ts';
import type { Taint, Value } from '../value.ts';
import { ANY_KEY, anyItem, collectionOf } from './items.ts';
import type { Machine } from './machine.ts';
import {
  afterStep,
  isHarmful,
  joinTaints,
  joinValues,
  madeSafe,
  mixedValue,
  UNKNOWN,
  withOrigin,
} from './make-value.ts';
import { cleanedKinds } from './cleaned-kinds.ts';
import { operate } from './operation.ts';
import { registerRoutes } from './route.ts';

/** Longer names say nothing that a table would know. */
const LONGEST_NAME = 160;

/** Evaluates a call: what it gives, what it does to its receiver, which sinks it is, and what it tells of routes. */
export function evaluateCall(machine: Machine, expression: CallExpression): Value {
  const isUnused = machine.frame.unused === expression;
  const { callee } = expression;
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
    called = machine.evaluate(callee);
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
  const draft = factOf(machine, expression, { names, receiver, facts, calleeKey, isUnused });
  const result = resultOf(machine, draft, called, property);
  const call: CallFact = { ...draft, result };
  machine.recorder.call(call);
  reachSinks(machine, call, namesInTables(called, call));
  registerRoutes(machine, call);
  if (machine.knowledge.isExit(names)) machine.frame.environment.isDead = true;
  return result;
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

interface Draft {
  readonly names: readonly string[];
  readonly receiver: Value | undefined;
  readonly facts: readonly ArgumentFact[];
  readonly calleeKey: Value | undefined;
  readonly isUnused: boolean;
}

function factOf(
  machine: Machine,
  expression: CallExpression,
  { names, receiver, facts, calleeKey, isUnused }: Draft,
): CallFact {
  const { frame } = machine;
  const positional = facts.filter(({ argument }) => argument.name === undefined && argument.isSpread !== true);
  const find = (name: ArgumentName): Value | undefined => {
    if (name === 'receiver') return receiver;
    if (typeof name === 'number') return positional[name]?.value;
    const given = facts.find(({ argument }) => argument.name === name);
    if (given !== undefined) return given.value;
    // `**{'name': value}` shows its keywords.
    return facts.find(({ argument }) => argument.isRecord === true)?.value.fields?.get(name);
  };
  return {
    expression,
    path: machine.path,
    at: expression.at,
    names,
    receiver,
    arguments: facts,
    result: UNKNOWN,
    within: frame.unit?.fact,
    argument: (...wanted) => {
      for (const name of wanted) {
        const found = find(name);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    has: (...wanted) => wanted.some((name) => find(name) !== undefined),
    hasSpread: facts.some(({ argument }) => argument.isSpread === true),
    calleeKey,
    isResultUnused: isUnused,
    isInTry: frame.tryDepth > 0,
    isInLoop: frame.loopDepth > 0,
  };
}

function resultOf(machine: Machine, call: CallFact, called: Value, property: string | undefined): Value {
  const { knowledge } = machine;
  const values = call.arguments.map(({ value }) => value);
  const mixed = mixedValue([call.receiver, ...values]);
  const [name] = call.names;
  const known = namesInTables(called, call);
  let result = computed(machine, call, called, mixed);

  for (const { from, to } of knowledge.propagators(known)) {
    const moved = mixedValue(from.map((argument) => (argument === 'any' ? mixed : call.argument(argument))));
    if (to === 'result') result = { ...result, taints: moved.taints };
    else if (to === 'nothing') result = { ...result, taints: [] };
    else if (to === 'receiver') enrichReceiver(machine, call, moved);
    else enrichArgument(machine, call, to, moved);
  }
  for (const { kinds, when } of knowledge.sanitizers(known)) {
    if (when === undefined || when(call)) result = madeSafe(result, kinds);
  }
  if (called.function === undefined && property !== undefined) {
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
  const source = own === undefined ? undefined : (knowledge.source(own) ?? knowledge.source(`${name}()`));
  const taints =
    source === undefined
      ? result.taints
      : joinTaints(
          [
            {
              source: `${machine.path}:${String(call.at.start)}`,
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
    (result.constant !== undefined || result.parts !== undefined || result.fields !== undefined);
  return {
    ...result,
    taints,
    traits: operation === 'same' ? result.traits : [name],
    ...(own !== undefined && !isValue ? { name: own } : {}),
    origin: call.expression,
  };
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
    const taints = operation === 'pure' ? mixed.taints : mixed.taints.map((taint) => ({ ...taint, safeFor: [] }));
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

/** What unknown code makes of an object that carries data, such as the request. */
function carriedTaint(machine: Machine, call: CallFact): Taint | undefined {
  if (machine.knowledge.sanitizers(call.names).length > 0) return undefined;
  for (const { value } of call.arguments) {
    const source = value.name === undefined ? undefined : machine.knowledge.source(value.name);
    if (source?.isCarrier !== true) continue;
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
  return undefined;
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
  const now = machine.evaluate(callee.object);
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

function reachSinks(machine: Machine, call: CallFact, names: readonly string[]): void {
  for (const sink of machine.knowledge.sinks(names)) {
    if (sink.when !== undefined && !sink.when(call)) continue;
    for (const { value, at } of argumentsOf(sink, call)) {
      machine.recordSink({
        kind: sink.kind,
        callee: sink.callee,
        at: call.at,
        argumentAt: at,
        path: machine.path,
        call,
        value,
        taints: value.taints
          .filter((taint) => isHarmful(taint, sink.kind))
          .map((taint) => arrived(machine, taint, call)),
        within: call.within,
      });
    }
  }
}

function arrived(machine: Machine, taint: Taint, call: CallFact): Taint {
  const [name = ''] = call.names;
  return afterStep(taint, {
    path: machine.path,
    at: call.at,
    message: `It is passed to '${name.replace(/^\*\./, '')}'.`,
  });
}

/** The arguments that a sink speaks of; position and keyword of the same one count once. */
function argumentsOf(sink: Sink, call: CallFact): readonly { readonly value: Value; readonly at: CallFact['at'] }[] {
  const found: { readonly value: Value; readonly at: CallFact['at'] }[] = [];
  const add = (fact: ArgumentFact | undefined): void => {
    if (fact !== undefined && !found.some(({ at }) => at === fact.argument.value.at)) {
      found.push({ value: fact.value, at: fact.argument.value.at });
    }
  };
  const positional = call.arguments.filter(({ argument }) => argument.name === undefined);
  for (const name of sink.arguments) {
    if (name === 'any') for (const fact of call.arguments) add(fact);
    else if (name === 'receiver') {
      if (call.receiver !== undefined) found.push({ value: call.receiver, at: call.expression.callee.at });
    } else if (typeof name === 'number') {
      const spread = positional.findIndex(({ argument }) => argument.isSpread === true);
      add(spread !== -1 && spread <= name ? positional[spread] : positional[name]);
    } else add(call.arguments.find(({ argument }) => argument.name === name));
  }
  return found;
}
