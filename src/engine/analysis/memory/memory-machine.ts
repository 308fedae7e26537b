import type { Confidence } from '#core/severity.ts';
import type { CallExpression, Expression, IrFunction, Place, Statement, TypeName } from '../ir.ts';
import { type Linear, symbolic } from './linear.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryFault, MemoryFaultKind } from './memory-fault.ts';
import type { MacroWays, MemoryTable } from './memory-table.ts';
import type { MemoryState, MemoryValue, Region, SymbolFacts } from './memory-state.ts';

/** Kinds of names that a table describes by a pattern. */
type NameKind = Exclude<keyof MemoryTable['names'], 'aliases'>;

/** Expressions in expressions that are still looked into; the size of an array may even ask for the array itself. */
const DEEPEST_EXPRESSION = 300;

/** Things that a state holds for which a copy costs as much as a step. */
const HELD_PER_STEP = 256;

/** A function that runs. */
export interface Frame {
  readonly function: IrFunction;
  /** Regions of its variables, by name. */
  readonly variables: Map<string, number>;
  readonly types: Map<string, TypeName>;
  /** Regions of variables of whose name there are several, by where they are declared. */
  readonly declarations: Map<number, number>;
  readonly exits: Exit[];
  /** States that jump to a label further down. */
  readonly jumps: Map<string, MemoryState[]>;
  breaks: MemoryState[];
  continues: MemoryState[];
  /** How far the indexes of the loop that runs may grow. */
  readonly limits: Map<string, Linear>;
  /** How often the loop that runs goes round at most, where its test tells. */
  trips?: number | undefined;
  readonly depth: number;
}

/** One way out of a function. */
export interface Exit {
  readonly state: MemoryState;
  readonly value: MemoryValue;
  readonly at: Place;
}

/** What a file says that all of its functions share. */
export interface MemoryProgram {
  readonly table: MemoryTable;
  readonly functions: ReadonlyMap<string, IrFunction>;
  readonly macros: MacroWays;
  /** Functions in which something did not parse. */
  readonly broken: readonly Place[];
  /** A call may set a variable that it is given by its name. */
  readonly hasReferences: boolean;
  /** Names of functions that the file calls. */
  readonly called: ReadonlySet<string>;
  readonly calls: ReadonlyMap<string, MemoryCall>;
  readonly constants: ReadonlyMap<string, number>;
  /** Types of members, by structure and name. */
  readonly members: ReadonlyMap<string, ReadonlyMap<string, TypeName>>;
  readonly globalTypes: ReadonlyMap<string, TypeName>;
}

/** Parts of the machine that need one another; whoever makes a machine hands them in. */
export interface MemoryParts {
  /** What an expression is worth; changes the state by what it does. */
  readonly evaluate: (machine: MemoryMachine, state: MemoryState, expression: Expression) => MemoryValue;
  readonly runStatements: (
    machine: MemoryMachine,
    states: readonly MemoryState[],
    statements: readonly Statement[],
  ) => readonly MemoryState[];
  /** Every way out of a call whose result is a part of something else. */
  readonly exitsOf: (machine: MemoryMachine, state: MemoryState, call: CallExpression) => readonly Exit[];
  /** Runs the body of the function whose frame is set; its ways out are in the frame. */
  readonly runBody: (machine: MemoryMachine, state: MemoryState, called: IrFunction) => void;
}

/** The file, or a function of it, takes too long. */
export class MemoryBudgetError extends Error {
  override readonly name = 'MemoryBudgetError';
}

/** Runs functions on what is known of their memory; collects what goes wrong. */
export class MemoryMachine {
  readonly program: MemoryProgram;
  frame: Frame;
  /** The ways that lead to the test that is looked at. */
  waysHere: readonly MemoryState[] = [];
  readonly faults: Map<string, MemoryFault> = new Map();
  /** Places of calls whose pointers something compares with null, by what is called. */
  readonly tested: Map<string, Set<number>> = new Map();
  readonly #globals = new Map<string, number>();
  readonly #literals = new Map<Expression, number>();
  readonly #members = new Map<string, number>();
  #nextRegion = 1;
  #nextSymbol = 1;
  readonly #named = new Map<string, Map<NameKind, boolean>>();
  readonly #aliases = new Map<string, MemoryCall | undefined>();
  #nesting = 0;
  #isTrying = false;
  #left = 0;
  #frugalBelow = 0;

  readonly #parts: MemoryParts;

  constructor(program: MemoryProgram, frame: Frame, parts: MemoryParts) {
    this.program = program;
    this.frame = frame;
    this.#parts = parts;
  }

  evaluate(state: MemoryState, expression: Expression): MemoryValue {
    return this.#parts.evaluate(this, state, expression);
  }

  runStatements(states: readonly MemoryState[], statements: readonly Statement[]): readonly MemoryState[] {
    return this.#parts.runStatements(this, states, statements);
  }

  /** What an expression may be worth, on each way out of the call that it is. */
  ways(state: MemoryState, expression: Expression): readonly Exit[] {
    if (expression.kind !== 'call') return [{ state, value: this.evaluate(state, expression), at: expression.at }];
    return this.#parts.exitsOf(this, state, expression).filter((exit) => !exit.state.isDead);
  }

  runBody(state: MemoryState, called: IrFunction): void {
    this.#parts.runBody(this, state, called);
  }

  /** Whether a name is of a kind that the table knows by its words; asked once per name. */
  is(kind: NameKind, name: string): boolean {
    let known = this.#named.get(name);
    if (known === undefined) {
      known = new Map();
      this.#named.set(name, known);
    }
    const before = known.get(kind);
    if (before !== undefined) return before;
    const found = this.program.table.names[kind].test(name);
    known.set(kind, found);
    return found;
  }

  /** Goes into an expression inside of others; not into one that is nested too deeply, or in itself. */
  enterExpression(): boolean {
    if (this.#nesting >= DEEPEST_EXPRESSION) return false;
    this.#nesting += 1;
    return true;
  }

  leaveExpression(): void {
    this.#nesting -= 1;
  }

  /** What the table says of a call, by its name or by one that means the same: `png_memcpy` does what `memcpy` does. */
  libraryCall(name: string): MemoryCall | undefined {
    const { calls, table } = this.program;
    const own = calls.get(name);
    if (own !== undefined || this.#aliases.has(name)) return own ?? this.#aliases.get(name);
    const meant = table.names.aliases.find(([pattern]) => pattern.test(name))?.[1];
    const found = meant === undefined ? undefined : calls.get(meant);
    this.#aliases.set(name, found);
    return found;
  }

  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new MemoryBudgetError();
  }

  /** A step whose cost grows with what the state holds. */
  spendOn(state: MemoryState): void {
    this.spend(1 + Math.floor(state.weight / HELD_PER_STEP));
  }

  /**
   * What an expression is worth here, without doing what it does. Checks inside of it that try expressions themselves are
   * left out: what stands in it is gone through when it is evaluated, and trying in trying would double with every level.
   */
  tried(state: MemoryState, expression: Expression): MemoryValue {
    const wasTrying = this.#isTrying;
    this.#isTrying = true;
    try {
      return this.evaluate(state.copy(), expression);
    } finally {
      this.#isTrying = wasTrying;
    }
  }

  get isTrying(): boolean {
    return this.#isTrying;
  }

  /** @param ample - Steps of the budget in which ways are kept apart and functions gone into freely. */
  refill(budget: number, ample: number): void {
    this.#left = budget;
    this.#nesting = 0;
    this.#frugalBelow = budget - ample;
  }

  /** So much has been done for this function that the rest of it is gone through in few ways. */
  get isFrugal(): boolean {
    return this.#left < this.#frugalBelow;
  }

  /** Steps taken of what there was. */
  used(budget: number): number {
    return budget - Math.max(0, this.#left);
  }

  /** The first time that something goes wrong at a place counts, unless it is surer later. */
  report(
    kind: MemoryFaultKind,
    at: Place,
    message: string,
    confidence: Confidence,
    more: Partial<MemoryFault> = {},
  ): void {
    const key = `${kind} ${at.start}`;
    const known = this.faults.get(key);
    if (known !== undefined && SURENESS[known.confidence] >= SURENESS[confidence]) return;
    this.faults.set(key, { kind, at, message, confidence, ...more });
  }

  /** A number of which nothing is known yet but what is given. */
  number(state: MemoryState, name: string, facts: SymbolFacts = {}): Linear {
    const symbol = `${name}#${this.#nextSymbol++}`;
    state.learn(symbol, facts);
    return symbolic(symbol);
  }

  newRegion(state: MemoryState, region: Omit<Region, 'id'>): number {
    const id = this.#nextRegion++;
    state.regions.set(id, { id, ...region });
    return id;
  }

  /** Region of a variable of the function that runs, or else of the file. */
  variable(name: string): number {
    const own = this.frame.variables.get(name);
    if (own !== undefined) return own;
    const known = this.#globals.get(name);
    if (known !== undefined) return known;
    const id = this.#nextRegion++;
    this.#globals.set(name, id);
    return id;
  }

  declare(name: string): number {
    const id = this.#nextRegion++;
    this.frame.variables.set(name, id);
    return id;
  }

  typeOfVariable(name: string): TypeName | undefined {
    return this.frame.types.get(name) ?? this.program.globalTypes.get(name);
  }

  isLocal(name: string): boolean {
    return this.frame.variables.has(name);
  }

  /** The region that one expression always makes: a literal. */
  literal(expression: Expression): number {
    const known = this.#literals.get(expression);
    if (known !== undefined) return known;
    const id = this.#nextRegion++;
    this.#literals.set(expression, id);
    return id;
  }

  /** The region of an array that is a member. */
  member(key: string): number {
    const known = this.#members.get(key);
    if (known !== undefined) return known;
    const id = this.#nextRegion++;
    this.#members.set(key, id);
    return id;
  }
}

const SURENESS: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };
