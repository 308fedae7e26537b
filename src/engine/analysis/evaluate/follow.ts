import type { SinkFact } from '../facts.ts';
import type { SinkKind } from '../flow-kinds.ts';
import type { CallExpression, Parameter } from '../ir.ts';
import type { FunctionValue, Taint, Value } from '../value.ts';
import { selfOf } from './define.ts';
import { collectionOf } from './items.ts';
import { keepPromise, noteOutcome, promisesOf } from './outcome.ts';
import { noteOutputs } from './outputs.ts';
import { fillPointed } from './pointed.ts';
import { notePassed } from './closed-parameters.ts';
import { type Replace, replacer } from './replacer.ts';
import type { Frame, FunctionUnit, Machine, Summary } from './machine.ts';
import { isHarmful, joinTaints, joinValues, madeSafe, mixedValue, NUMBER, UNKNOWN } from './make-value.ts';

/** Calls inside calls that are followed; deeper ones are taken for what they are given. */
const DEEPEST = 24;

/** Evaluates a function's body once, with its parameters as sources. */
export function summarise(unit: FunctionUnit): Summary | undefined {
  if (unit.summary !== undefined) return unit.summary;
  if (unit.isRunning || unit.machine.nesting.depth >= DEEPEST) return undefined;
  const { machine } = unit;
  const { nesting } = machine;
  unit.isRunning = true;
  nesting.depth += 1;
  const outer = machine.frame;
  const base = unit.closure.branch();
  const frame: Frame = {
    environment: base.branch(),
    base,
    outcomes: [],
    unit,
    self: selfFor(unit),
    exits: [],
    hits: new Map(),
    yields: [],
    outputs: new Map(),
    tryDepth: 0,
    loopDepth: 0,
    unused: undefined,
  };
  machine.frame = frame;
  try {
    bindParameters(unit, frame);
    machine.run(unit.function.body);
    if (!frame.environment.isDead) {
      noteOutcome(machine, undefined, UNKNOWN);
      noteOutputs(machine);
    }
    const given = unit.function.isGenerator ? frame.yields : unit.fact.returns.map(({ value }) => value);
    const returned = given.reduce<Value | undefined>(
      (all, one) => (all === undefined ? one : joinValues(all, one)),
      undefined,
    );
    unit.summary = {
      returned: returned ?? UNKNOWN,
      hits: [...frame.hits.values()],
      outputs: frame.outputs,
      promises: promisesOf(frame),
    };
    return unit.summary;
  } finally {
    machine.frame = outer;
    unit.isRunning = false;
    nesting.depth -= 1;
  }
}

function selfFor(unit: FunctionUnit): Value | undefined {
  const { function: definition, owner, outerSelf } = unit;
  if (owner !== undefined && definition.isMethod) return selfOf(owner);
  return outerSelf;
}

function bindParameters(unit: FunctionUnit, frame: Frame): void {
  const { machine, function: definition, fact } = unit;
  const hasReceiver = takesReceiver(unit);
  const offset = hasReceiver ? 1 : 0;
  for (const [index, parameter] of definition.parameters.entries()) {
    if (hasReceiver && index === 0) {
      frame.environment.set(parameter.name, frame.self ?? UNKNOWN);
      continue;
    }
    const seed = unit.seeds[index - offset];
    const value = unit.isCallback ? (seed ?? UNKNOWN) : parameterValue(unit, parameter, index, index - offset);
    const seeded =
      seed === undefined || unit.isCallback
        ? value
        : {
            ...value,
            taints: joinTaints(seed.taints, value.taints),
            ...(value.name === undefined && seed.name !== undefined ? { name: seed.name } : {}),
          };
    machine.recorder.assignment({
      name: parameter.name,
      property: parameter.name,
      target: parameter.target,
      object: undefined,
      key: undefined,
      value: parameter.default === undefined ? seeded : machine.evaluate(parameter.default),
      at: parameter.at,
      valueAt: parameter.default?.at ?? parameter.at,
      within: fact,
    });
    if (parameter.target.kind === 'name') frame.environment.set(parameter.name, seeded);
    else machine.store(parameter.target, seeded);
  }
}

function takesReceiver({ machine, function: definition, owner }: FunctionUnit): boolean {
  if (machine.frontEnd.receiver !== 'first-parameter' || definition.isStatic) return false;
  const [first] = definition.parameters;
  // A fragment may begin with a method without its class.
  return (definition.isMethod && owner !== undefined) || first?.name === 'self' || first?.name === 'cls';
}

function parameterValue(unit: FunctionUnit, parameter: Parameter, index: number, position: number): Value {
  const { machine, fact } = unit;
  const { knowledge } = machine;
  const given = unit.parameterTypes[position];
  if (hasTypedPlace(unit, parameter.name)) return NUMBER;
  if (parameter.default?.kind === 'call') {
    // FastAPI's `Depends(…)`: what the framework makes, not what the request says.
    const injected = machine.evaluate(parameter.default);
    if (injected.traits.some((trait) => knowledge.sanitizers([trait]).some(({ kinds }) => kinds === 'all')))
      return UNKNOWN;
  }
  const annotated = given ?? annotationName(machine, parameter);
  if (annotated !== undefined) {
    const plain = knowledge.plainType(annotated);
    // Nothing holds a caller to an annotation, unless a framework does.
    if (plain === 'number')
      return fact.route === undefined ? { ...NUMBER, parameter: `${unit.id}#${String(index)}` } : NUMBER;
    if (plain === undefined && parameter.form === 'plain') {
      const isSource = knowledge.source(annotated) !== undefined;
      const type = knowledge.annotationType(annotated) ?? (isSource ? annotated : given);
      if (type !== undefined) return machine.named(knowledge.canonical(type), parameter.at);
    }
  }
  const conventional = knowledge.parameterType(parameter.name);
  if (conventional !== undefined && annotated === undefined) {
    return machine.named(knowledge.canonical(conventional), parameter.at);
  }
  const isRemote = unit.areParametersRemote;
  const what =
    parameter.name === ''
      ? `a parameter${isRemote ? ' of the request' : ''}`
      : isRemote
        ? `the request's '${parameter.name}'`
        : `the parameter '${parameter.name}'`;
  const id = `${unit.id}#${String(index)}`;
  const taint: Taint = {
    source: id,
    kind: isRemote ? 'remote' : 'parameter',
    what,
    parameter: index,
    safeFor: [],
    steps: {
      path: fact.path,
      at: parameter.at,
      message: isRemote ? `Data comes from ${what}.` : `Data comes in by ${what}.`,
      before: undefined,
      length: 1,
    },
  };
  const value: Value = { taints: [taint], traits: [], parameter: id };
  return parameter.form === 'rest'
    ? { ...value, form: 'list' }
    : parameter.form === 'record'
      ? { ...value, form: 'record' }
      : value;
}

/** Paths of routes can say that a part is a number: `/users/<int:id>`. */
function hasTypedPlace({ fact }: FunctionUnit, name: string): boolean {
  const pattern = fact.route?.pattern;
  return pattern !== undefined && ['int', 'float', 'uuid'].some((type) => pattern.includes(`<${type}:${name}>`));
}

function annotationName(machine: Machine, { annotation, type }: Parameter): string | undefined {
  if (annotation === undefined) return type?.name;
  if (annotation.kind === 'literal' && typeof annotation.value === 'string') return annotation.value;
  // A decorator that says where the value comes from: `@Query('sort')`.
  if (annotation.kind === 'call') return machine.evaluate(annotation).name;
  const base = annotation.kind === 'index' ? annotation.index : annotation;
  return base.kind === 'name' || base.kind === 'member' ? machine.evaluate(base).name : undefined;
}

/** What a call of a function of the scanned files gives and reaches, by the function's summary. */
export function followCall(
  machine: Machine,
  callee: FunctionValue,
  call: CallExpression,
  values: readonly Value[],
  self: Value | undefined,
  unit: FunctionUnit | undefined,
): Value | undefined {
  if (unit === undefined) return undefined;
  const passed = passedTo(unit, call, values, self ?? callee.self);
  for (const [index, count] of unit.passed.entries()) {
    const value = passed.get(index);
    const hasDefault = unit.function.parameters[index]?.default !== undefined;
    if (value === undefined && !hasDefault) continue;
    notePassed(count, value);
  }
  machine.followed.set(call, { unit, passed });
  const summary = summarise(unit);
  if (summary === undefined) return undefined;
  keepPromise(machine, unit, passed, summary.promises.always);
  const replace = replacer(machine, unit, passed, call);
  for (const hit of summary.hits) carry(machine, hit, replace);
  const offset = takesReceiver(unit) ? 1 : 0;
  for (const [index, value] of summary.outputs) {
    const argument = call.arguments[index - offset];
    if (argument !== undefined) fillPointed(machine, argument.value, replace(value, 0));
  }
  if (unit.function.name === machine.frontEnd.initialiser) setUp(unit, replace);
  if (unit.function.isGenerator)
    return { ...collectionOf(UNKNOWN, new Map([['*', replace(summary.returned, 0)]]), false), form: 'list' };
  const returned = replace(summary.returned, 0);
  const kinds = escapedKinds(unit);
  if (kinds.length === 0) return returned;
  // What it is put together from is not what comes out.
  const { parts: _parts, ...whole } = returned;
  return madeSafe(whole, kinds);
}

/** What a new object is given is known to all objects of its class from here on. */
function setUp({ owner }: FunctionUnit, replace: Replace): void {
  for (const [name, value] of owner?.fields ?? []) {
    const given = replace(value, 0);
    if (given !== value && given.taints.length > 0) owner?.fields.set(name, joinValues(value, given));
  }
}

/**
 * An angle bracket, and what is put in its place: `replace('<', '&lt;')`, `/</g, '&lt;'`, `'<': '&lt;'`,
 * `case '<': out.append("&lt;")`.
 */
const ENTITY = /["'`/]<["'`/]g?\s*(?:[:,)]|->)\s*(?:\{\s*)?(?:[\w.]{1,40}\(\s*)?["'`]&(?:lt|#60|#x3c);/i;
/** What stands for the asterisk or the bracket of a filter. */
const FILTER_ESCAPE = /["'`]\\\\(?:2a|28|29)["'`]/i;

/** Kinds of sink for which a function of the files escapes what it is given, whatever it is called. */
function escapedKinds({ machine, function: definition }: FunctionUnit): readonly SinkKind[] {
  if (definition.at.end - definition.at.start >= LONGEST_ESCAPER) return [];
  const code = machine.recorder.codeAt(definition.at);
  return [
    ...(ENTITY.test(code) ? (['html', 'template', 'xml', 'mail'] as const) : []),
    ...(FILTER_ESCAPE.test(code) ? (['ldap'] as const) : []),
  ];
}

/** Characters; a longer function does more than escape. */
const LONGEST_ESCAPER = 1_500;

function passedTo(
  unit: FunctionUnit,
  call: CallExpression,
  values: readonly Value[],
  self: Value | undefined,
): ReadonlyMap<number, Value> {
  const { parameters } = unit.function;
  const passed = new Map<number, Value>();
  let position = 0;
  if (takesReceiver(unit)) {
    if (self !== undefined) passed.set(0, self);
    position = 1;
  }
  const rest = parameters.findIndex(({ form }) => form === 'rest');
  const others = parameters.findIndex(({ form }) => form === 'record');
  for (const [index, value] of values.entries()) {
    const argument = call.arguments[index];
    if (argument?.name !== undefined) {
      const named = parameters.findIndex(({ name, form }) => name === argument.name && form === 'plain');
      const at = named === -1 ? others : named;
      if (at !== -1) passed.set(at, named === -1 ? mixedValue([passed.get(at), value]) : value);
    } else if (argument?.isSpread === true) {
      for (let at = position; at < parameters.length; at += 1) {
        const known = passed.get(at);
        passed.set(at, known === undefined ? mixedValue([value]) : joinValues(known, value));
      }
    } else {
      const at = rest !== -1 && position >= rest ? rest : position;
      if (at < parameters.length) passed.set(at, at === rest ? mixedValue([passed.get(at), value]) : value);
      position += 1;
    }
  }
  return passed;
}

/** A sink inside the callee is reached with what this caller passes. */
function carry(machine: Machine, hit: SinkFact, replace: Replace): void {
  machine.spend();
  const value = replace(hit.value, 0);
  const taints = replace({ ...UNKNOWN, taints: hit.taints }, 0).taints.filter((taint) => isHarmful(taint, hit.kind));
  if (value === hit.value && taints.length === 0) return;
  machine.recordSink({ ...hit, value, taints });
}
