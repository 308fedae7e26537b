import type { SinkKind } from '../flow-kinds.ts';
import type { Taint, Value } from '../value.ts';
import { joinValues, taintSafeFor } from './make-value.ts';

/** What is known of sources at one place: kinds of sink for which a test has made them safe. */
type Guards = Map<string, readonly SinkKind[] | 'all'>;

/**
 * Variables at one point of a function. A branch is a layer over the state before it; leaving the branch writes the layer,
 * joined with the other branch's, into what it was laid over. So a branch costs what it changes, not what there is.
 */
export class Environment {
  readonly #below: Environment | undefined;
  readonly #variables = new Map<string, Value>();
  #guards: Guards | undefined;
  /** Control does not get here. */
  isDead = false;

  constructor(below?: Environment) {
    this.#below = below;
  }

  get(name: string): Value | undefined {
    const value = Environment.#find(this, name);
    return value === undefined ? undefined : this.guardedValue(value);
  }

  static #find(from: Environment, name: string): Value | undefined {
    for (let layer: Environment | undefined = from; layer !== undefined; layer = layer.#below) {
      const value = layer.#variables.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  set(name: string, value: Value): void {
    this.#variables.set(name, value);
  }

  /** What this layer itself binds. */
  own(): ReadonlyMap<string, Value> {
    return this.#variables;
  }

  /** A test holds from here on: data of this source is safe for these kinds. */
  guard(source: string, kinds: readonly SinkKind[] | 'all'): void {
    const known = this.#guards?.get(source);
    if (known === 'all') return;
    this.#guards ??= new Map();
    this.#guards.set(source, bothOf(known ?? [], kinds));
  }

  /** The value as the tests that hold here make it. */
  guardedValue(value: Value): Value {
    return value.taints.length === 0 ? value : Environment.#guarded(this, value);
  }

  /** What tests have made safe since `base`, by the source. */
  guardsAbove(base: Environment): ReadonlyMap<string, readonly SinkKind[] | 'all'> {
    return Environment.#guardsAbove(this, base);
  }

  branch(): Environment {
    return new Environment(this);
  }

  /** How things stand now, as a layer over `base` that no later change of the layers between them reaches. */
  snapshot(base: Environment): Environment {
    const taken = new Environment(base);
    for (const name of Environment.#changed(this, base)) {
      const value = taken.#variables.has(name) ? undefined : Environment.#find(this, name);
      if (value !== undefined) taken.#variables.set(name, value);
    }
    taken.#guards = Environment.#guardsAbove(this, base);
    return taken;
  }

  /**
   * Takes over how things stand after alternatives, each laid over this one. Dead ones do not count; with none alive,
   * this is dead too.
   */
  join(branches: readonly Environment[]): void {
    const alive = branches.filter(({ isDead }) => !isDead);
    const [first, ...others] = alive;
    if (first === undefined) {
      this.isDead = true;
      return;
    }
    const names = new Set(alive.flatMap((branch) => Environment.#changed(branch, this)));
    for (const name of names) {
      let value = first.get(name);
      for (const other of others) {
        const theirs = other.get(name);
        // A name that one way does not bind is what the other way made it.
        if (theirs !== undefined) value = value === undefined ? theirs : joinValues(value, theirs);
      }
      if (value !== undefined) this.set(name, value);
    }
    this.#joinGuards(first, others);
  }

  /** Names that the layers above `base` bind. */
  static #changed(top: Environment, base: Environment): string[] {
    const names: string[] = [];
    for (let layer: Environment | undefined = top; layer !== undefined && layer !== base; layer = layer.#below) {
      names.push(...layer.#variables.keys());
    }
    return names;
  }

  #joinGuards(first: Environment, others: readonly Environment[]): void {
    const held = Environment.#guardsAbove(first, this);
    for (const [source, kinds] of held) {
      let both: readonly SinkKind[] | 'all' = kinds;
      for (const other of others) {
        const theirs = Environment.#guardsAbove(other, this).get(source) ?? [];
        if (theirs === 'all') continue;
        both = both === 'all' ? theirs : both.filter((kind) => theirs.includes(kind));
      }
      if (both === 'all' || both.length > 0) this.guard(source, both);
    }
  }

  static #guardsAbove(top: Environment, base: Environment): Guards {
    const all: Guards = new Map();
    for (let layer: Environment | undefined = top; layer !== undefined && layer !== base; layer = layer.#below) {
      for (const [source, kinds] of layer.#guards ?? []) {
        const known = all.get(source) ?? [];
        all.set(source, bothOf(known, kinds));
      }
    }
    return all;
  }

  static #guarded(top: Environment, value: Value): Value {
    let taints: Taint[] | undefined;
    for (let layer: Environment | undefined = top; layer !== undefined; layer = layer.#below) {
      const guards = layer.#guards;
      if (guards === undefined) continue;
      for (const [index, taint] of (taints ?? value.taints).entries()) {
        const kinds = guards.get(taint.source);
        if (kinds === undefined) continue;
        taints ??= [...value.taints];
        taints[index] = taintSafeFor(taint, kinds);
      }
    }
    if (taints === undefined) return value;
    return {
      ...value,
      taints,
      ...(value.parts === undefined
        ? {}
        : { parts: value.parts.map((part) => (typeof part === 'string' ? part : top.guardedValue(part))) }),
    };
  }
}

function bothOf(a: readonly SinkKind[] | 'all', b: readonly SinkKind[] | 'all'): readonly SinkKind[] | 'all' {
  if (a === 'all' || b === 'all') return 'all';
  const added = b.filter((kind) => !a.includes(kind));
  return added.length === 0 ? a : [...a, ...added];
}
