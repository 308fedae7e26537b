import type {
  AssignmentFact,
  CallFact,
  CompareFact,
  FunctionFact,
  IndexFact,
  ModuleFacts,
  SinkFact,
} from '../facts.ts';
import type { CompareExpression, Expression, Handler, IrClass, IrModule, Place, Statement } from '../ir.ts';
import { countWork } from '../rule-work.ts';
import { addSink } from './add-sink.ts';

/**
 * Gathers facts while a file is evaluated. Code may be evaluated more than once (loops); the last time, which knows most,
 * counts, and sources at a sink add up.
 */
export class Recorder {
  readonly #module: IrModule;
  readonly #calls = new Map<Expression, CallFact>();
  readonly #sinks = new Map<string, SinkFact>();
  readonly #assignments = new Map<Expression, AssignmentFact>();
  readonly #compares = new Map<CompareExpression, CompareFact>();
  readonly #indexes = new Map<Expression, IndexFact>();
  readonly #handlers = new Map<Handler, ModuleFacts['handlers'][number]>();
  readonly functions: FunctionFact[] = [];
  readonly classes: { readonly class: IrClass; readonly bases: readonly string[]; readonly at: Place }[] = [];
  readonly imports: Set<string> = new Set();

  constructor(module: IrModule) {
    this.#module = module;
  }

  call(fact: CallFact): void {
    this.#calls.set(fact.expression, fact);
  }

  callOf(expression: Expression): CallFact | undefined {
    return this.#calls.get(expression);
  }

  sink(fact: SinkFact): void {
    addSink(this.#sinks, fact);
  }

  assignment(fact: AssignmentFact): void {
    this.#assignments.set(fact.target, fact);
  }

  compare(fact: CompareFact): void {
    this.#compares.set(fact.expression, fact);
  }

  index(fact: IndexFact): void {
    this.#indexes.set(fact.expression, fact);
  }

  handler(handler: Handler, tried: readonly Statement[], within: FunctionFact | undefined): void {
    this.#handlers.set(handler, { handler, tried, within });
  }

  /** Text of a place in this file, comments blanked. */
  codeAt({ start, end }: Place): string {
    return (this.#module.code ?? this.#module.text).slice(start, end);
  }

  /** Sinks in other files that data reaches from this one, by the file's path. */
  foreignSinks(): ReadonlyMap<string, readonly SinkFact[]> {
    const byPath = new Map<string, SinkFact[]>();
    for (const sink of this.#sinks.values()) {
      if (sink.path === this.#module.path) continue;
      const same = byPath.get(sink.path);
      if (same === undefined) byPath.set(sink.path, [sink]);
      else same.push(sink);
    }
    return byPath;
  }

  facts(): ModuleFacts {
    const { text, code = text } = this.#module;
    const calls = [...this.#calls.values()].toSorted((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
    const byName = new Map<string, CallFact[]>();
    for (const call of calls) {
      for (const name of call.names) {
        const same = byName.get(name);
        if (same === undefined) byName.set(name, [call]);
        else same.push(call);
      }
    }
    return {
      module: this.#module,
      calls,
      sinks: [...this.#sinks.values()].filter(({ path }) => path === this.#module.path),
      functions: this.functions,
      classes: this.classes,
      assignments: [...this.#assignments.values()],
      compares: [...this.#compares.values()],
      indexes: [...this.#indexes.values()],
      handlers: [...this.#handlers.values()],
      imports: this.imports,
      callsOf: (...names) => {
        const [only] = names;
        if (only !== undefined && names.length === 1) return byName.get(only) ?? [];
        return [...new Set(names.flatMap((name) => byName.get(name) ?? []))];
      },
      codeText: code,
      codeAt: (at) => cut(code, at),
      textAt: (at) => cut(text, at),
    };
  }
}

/** Whoever asks for text looks for something in it, which takes time for every character. */
function cut(text: string, { start, end }: Place): string {
  countWork(1 + (end - start) / CHARACTERS_PER_NODE);
  return text.slice(start, end);
}

/** Characters that are searched in the time that a node is looked at. */
const CHARACTERS_PER_NODE = 64;

/** Facts of a file of which only some sinks are known: those that data from another file reaches. */
export function sinkFacts(module: IrModule, sinks: readonly SinkFact[]): ModuleFacts {
  return { ...new Recorder(module).facts(), sinks };
}
