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
    for (const [name, value] of Environment.#changes(this, base)) taken.#variables.set(name, value);
    taken.#guards = Environment.#guardsAbove(this, base);
    return taken;
  }

  /**
   * Takes over how things stand after alternatives, each laid over this one. Dead ones do not count; with none alive,
   * this is dead too.
   *
   * @param base - What they are laid over where it is not this: a layer over the same one that nothing is written to yet.
   */
  join(branches: readonly Environment[], base: Environment = this): void {
    const alive = branches.filter(({ isDead }) => !isDead);
    const [first, ...others] = alive;
    if (first === undefined) {
      this.isDead = true;
      return;
    }
    const changes = alive.map((branch) => Environment.#changes(branch, base));
    const joined = new Map<string, Value>();
    for (const change of changes) {
      for (const name of change.keys()) {
        if (joined.has(name)) continue;
        const value = this.#joinedValue(name, alive, changes);
        if (value !== undefined) joined.set(name, value);
      }
    }
    for (const [name, value] of joined) this.set(name, value);
    this.#joinGuards(first, others, base);
  }

  /** What a name is after the branches; one that a branch does not bind is there what it was before. */
  #joinedValue(
    name: string,
    branches: readonly Environment[],
    changes: readonly ReadonlyMap<string, Value>[],
  ): Value | undefined {
    let before: Value | undefined;
    let isBeforeKnown = false;
    let joined: Value | undefined;
    for (const [index, branch] of branches.entries()) {
      let value = changes[index]?.get(name);
      if (value === undefined) {
        if (!isBeforeKnown) before = Environment.#find(this, name);
        isBeforeKnown = true;
        value = before;
      }
      // A name that one way does not bind is what the other way made it.
      if (value === undefined) continue;
      const guarded = branch.guardedValue(value);
      joined = joined === undefined ? guarded : joinValues(joined, guarded);
    }
    return joined;
  }

  /** What the layers above `base` bind. */
  static #changes(top: Environment, base: Environment): ReadonlyMap<string, Value> {
    if (top === base) return new Map();
    if (top.#below === base || top.#below === undefined) return top.#variables;
    const all = new Map(top.#variables);
    for (let layer: Environment | undefined = top.#below; layer !== undefined && layer !== base; layer = layer.#below) {
      for (const [name, value] of layer.#variables) if (!all.has(name)) all.set(name, value);
    }
    return all;
  }

  #joinGuards(first: Environment, others: readonly Environment[], base: Environment): void {
    const held = Environment.#guardsAbove(first, base);
    for (const [source, kinds] of held) {
      let both: readonly SinkKind[] | 'all' = kinds;
      for (const other of others) {
        const theirs = Environment.#guardsAbove(other, base).get(source) ?? [];
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
