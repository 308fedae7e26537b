import type { ModuleFacts, SinkFact } from '../facts.ts';
import type { FrontEnd } from '../front-end.ts';
import type { IrClass, IrFunction, IrModule, Place } from '../ir.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Value } from '../value.ts';
import { addSink, sinkKey } from './add-sink.ts';
import { bindTarget, storeValue } from './bind.ts';
import { type Definitions, defineClass, defineFunction, readFromClass } from './define.ts';
import { Environment } from './environment.ts';
import { evaluateAgain, evaluateExpression } from './expression.ts';
import { followCall, summarise } from './follow.ts';
import { narrowed, partOf } from './items.ts';
import type { ClassUnit, FunctionUnit, Machine, Passed } from './machine.ts';
import { joinTaints, namedValue, NUMBER, UNKNOWN } from './make-value.ts';
import { Recorder, sinkFacts } from './recorder.ts';
import { withoutClosedParameters } from './closed-parameters.ts';
import { refineTest } from './refine.ts';
import { runStatements } from './statement.ts';

/** A lowered file and what is needed to read it. */
export interface ProgramFile {
  readonly module: IrModule;
  readonly frontEnd: FrontEnd;
  readonly knowledge: Knowledge;
}

/** Evaluates files together: what one exports, another may import. */
export interface Program {
  /**
   * Evaluates a file. What it calls in other files is known to them from then on, so that files of one batch are all run
   * before the facts of any are asked for.
   *
   * @throws {BudgetExceededError} when the file takes more steps than a file may.
   */
  readonly run: (path: string) => void;
  /**
   * Everything that evaluating the file gives.
   *
   * @throws {BudgetExceededError} when the file takes more steps than a file may.
   */
  readonly factsOf: (path: string) => ModuleFacts | undefined;
  /** After `factsOf`: the sinks in other files that data reaches from this one, as facts of those files. */
  readonly foreignFactsOf: (path: string) => readonly ModuleFacts[];
}

export interface ProgramOptions {
  /** A file of the scan by its path; it is lowered when it is first asked for. */
  readonly fileAt: (path: string) => ProgramFile | undefined;
  /** Files beside a path that give a name to their neighbours without an import. Absent: no file does. */
  readonly givers?: (path: string, name: string) => readonly string[];
  /** Files of a package of many files, `store/*.go`. */
  readonly membersOf?: (pattern: string) => readonly string[];
  /** Steps of evaluation for one file; each is an expression or a statement. */
  readonly budget: number;
  /** More of them for each character of the file. */
  readonly budgetPerCharacter?: number;
  /** Whether the time for the file is over; asked now and then. */
  readonly isLate: () => boolean;
}

/** A file takes too long to evaluate. */
export class BudgetExceededError extends Error {
  override readonly name = 'BudgetExceededError';
}

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 4096;
const LONGEST_NAME = 160;

interface Loaded {
  readonly machine: Machine;
  readonly definitions: Definitions;
  readonly exports: Map<string, Value>;
  readonly environment: Environment;
  readonly module: IrModule;
  isRun: boolean;
  /** What its top level broke off with. */
  broken: Error | undefined;
}

/** Opens a program; nothing is evaluated before it is asked for. */
export function openProgram({
  fileAt,
  givers,
  membersOf,
  budget,
  budgetPerCharacter = 0,
  isLate,
}: ProgramOptions): Program {
  let limit = budget;
  const loaded = new Map<string, Loaded | undefined>();
  const units = new Map<IrFunction, FunctionUnit>();
  const parameters = new Map<string, Passed>();
  const classes = new Map<IrClass, ClassUnit>();
  const nesting = { depth: 0 };
  let steps = 0;
  /** Files that the one that runs has taken names from. */
  const neighbours = new Set<string>();
  const spend = (): void => {
    steps += 1;
    if (steps > limit || (steps % STEPS_PER_LOOK === 0 && isLate())) throw new BudgetExceededError();
  };

  const load = (path: string): Loaded | undefined => {
    if (loaded.has(path)) return loaded.get(path);
    const file = fileAt(path);
    const one = file === undefined ? undefined : open(path, file);
    loaded.set(path, one);
    return one;
  };

  const open = (path: string, { module, frontEnd, knowledge }: ProgramFile): Loaded => {
    const environment = new Environment();
    const definitions: Definitions = { functions: units, parameters, classes, waiting: [] };
    const exports = new Map<string, Value>();
    const recorder = new Recorder(module);
    const machine: Machine = {
      path,
      frontEnd,
      knowledge,
      recorder,
      frame: {
        environment,
        unit: undefined,
        self: undefined,
        exits: [],
        hits: new Map(),
        yields: [],
        outputs: new Map(),
        base: environment,
        outcomes: [],
        tryDepth: 0,
        loopDepth: 0,
        unused: undefined,
      },
      followed: new WeakMap(),
      nesting,
      spend,
      evaluate: (expression) => evaluateExpression(machine, expression),
      again: (expression) => evaluateAgain(machine, expression),
      isAgain: false,
      worth: new WeakMap(),
      run: (statements) => runStatements(machine, statements),
      store: (target, value) => storeValue(machine, target, value),
      bind: (target, value, at, valueAt) => bindTarget(machine, target, value, at, valueAt),
      refine: (test, outcome) => refineTest(machine, test, outcome),
      named: (name, at) => named(machine, name, at),
      readMember: (object, property, at) => readMember(machine, object, property, at),
      sharedName: (beside, name, own) => sharedName(beside, name, own),
      define: (definition, owner, isDeclared) => defineFunction(machine, definitions, definition, owner, isDeclared),
      defineClass: (definition) => defineClass(machine, definitions, definition),
      follow: (callee, call, values, self) =>
        followCall(machine, callee, call, values, self, units.get(callee.function)),
      unitOf: (definition) => units.get(definition),
      classUnitOf: (definition) => classes.get(definition),
      importModule: (name) => importModule(machine, name),
      recordSink: (hit) => recordSink(machine, hit),
      exportValue: (name, value) => {
        exports.set(name, value);
      },
    };
    return { machine, definitions, exports, environment, module, isRun: false, broken: undefined };
  };

  /** Runs the top level of a file. A file that is running already (a ring of imports) is taken as far as it has come. */
  const start = (one: Loaded): void => {
    if (one.broken !== undefined) throw one.broken;
    if (one.isRun) return;
    one.isRun = true;
    try {
      one.machine.run(one.module.body);
    } catch (error) {
      // Whoever asks for it next must not take the half that was run for the whole.
      one.broken = error instanceof Error ? error : new Error('The evaluation broke off.');
      throw error;
    }
    one.environment.isDead = false;
  };

  const importModule = (machine: Machine, name: string): Value => {
    const { modules } = machine.frontEnd;
    for (const path of modules.candidates(name, machine.path)) {
      if (path === machine.path) continue;
      const paths = path.includes('*') ? (membersOf?.(path) ?? []) : [path];
      const found = paths.flatMap((one) => load(one) ?? []);
      if (found.length === 0) continue;
      const fields = new Map<string, Value>();
      for (const one of found) {
        start(one);
        for (const [key, value] of one.environment.own()) fields.set(key, value);
        for (const [key, value] of one.exports) fields.set(key, value);
      }
      return { ...namedValue(modules.canonical(name)), fields, form: 'object' };
    }
    return namedValue(machine.knowledge.canonical(modules.canonical(name)));
  };

  /** A top-level name of a neighbour; one that broke off gives nothing. */
  const sharedName = (beside: string, name: string, own: string): Value | undefined => {
    for (const path of givers?.(beside, name) ?? []) {
      const one = path === beside ? undefined : load(path);
      if (one === undefined || one.broken !== undefined) continue;
      if (!neighbours.has(path)) {
        // What is called there is worked out now, and has its own share of steps.
        neighbours.add(path);
        limit += budgetPerCharacter * one.module.text.length;
      }
      const { depth } = nesting;
      nesting.depth = 0;
      start(one);
      nesting.depth = depth;
      const value = one.environment.own().get(own);
      if (value !== undefined) return value;
    }
    return undefined;
  };

  const run = (path: string): void => {
    const one = load(path);
    if (one === undefined) return;
    steps = 0;
    neighbours.clear();
    limit = budget + budgetPerCharacter * one.module.text.length;
    start(one);
    // Functions inside functions join the queue while it is worked off.
    // Handlers first: what they hand to constructors is then known to the methods that they call.
    for (let next = nextOf(one.definitions.waiting); next !== undefined; next = nextOf(one.definitions.waiting)) {
      summarise(next);
    }
  };

  return {
    run,
    factsOf: (path) => {
      run(path);
      const one = loaded.get(path);
      if (one === undefined) return undefined;
      const { memory } = one.machine.frontEnd.frameworks.find((framework) => framework.memory !== undefined) ?? {};
      const facts = one.machine.recorder.facts();
      return withoutClosedParameters(memory === undefined ? facts : { ...facts, memory }, parameters);
    },
    foreignFactsOf: (path) =>
      [...(loaded.get(path)?.machine.recorder.foreignSinks() ?? [])].flatMap(([other, sinks]) => {
        const module = loaded.get(other)?.module;
        return module === undefined ? [] : [withoutClosedParameters(sinkFacts(module, sinks), parameters)];
      }),
  };
}

function nextOf(waiting: FunctionUnit[]): FunctionUnit | undefined {
  const handler = waiting.findIndex(({ fact }) => fact.route !== undefined);
  return handler === -1 ? waiting.shift() : waiting.splice(handler, 1)[0];
}

function named(machine: Machine, name: string, at: { readonly start: number; readonly end: number }): Value {
  const source = machine.knowledge.source(name);
  if (source === undefined || source.isCarrier === true || (source.isFixedByRoute === true && hasFixedRoute(machine)))
    return isConstantName(name) ? { ...namedValue(name), isFixed: true } : namedValue(name);
  return {
    name,
    traits: [],
    taints: [
      {
        source: name,
        kind: source.kind,
        what: source.what,
        parameter: -1,
        safeFor: [],
        steps: { path: machine.path, at, message: `Data comes from ${source.what}.`, before: undefined, length: 1 },
      },
    ],
  };
}

function readMember(
  machine: Machine,
  object: Value,
  property: string,
  at: { readonly start: number; readonly end: number },
): Value {
  const { environment } = machine.frame;
  const field = object.fields?.get(property);
  if (field !== undefined) return environment.guardedValue(field);
  if (object.class !== undefined) {
    const unit = machine.classUnitOf(object.class.class);
    const found =
      unit === undefined
        ? undefined
        : (readFromClass(machine, unit, object, property) ?? readFromNeighbour(machine, unit, object, property));
    if (found !== undefined) return environment.guardedValue(readProperty(machine, found, property, at));
  }
  if (machine.knowledge.operation([`.${property}`]) === 'length') {
    if (typeof object.constant?.value === 'string')
      return { ...NUMBER, constant: { value: object.constant.value.length }, isFixed: true };
    return NUMBER;
  }
  const general = `*.${property}`;
  const typedGeneral = object.name === undefined ? machine.knowledge.canonical(general) : general;
  const full =
    object.name === undefined
      ? typedGeneral === general
        ? undefined
        : typedGeneral
      : machine.knowledge.canonical(`${object.name}.${property}`);
  const name = full === undefined || full.length > LONGEST_NAME ? undefined : full;
  const own = name === undefined ? UNKNOWN : named(machine, name, at);
  const taints = joinTaints(own.taints, narrowed(object, `[${property}]`));
  return environment.guardedValue({
    taints,
    traits: [],
    ...partOf(object, 'member'),
    ...(name === undefined ? {} : { name }),
    ...(object.isFixed === true || (taints.length === 0 && isConstantName(property) && isOwnObject(object))
      ? { isFixed: true }
      : {}),
  });
}

/** What another file of the folder says of a class: methods that stand apart from their type, or the type of a method. */
function readFromNeighbour(machine: Machine, unit: ClassUnit, object: Value, property: string): Value | undefined {
  const { name } = unit.class;
  for (const key of [`${name}.${property}`, name]) {
    const type = machine.sharedName(unit.path, key, name)?.class;
    const other = type === undefined || type.class === unit.class ? undefined : machine.classUnitOf(type.class);
    const found = other === undefined ? undefined : readFromClass(machine, other, object, property);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A method that is read as if it were a field is called by reading it. */
function readProperty(machine: Machine, found: Value, property: string, at: Place): Value {
  const { function: method } = found;
  const unit = method === undefined ? undefined : machine.unitOf(method.function);
  if (method === undefined || unit?.fact.decorators.some(({ name }) => PROPERTY.test(name)) !== true) return found;
  const callee = { kind: 'name', name: property, at } as const;
  return machine.follow(method, { kind: 'call', callee, arguments: [], at }, [], method.self) ?? found;
}

const PROPERTY = /^(?:.*\.)?(?:cached_)?property$/;

/** A handler whose pattern has no variable part is reached by one path only. */
function hasFixedRoute({ frame }: Machine): boolean {
  const pattern = frame.unit?.fact.route?.pattern;
  return pattern !== undefined && !/[<{(*:]/.test(pattern);
}

/** Names in capitals are constants by convention, in modules and classes; elsewhere they may be anything. */
function isConstantName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]{2,}$/.test(name);
}

function isOwnObject({ name, class: type }: Value): boolean {
  return type !== undefined || (name !== undefined && !name.includes('('));
}

function recordSink(machine: Machine, hit: SinkFact): void {
  const { frame } = machine;
  // Callers of this function must know what its parameters reach, and what texts made of them do.
  if (
    frame.unit !== undefined &&
    dependsOnParameters(hit, frame.unit.id) &&
    (frame.hits.size < MOST_HITS || frame.hits.has(sinkKey(hit)))
  ) {
    addSink(frame.hits, hit);
  }
  const owner = machine.path === hit.path ? machine : undefined;
  (owner ?? machine).recorder.sink(hit);
}

/** Sinks of one function that its callers hear of. */
const MOST_HITS = 100;

function dependsOnParameters({ taints, value }: SinkFact, id: string): boolean {
  const prefix = `${id}#`;
  if (taints.some(({ source }) => source.startsWith(prefix))) return true;
  if (value.parameter?.startsWith(prefix) === true) return true;
  return value.taints.some(({ source }) => source.startsWith(prefix));
}
