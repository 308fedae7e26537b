import { objectOfType } from './object-of-type.ts';
import type { Statement } from '../ir.ts';
import type { Value } from '../value.ts';
import { inBranch } from './branch.ts';
import type { Environment } from './environment.ts';
import { compoundValue } from './bind.ts';
import { truthOf } from './fold.ts';
import { runImport } from './import.ts';
import { runForEach, runLoop } from './loop.ts';
import type { Exit, Machine } from './machine.ts';
import { constantValue, namedValue, NUMBER, UNKNOWN } from './make-value.ts';
import { noteOutcome } from './outcome.ts';
import { noteOutputs } from './outputs.ts';
import { refineStatement } from './refine.ts';
import { runSwitch } from './switch.ts';
import { runTry } from './try.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>;

/** Runs statements in order, up to where control cannot get any further. */
export function runStatements(machine: Machine, statements: readonly Statement[]): void {
  // Functions and classes may be used above the place where they are written.
  for (const statement of statements) {
    if (statement.kind === 'function') {
      machine.frame.environment.set(statement.function.name, machine.define(statement.function, undefined, true));
    }
  }
  for (const statement of statements) {
    if (machine.frame.environment.isDead) {
      // A label may be jumped to from above.
      if (statement.kind !== 'label') continue;
    }
    runStatement(machine, statement);
  }
}

function runStatement(machine: Machine, statement: Statement): void {
  machine.spend();
  const { frame } = machine;
  switch (statement.kind) {
    case 'evaluate': {
      const { value } = statement;
      frame.unused = value.kind === 'unary' && value.operator === 'await' ? value.operand : value;
      machine.evaluate(value);
      frame.unused = undefined;
      const call = value.kind === 'unary' && value.operator === 'await' ? value.operand : value;
      if (call.kind === 'call') refineStatement(machine, call);
      return;
    }
    case 'assign': {
      let value = machine.evaluate(statement.value);
      for (const target of statement.targets) {
        if (statement.operator !== undefined) value = compoundValue(machine, statement.operator, target, value);
        machine.bind(target, value, statement.at, statement.value.at);
      }
      return;
    }
    case 'declare': {
      const value = statement.value === undefined ? emptyValue(machine, statement) : machine.evaluate(statement.value);
      machine.bind(
        { kind: 'name', name: statement.name, at: statement.at },
        declaredValue(statement, value),
        statement.at,
        statement.value?.at ?? statement.at,
      );
      return;
    }
    case 'if':
      runIf(machine, statement);
      return;
    case 'loop':
      runLoop(machine, statement);
      return;
    case 'for-each':
      runForEach(machine, statement);
      return;
    case 'switch':
      runSwitch(machine, statement);
      return;
    case 'try':
      runTry(machine, statement);
      return;
    case 'with':
      for (const { value, target } of statement.resources) {
        const resource = machine.evaluate(value);
        if (target !== undefined) machine.bind(target, resource, statement.at, value.at);
      }
      machine.run(statement.body);
      return;
    case 'return': {
      const value = statement.value === undefined ? UNKNOWN : machine.evaluate(statement.value);
      frame.unit?.fact.returns.push({ value, at: statement.value?.at ?? statement.at });
      noteOutcome(machine, statement.value, value);
      noteOutputs(machine);
      frame.environment.isDead = true;
      return;
    }
    case 'raise':
      if (statement.value !== undefined) machine.evaluate(statement.value);
      frame.environment.isDead = true;
      return;
    case 'break':
    case 'continue':
      leave(machine, statement);
      return;
    case 'label':
      runLabel(machine, statement);
      return;
    case 'goto':
      frame.environment.isDead = true;
      return;
    case 'assert':
      machine.evaluate(statement.test);
      machine.refine(statement.test, true);
      return;
    case 'delete':
      for (const target of statement.targets) machine.evaluate(target);
      return;
    case 'function':
      frame.environment.set(statement.function.name, machine.define(statement.function, undefined));
      return;
    case 'class':
      frame.environment.set(statement.class.name, machine.defineClass(statement.class));
      return;
    case 'import':
      runImport(machine, statement);
      return;
    case 'export':
      for (const { local, exported } of statement.names) {
        machine.exportValue(exported, frame.environment.get(local) ?? UNKNOWN);
      }
      return;
    case 'block':
      machine.run(statement.body);
  }
}

/** A variable that is given nothing may have a type that tables know; one of a kind of text is empty. */
function emptyValue(machine: Machine, { type }: Of<'declare'>): Value {
  const { knowledge } = machine;
  if (type === undefined || (type.pointers ?? 0) > 0 || type.sizes !== undefined) return UNKNOWN;
  const name = knowledge.annotationType(type.name);
  if (name === undefined) return objectOfType(machine, type.name);
  const named = namedValue(knowledge.canonical(name));
  return knowledge.plainType(type.name) === 'text' ? { ...constantValue(''), ...named, isStorage: true } : named;
}

/** What a variable of a language with storage holds from its declaration on. */
function declaredValue({ type, isStatic }: Of<'declare'>, value: Value): Value {
  if (type?.isConstant === true) return value;
  // A counter or a pointer that functions change is not what it was at first.
  if (isStatic === true && value.constant !== undefined && typeof value.constant.value !== 'string') {
    return value.isNumeric === true ? NUMBER : UNKNOWN;
  }
  return type?.sizes === undefined || typeof value.constant?.value !== 'string' ? value : { ...value, isStorage: true };
}

/** Iterative over `else if`, as generated code chains hundreds. */
function runIf(machine: Machine, first: Of<'if'>): void {
  const base = machine.frame.environment;
  const ends: Environment[] = [];
  const opened: Environment[] = [];
  let statement = first;
  for (;;) {
    const { test, then, otherwise } = statement;
    const truth = truthOf(machine.evaluate(test));
    const here = machine.frame.environment;
    if (truth !== false) {
      ends.push(
        inBranch(machine, here, () => {
          machine.refine(test, true);
          machine.run(then);
        }),
      );
    }
    if (truth === true) break;
    const rest = here.branch();
    machine.frame.environment = rest;
    opened.push(rest);
    machine.refine(test, false);
    const [next] = otherwise;
    if (next?.kind !== 'if' || otherwise.length > 1) {
      machine.run(otherwise);
      ends.push(machine.frame.environment);
      break;
    }
    statement = next;
  }
  machine.frame.environment = base;
  base.join(ends);
}

function leave(machine: Machine, { kind, label }: Of<'break'> | Of<'continue'>): void {
  const { frame } = machine;
  const exit = frame.exits.findLast(
    (one) => (label === undefined || one.label === label) && (kind === 'break' || one.isLoop),
  );
  // What follows may still change the layers that lead here.
  if (kind === 'break') exit?.breaks.push(frame.environment.snapshot(exit.base));
  else exit?.continues.push(frame.environment.snapshot(exit.entry));
  frame.environment.isDead = true;
}

function runLabel(machine: Machine, { name, body }: Of<'label'>): void {
  const { frame } = machine;
  const base = frame.environment;
  const [only] = body;
  const isReached = !base.isDead;
  // A loop knows its own label: `continue` with it goes on with that loop.
  if (isReached && body.length === 1 && only?.kind === 'loop') return runLoop(machine, only, name);
  if (isReached && body.length === 1 && only?.kind === 'for-each') return runForEach(machine, only, name);
  const exit: Exit = { label: name, isLoop: false, base, entry: base, breaks: [], continues: [] };
  frame.exits.push(exit);
  base.isDead = false;
  const inner = inBranch(machine, base, () => machine.run(body));
  frame.exits.pop();
  base.join([inner, ...exit.breaks]);
}
