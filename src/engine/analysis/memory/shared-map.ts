/** Stands for what was deleted from the layer below. */
const GONE = Symbol('gone');

/** Changes of which a copy costs nothing worth saving. */
const FEW = 8;
/** Changes are put into the layer below when there are more than this share of what it holds. */
const SHARE = 8;

/**
 * A map whose copies share what is in it. Changes are kept in a layer of their own above what is shared, so that a copy that
 * is changed costs as much as its changes and not as all of it. What `forEach` goes over may be changed meanwhile: it goes over
 * what was there.
 */
export class SharedMap<Key, Value> {
  /** Never changed once it is here. */
  #base: ReadonlyMap<Key, Value>;
  #changes: Map<Key, Value | typeof GONE>;
  #isShared = false;
  #size: number;

  constructor(from?: SharedMap<Key, Value>) {
    if (from === undefined) {
      this.#base = new Map();
      this.#changes = new Map();
      this.#size = 0;
      return;
    }
    if (from.#changes.size > FEW && from.#changes.size * SHARE > from.#base.size) from.#merge();
    this.#base = from.#base;
    this.#changes = from.#changes;
    this.#size = from.#size;
    this.#isShared = true;
    from.#isShared = true;
  }

  get size(): number {
    return this.#size;
  }

  get(key: Key): Value | undefined {
    const changed = this.#changes.get(key);
    if (changed === undefined) return this.#base.get(key);
    return changed === GONE ? undefined : changed;
  }

  has(key: Key): boolean {
    const changed = this.#changes.get(key);
    return changed === undefined ? this.#base.has(key) : changed !== GONE;
  }

  set(key: Key, value: Value): void {
    if (!this.has(key)) this.#size += 1;
    this.#own().set(key, value);
  }

  delete(key: Key): void {
    if (!this.has(key)) return;
    this.#size -= 1;
    if (this.#base.has(key)) this.#own().set(key, GONE);
    else this.#own().delete(key);
  }

  /** In the order in which keys came, as far as they have not been deleted in between. */
  forEach(use: (value: Value, key: Key) => void): void {
    const changes = this.#changes;
    const base = this.#base;
    base.forEach((value, key) => {
      const changed = changes.get(key);
      if (changed === undefined) use(value, key);
      else if (changed !== GONE) use(changed, key);
    });
    changes.forEach((value, key) => {
      if (value !== GONE && !base.has(key)) use(value, key);
    });
  }

  /** What may be other than in a map of which this one is a copy: as a rule few things, or else everything. */
  forEachSince(before: SharedMap<Key, Value>, use: (value: Value, key: Key) => void): void {
    if (before.#base !== this.#base) {
      this.forEach(use);
      return;
    }
    if (before.#changes === this.#changes) return;
    this.#changes.forEach((value, key) => {
      if (value !== GONE) use(value, key);
    });
  }

  keys(): readonly Key[] {
    const keys: Key[] = [];
    this.forEach((_value, key) => keys.push(key));
    return keys;
  }

  values(): readonly Value[] {
    const values: Value[] = [];
    this.forEach((value) => values.push(value));
    return values;
  }

  #own(): Map<Key, Value | typeof GONE> {
    if (this.#isShared) {
      this.#changes = new Map(this.#changes);
      this.#isShared = false;
    }
    return this.#changes;
  }

  #merge(): void {
    const merged = new Map(this.#base);
    for (const [key, value] of this.#changes) {
      if (value === GONE) merged.delete(key);
      else merged.set(key, value);
    }
    this.#base = merged;
    this.#changes = new Map();
    this.#isShared = false;
  }
}
