/** A set of small whole numbers, one bit each: a hundred thousand cells are 12 kB. */
export class Bits {
  #bytes = new Uint8Array(1024);
  #size = 0;

  /** How many are in the set. */
  get size(): number {
    return this.#size;
  }

  has(index: number): boolean {
    return ((this.#bytes[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
  }

  add(index: number): void {
    if (this.has(index)) return;
    this.#grow(index >> 3);
    this.#bytes[index >> 3] = (this.#bytes[index >> 3] ?? 0) | (1 << (index & 7));
    this.#size += 1;
  }

  delete(index: number): void {
    if (!this.has(index)) return;
    this.#bytes[index >> 3] = (this.#bytes[index >> 3] ?? 0) & ~(1 << (index & 7));
    this.#size -= 1;
  }

  #grow(byte: number): void {
    if (byte < this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(byte + 1, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
