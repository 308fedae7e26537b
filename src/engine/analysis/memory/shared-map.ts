/** A map whose copies share what is in it until one of them is changed. */
export class SharedMap<Key, Value> {
  #map: Map<Key, Value>;
  #isShared = false;

  constructor(from?: SharedMap<Key, Value>) {
    this.#map = from === undefined ? new Map<Key, Value>() : from.#map;
    if (from === undefined) return;
    this.#isShared = true;
    from.#isShared = true;
  }

  get size(): number {
    return this.#map.size;
  }

  get(key: Key): Value | undefined {
    return this.#map.get(key);
  }

  has(key: Key): boolean {
    return this.#map.has(key);
  }

  set(key: Key, value: Value): void {
    this.#own().set(key, value);
  }

  delete(key: Key): void {
    if (this.#map.has(key)) this.#own().delete(key);
  }

  keys(): IterableIterator<Key> {
    return this.#map.keys();
  }

  values(): IterableIterator<Value> {
    return this.#map.values();
  }

  [Symbol.iterator](): IterableIterator<[Key, Value]> {
    return this.#map.entries();
  }

  #own(): Map<Key, Value> {
    if (this.#isShared) {
      this.#map = new Map(this.#map);
      this.#isShared = false;
    }
    return this.#map;
  }
}
