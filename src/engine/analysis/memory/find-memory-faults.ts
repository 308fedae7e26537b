import type { ModuleFacts } from '../facts.ts';
import type { IrFunction, IrModule, Statement, TypeName } from '../ir.ts';
import { nodesOf } from '../judges/nodes-of.ts';
import { RuleWorkError } from '../rule-work.ts';
import { decayed, exitsOf } from './call-function.ts';
import { claimSizes } from './claimed-size.ts';
import { changedBy } from './changed-names.ts';
import { fromOutside } from './assign.ts';
import { reportDangling } from './dangling.ts';
import { claimEnds } from './ended-by.ts';
import { evaluate } from './evaluate.ts';
import { constant, ZERO } from './linear.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryTable } from './memory-table.ts';
import type { MemoryFault, MemoryFaultKind } from './memory-fault.ts';
import { type Frame, MemoryBudgetError, MemoryMachine, type MemoryProgram } from './memory-machine.ts';
import { looseBoundsOf } from './loose-bounds.ts';
import { MemoryState } from './memory-state.ts';
import { runBody } from './run-function.ts';
import { runStatements } from './run-statement.ts';

interface Found {
  readonly faults: readonly MemoryFault[];
  /** Some function was given up. */
  readonly isCut: boolean;
}

/** Steps for one function, and for the whole file per character. */
const FUNCTION_STEPS = 20_000;
const STEPS_PER_CHARACTER = 12;
const LEAST_STEPS = 100_000;
/** Steps for one function, and per character of it, before it is gone through frugally. */
const AMPLE_STEPS = 150;
const AMPLE_PER_CHARACTER = 0.1;

/** Arguments of a program. */
const MOST_ARGUMENTS = 2 ** 21;

const known = new WeakMap<IrModule, Found>();

/**
 * What the functions of a file do with memory and must not. The file is gone through once for all the rules that ask.
 *
 * @throws {RuleWorkError} after the last one, when a function took too long: then there may be more.
 */
export function* memoryFaults(facts: ModuleFacts): Generator<MemoryFault> {
  const { module, memory } = facts;
  // What is told of a file because another one reaches its sinks comes without a table, and says nothing of its memory.
  if (memory === undefined) return;
  const found = known.get(module) ?? find(facts, memory);
  known.set(module, found);
  yield* found.faults;
  if (found.isCut) throw new RuleWorkError();
}

function find(facts: ModuleFacts, table: MemoryTable): Found {
  const { module } = facts;
  const functions = nodesOf(facts, 'function').map((node) => node.function);
  const program = programOf(facts, functions, table);
  let left = LEAST_STEPS + STEPS_PER_CHARACTER * module.text.length;
  const [first] = functions;
  if (first === undefined) return { faults: [], isCut: false };
  const machine = new MemoryMachine(program, frameOf(first), { evaluate, runStatements, runBody, exitsOf });
  for (const one of functions)
    for (const { kind, at, message, confidence, ...more } of looseBoundsOf(one, table))
      machine.report(kind, at, message, confidence, more);
  let isCut = false;
  for (const one of functions) {
    const steps = Math.min(left, FUNCTION_STEPS + 40 * (one.at.end - one.at.start));
    machine.refill(steps, AMPLE_STEPS + AMPLE_PER_CHARACTER * (one.at.end - one.at.start));
    try {
      runRoot(machine, one);
    } catch (error) {
      // The other error is that of a stack which nested code has filled.
      if (!(error instanceof MemoryBudgetError) && !(error instanceof RangeError)) throw error;
      isCut = true;
    }
    left -= machine.used(steps);
    if (left <= 0) return { faults: faultsOf(machine), isCut: true };
  }
  return { faults: faultsOf(machine), isCut };
}

/** A size that overflows is said once, where it is used. */
function faultsOf(machine: MemoryMachine): readonly MemoryFault[] {
  const all = [...machine.faults.values()];
  const sizes = all.filter(({ kind }) => kind === 'size-overflow');
  const trusted = trustedAllocators(machine, all);
  const broken = machine.program.broken;
  const isBroken = ({ kind, at }: MemoryFault): boolean =>
    OF_WAYS.has(kind) && broken.some(({ start, end }) => start <= at.start && at.end <= end);
  return all
    .filter((fault) => !isBroken(fault))
    .filter(
      ({ kind, at, from }) =>
        (kind !== 'unchecked-null' || from === undefined || !trusted.has(from)) &&
        (kind !== 'overflow' || !sizes.some((one) => one.at.start <= at.start && at.end <= one.at.end)),
    );
}

/** What depends on which statement belongs to which branch, which is not known where something did not parse. */
const OF_WAYS: ReadonlySet<MemoryFaultKind> = new Set([
  'null-dereference',
  'checked-too-late',
  'uninitialised',
  'leak',
  'use-after-free',
  'double-free',
]);

/** So many uses without a test are a convention, when they are most of them: what is called ends the program by itself. */
const CONVENTION = 2;
const MOST_OF_THEM = 2;

/** Functions that are not of the table, of whose results the file tests none, or few. */
function trustedAllocators({ program, tested }: MemoryMachine, faults: readonly MemoryFault[]): ReadonlySet<string> {
  const uses = new Map<string, Set<number>>();
  for (const { kind, from, since } of faults)
    if (kind === 'unchecked-null' && from !== undefined && since !== undefined && !program.calls.has(from))
      uses.set(from, (uses.get(from) ?? new Set()).add(since.start));
  const isTrusted = (name: string, { size }: ReadonlySet<number>): boolean =>
    size >= CONVENTION && size > MOST_OF_THEM * (tested.get(name)?.size ?? 0);
  return new Set([...uses].filter(([name, places]) => isTrusted(name, places)).map(([name]) => name));
}

function frameOf(one: IrFunction): Frame {
  return {
    function: one,
    variables: new Map(),
    types: new Map(),
    declarations: new Map(),
    exits: [],
    jumps: new Map(),
    breaks: [],
    continues: [],
    limits: new Map(),
    depth: 0,
  };
}

/** A function as somebody calls it of whom nothing is known. */
function runRoot(machine: MemoryMachine, one: IrFunction): void {
  const frame = frameOf(one);
  machine.frame = frame;
  const state = new MemoryState();
  const isMain = machine.program.table.entries.has(one.name);
  for (const { name, type, at } of one.parameters) {
    const id = machine.declare(name);
    if (type === undefined || name === '') continue;
    const plain = decayed(type);
    frame.types.set(name, plain);
    const value = fromOutside(machine, state, plain, name, at, isMain ? 'input' : 'parameter');
    if (value.kind !== 'unknown') state.values.set(`r${id}`, value);
    // The system hands over as many arguments as it has, and a program is far from what it can have.
    if (isMain && value.kind === 'number' && value.value.symbol !== undefined)
      state.learn(value.value.symbol, { low: ZERO, high: constant(MOST_ARGUMENTS) });
  }
  claimEnds(machine, state, one);
  // Whoever calls a function of the same file has been looked at.
  if (!machine.program.called.has(one.name)) claimSizes(machine, state, one);
  runBody(machine, state, one);
  if (isMain) return;
  reportLeaks(machine, frame);
  reportDangling(machine, frame);
}

/** Memory that a way out leaves behind: nobody has it and nobody gave it back. */
function reportLeaks(machine: MemoryMachine, frame: Frame): void {
  for (const { state, value, at } of frame.exits) {
    for (const region of state.regions.values()) {
      if (region.storage !== 'heap' || region.family === undefined || state.isGone(region)) continue;
      if (region.isShared === true || region.nullness === 'is') continue;
      if (value.kind === 'pointer' && value.region === region.id) continue;
      machine.report(
        'leak',
        region.at,
        `What '${region.name}' allocates is not given back on every way out.`,
        'medium',
        {
          since: at,
        },
      );
    }
  }
}

function programOf(facts: ModuleFacts, functions: readonly IrFunction[], table: MemoryTable): MemoryProgram {
  const { module } = facts;
  const byName = new Map<string, IrFunction>();
  const twice = new Set<string>();
  for (const one of functions) {
    if (one.name === '' || one.isMethod) continue;
    if (byName.has(one.name)) twice.add(one.name);
    byName.set(one.name, one);
  }
  // Overloads: which one is meant is not known.
  for (const name of twice) byName.delete(name);
  const constants = new Map<string, number>(table.constants);
  const globalTypes = new Map<string, TypeName>();
  const members = new Map<string, Map<string, TypeName>>();
  const written = writtenIn(functions);
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (statement.kind === 'assign') noteConstant(constants, statement);
      else if (statement.kind === 'declare' && statement.type !== undefined) {
        globalTypes.set(statement.name, statement.type);
        if (
          (statement.type.isConstant === true || !written.has(statement.name)) &&
          statement.value?.kind === 'literal' &&
          typeof statement.value.value === 'number'
        )
          constants.set(statement.name, statement.value.value);
      } else if (statement.kind === 'class') {
        const own = new Map<string, TypeName>();
        for (const member of statement.class.body)
          if (member.kind === 'declare' && member.type !== undefined) own.set(member.name, member.type);
        members.set(statement.class.name.replace(table.structureWords, ''), own);
      } else if (statement.kind === 'block' || (statement.kind === 'if' && statement.test.kind === 'unknown'))
        visit(statement.kind === 'block' ? statement.body : [...statement.then, ...statement.otherwise]);
    }
  };
  visit(module.body);
  return {
    functions: byName,
    broken: functions
      .map(({ at }) => at)
      .filter(({ start, end }) => module.faults.some((fault) => start <= fault.start && fault.end <= end)),
    macros: table.macros?.(module.text) ?? { ends: new Set(), tests: new Set() },
    hasReferences: table.referenceLanguages.has(module.language),
    called: new Set(calledIn(facts)),
    table,
    calls: callsByName(table),
    constants,
    members,
    globalTypes,
  };
}

const callsOf = new WeakMap<MemoryTable, ReadonlyMap<string, MemoryCall>>();

/** The table is the same for all files of a language. */
function callsByName(table: MemoryTable): ReadonlyMap<string, MemoryCall> {
  const before = callsOf.get(table);
  if (before !== undefined) return before;
  const calls = new Map(table.calls.map((call) => [call.callee, call]));
  callsOf.set(table, calls);
  return calls;
}

/** Names of what is called somewhere in the file. */
function* calledIn(facts: ModuleFacts): Generator<string> {
  for (const { callee } of nodesOf(facts, 'call')) if (callee.kind === 'name') yield callee.name;
}

/** Names that some function assigns to, or whose address it takes. */
function writtenIn(functions: readonly IrFunction[]): ReadonlySet<string> {
  return new Set(functions.flatMap(({ body }) => [...changedBy(body).names.keys()]));
}

function noteConstant(
  constants: Map<string, number>,
  { targets, value, operator }: Extract<Statement, { kind: 'assign' }>,
): void {
  const [target] = targets;
  if (operator !== undefined || target?.kind !== 'name') return;
  if (value.kind === 'literal' && typeof value.value === 'number') constants.set(target.name, value.value);
  else if (value.kind === 'binary') {
    const [left, right] = [numberOf(constants, value.left), numberOf(constants, value.right)];
    if (left === undefined || right === undefined) return;
    if (value.operator === '+') constants.set(target.name, left + right);
    else if (value.operator === '-') constants.set(target.name, left - right);
    else if (value.operator === '*') constants.set(target.name, left * right);
  }
}

function numberOf(
  constants: ReadonlyMap<string, number>,
  value: Extract<Statement, { kind: 'evaluate' }>['value'],
): number | undefined {
  if (value.kind === 'name') return constants.get(value.name);
  return value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
}
