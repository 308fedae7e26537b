import type { Expression, Statement } from '../ir.ts';
import type { Value } from '../value.ts';
import type { Environment } from './environment.ts';
import { foldBinary, foldCompare, truthOf } from './fold.ts';
import { anyItem } from './items.ts';
import type { Exit, Machine } from './machine.ts';
import { UNKNOWN } from './make-value.ts';
import { refineStatement } from './refine.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>;

/** Runs statements in order, up to where control cannot get any further. */
export function runStatements(machine: Machine, statements: readonly Statement[]): void {
  // Functions and classes may be used above the place where they are written.
  for (const statement of statements) {
    if (statement.kind === 'function') {
      machine.frame.environment.set(statement.function.name, machine.define(statement.function, undefined));
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
        if (statement.operator !== undefined) value = foldBinary(statement.operator, machine.evaluate(target), value);
        machine.bind(target, value, statement.at, statement.value.at);
      }
      return;
    }
    case 'declare': {
      const value = statement.value === undefined ? UNKNOWN : machine.evaluate(statement.value);
      machine.bind({ kind: 'name', name: statement.name, at: statement.at }, value, statement.at, statement.value?.at ?? statement.at);
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

/** Runs statements in a layer of their own and gives it back. */
function inBranch(machine: Machine, base: Environment, run: () => void): Environment {
  const { frame } = machine;
  const branch = base.branch();
  frame.environment = branch;
  run();
  frame.environment = base;
  return branch;
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

function runLoop(machine: Machine, loop: Of<'loop'>): void {
  if (loop.before !== undefined) machine.run(loop.before);
  repeat(machine, undefined, loop.body, {
    enter: () => {
      if (loop.test === undefined || loop.isTestedAfter === true) return true;
      const truth = truthOf(machine.evaluate(loop.test));
      if (truth !== false) machine.refine(loop.test, true);
      return truth;
    },
    again: () => {
      machine.run(loop.step ?? []);
      if (loop.test !== undefined && loop.isTestedAfter === true) machine.evaluate(loop.test);
    },
    isAtLeastOnce: loop.isTestedAfter === true,
    isEndless: loop.test === undefined,
  });
  if (loop.test !== undefined && !machine.frame.environment.isDead) machine.refine(loop.test, false);
  if (loop.otherwise !== undefined) machine.run(loop.otherwise);
}

function runForEach(machine: Machine, loop: Of<'for-each'>): void {
  const iterable = machine.evaluate(loop.iterable);
  const item: Value =
    loop.isOverKeys === true || iterable.form === 'record'
      ? { ...UNKNOWN, taints: iterable.isClosed === true ? [] : iterable.taints, ...(iterable.isClosed === true ? { isFixed: true } : {}) }
      : anyItem(iterable);
  repeat(machine, undefined, loop.body, {
    enter: () => {
      machine.store(loop.target, item);
      return undefined;
    },
    again: () => undefined,
    isAtLeastOnce: false,
    isEndless: false,
  });
  if (loop.otherwise !== undefined) machine.run(loop.otherwise);
}

interface Repetition {
  /** Starts a round; `false` when the test shows that there is none. */
  readonly enter: () => boolean | undefined;
  readonly again: () => void;
  readonly isAtLeastOnce: boolean;
  readonly isEndless: boolean;
}

/** Loops nested deeper than this are run once. */
const DEEPEST_TWICE = 2;

/**
 * Runs a body twice: what the first round leaves is what the second one may find. More rounds tell nothing new of where
 * data flows in all but contrived code.
 */
function repeat(machine: Machine, label: string | undefined, body: readonly Statement[], repetition: Repetition): void {
  const { frame } = machine;
  const base = frame.environment;
  const rounds = frame.loopDepth < DEEPEST_TWICE ? 2 : 1;
  const exit: Exit = { label, isLoop: true, breaks: [], continues: [] };
  let isEndless = repetition.isEndless;
  frame.loopDepth += 1;
  frame.exits.push(exit);
  for (let round = 0; round < rounds && !base.isDead; round += 1) {
    const entry = base.branch();
    frame.environment = entry;
    exit.breaks.length = 0;
    exit.continues.length = 0;
    const truth = repetition.enter();
    if (truth === false && !repetition.isAtLeastOnce) break;
    if (truth === true && round === 0) isEndless = repetition.isEndless || truth;
    if (truth !== true) isEndless = false;
    const inner = entry.branch();
    frame.environment = inner;
    machine.run(body);
    entry.join([inner, ...exit.continues]);
    frame.environment = entry;
    if (!entry.isDead) repetition.again();
    const isSkippable = !repetition.isAtLeastOnce && truth !== true;
    base.join([...(isSkippable || round > 0 ? [base.branch()] : []), entry, ...exit.breaks]);
    if (isEndless && round === rounds - 1 && exit.breaks.length === 0) base.isDead = true;
  }
  frame.exits.pop();
  frame.loopDepth -= 1;
  frame.environment = base;
}

function leave(machine: Machine, { kind, label }: Of<'break'> | Of<'continue'>): void {
  const { frame } = machine;
  const exit = frame.exits.findLast(
    (one) => (label === undefined || one.label === label) && (kind === 'break' || one.isLoop),
  );
  const snapshot = frame.environment.branch();
  if (kind === 'break') exit?.breaks.push(snapshot);
  else exit?.continues.push(snapshot);
  frame.environment.isDead = true;
}

function runLabel(machine: Machine, { name, body }: Of<'label'>): void {
  const { frame } = machine;
  const base = frame.environment;
  const wasDead = base.isDead;
  const exit: Exit = { label: name, isLoop: false, breaks: [], continues: [] };
  frame.exits.push(exit);
  base.isDead = false;
  const inner = inBranch(machine, base, () => machine.run(body));
  frame.exits.pop();
  base.join([inner, ...exit.breaks]);
  if (wasDead && body.length === 0) base.isDead = false;
}

function runSwitch(machine: Machine, { subject, cases }: Of<'switch'>): void {
  const { frame } = machine;
  const value = machine.evaluate(subject);
  const base = frame.environment;
  const exit: Exit = { label: undefined, isLoop: false, breaks: [], continues: [] };
  frame.exits.push(exit);
  const ends: Environment[] = [];
  let isDecided = false;
  let hasDefault = false;
  let falling: Environment | undefined;
  const canJump = cases.some(({ fallsThrough }) => fallsThrough);
  for (const { patterns, guard, body, fallsThrough } of cases) {
    const outcomes = patterns.map((pattern) => matches(machine, value, pattern, fallsThrough));
    const outcome = patterns.length === 0 ? true : outcomes.some((one) => one === true) ? true : outcomes.every((one) => one === false) ? false : undefined;
    const isEntered: boolean = !isDecided && outcome !== false;
    if (!isEntered && falling === undefined) continue;
    const branch = inBranch(machine, base, () => {
      if (falling !== undefined) frame.environment.join(isEntered ? [frame.environment.branch(), falling] : [falling]);
      for (const pattern of patterns) {
        capture(machine, subject, value, pattern, fallsThrough);
      }
      if (guard !== undefined) {
        machine.evaluate(guard);
        machine.refine(guard, true);
      }
      machine.run(body);
    });
    falling = undefined;
    if (fallsThrough && !branch.isDead) falling = branch;
    else ends.push(branch);
    if (outcome === true && guard === undefined && value.constant !== undefined && patterns.length > 0) isDecided = true;
    if (patterns.length === 0 || (outcome === true && guard === undefined)) hasDefault = true;
    if (isDecided && !canJump) break;
  }
  frame.exits.pop();
  frame.environment = base;
  base.join([...ends, ...(falling === undefined ? [] : [falling]), ...exit.breaks, ...(hasDefault || isDecided ? [] : [base.branch()])]);
}

/** `undefined` when it may match. */
function matches(machine: Machine, value: Value, pattern: Expression, isValue: boolean): boolean | undefined {
  if (pattern.kind === 'name' && !isValue) return true;
  if (pattern.kind === 'literal' || isValue) return foldCompare('==', value, machine.evaluate(pattern));
  return undefined;
}

function capture(machine: Machine, subject: Expression, value: Value, pattern: Expression, isValue: boolean): void {
  if (isValue || pattern.kind === 'literal') {
    machine.refine({ kind: 'compare', operator: '==', left: subject, right: pattern, at: pattern.at }, true);
  } else if (pattern.kind === 'name' || pattern.kind === 'sequence' || pattern.kind === 'record') {
    machine.store(pattern, value);
  } else if (pattern.kind === 'call') {
    for (const argument of pattern.arguments) machine.store(argument.value, { ...UNKNOWN, taints: value.taints });
  }
}

/** A handler may start from any point of what is tried. */
function runTry(machine: Machine, statement: Of<'try'>): void {
  const { frame } = machine;
  const base = frame.environment;
  frame.tryDepth += 1;
  const tried = inBranch(machine, base, () => machine.run(statement.body));
  frame.tryDepth -= 1;
  const wasDead = tried.isDead;
  tried.isDead = false;
  const start = base.branch();
  start.join([start.branch(), tried]);
  tried.isDead = wasDead;
  const ends: Environment[] = [];
  for (const handler of statement.handlers) {
    machine.recorder.handler(handler, statement.body, frame.unit?.fact);
    ends.push(
      inBranch(machine, start, () => {
        const types = handler.types.map(machine.evaluate);
        if (handler.name !== undefined) {
          const [type] = types;
          machine.store({ kind: 'name', name: handler.name, at: handler.at }, errorValue(machine, type, handler.at));
        }
        machine.run(handler.body);
      }),
    );
  }
  if (!wasDead && statement.otherwise.length > 0) {
    frame.environment = tried;
    machine.run(statement.otherwise);
    frame.environment = base;
  }
  base.join([tried, ...ends]);
  if (statement.finally.length > 0) {
    const isDead = base.isDead;
    base.isDead = false;
    machine.run(statement.finally);
    if (isDead) base.isDead = true;
  }
}


/** What a handler catches: its text may tell more than a stranger should know. */
function errorValue(machine: Machine, type: Value | undefined, at: Of<'try'>['at']): Value {
  const name = type?.name === undefined ? 'exception' : machine.knowledge.canonical(`${type.name}()`);
  return {
    name: name.includes('(') || name === 'exception' ? 'exception' : name,
    traits: ['exception'],
    taints: [
      {
        source: `${machine.path}:${String(at.start)}:error`,
        kind: 'error',
        what: 'an exception',
        parameter: -1,
        safeFor: [],
        steps: { path: machine.path, at, message: 'An exception is caught.', before: undefined, length: 1 },
      },
    ],
  };
}

/** A name that a module gives, or a module inside it that is a file of the scan. */
function importedPart(machine: Machine, module: Value, path: string, name: string): Value {
  const given = module.fields?.get(name);
  if (given !== undefined) return given;
  const inner = machine.importModule(path.endsWith('.') ? `${path}${name}` : `${path}.${name}`);
  return inner.fields === undefined ? machine.readMember(module, name, { start: 0, end: 0 }) : inner;
}

function runImport(machine: Machine, { module, bindings }: Of<'import'>): void {
  machine.recorder.imports.add(machine.frontEnd.modules.canonical(module));
  for (const { local, imported, module: own } of bindings) {
    const value = machine.importModule(own ?? module);
    if (imported === '*' && local === '*') {
      for (const [name, item] of value.fields ?? []) machine.frame.environment.set(name, item);
      continue;
    }
    const bound =
      imported === '*'
        ? value
        : imported === 'default'
          ? (value.fields?.get('default') ?? value)
          : importedPart(machine, value, own ?? module, imported);
    if (bound.name !== undefined) machine.recorder.imports.add(bound.name);
    machine.frame.environment.set(local, bound);
  }
}
