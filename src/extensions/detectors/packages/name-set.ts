/** Names that are known: a Bloom filter, which takes a few unknown names for known ones and never the reverse. */
export interface NameSet {
  /** Bits, in base64. */
  readonly bits: string;
  /** How many bits stand for one name. */
  readonly hashes: number;
}

/** A set that can be asked. */
export interface OpenNameSet {
  readonly has: (name: string) => boolean;
}

/**
 * Makes a set of names; `bitsPerName` bounds its error: 8 bits let one unknown name in 46 pass, 10 one in 120.
 *
 * @public The script that writes the lists uses it.
 */
export function makeNameSet(names: readonly string[], bitsPerName: number): NameSet {
  const bytes = new Uint8Array(Math.max(1, Math.ceil((names.length * bitsPerName) / 8)));
  const hashes = Math.max(1, Math.round(bitsPerName * Math.LN2));
  for (const name of names) {
    for (const place of placesOf(name, bytes.length * 8, hashes)) {
      bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7));
    }
  }
  return { bits: Buffer.from(bytes).toString('base64'), hashes };
}

/** Decodes a set; takes a few milliseconds per megabyte. */
export function openNameSet({ bits, hashes }: NameSet): OpenNameSet {
  const bytes = Buffer.from(bits, 'base64');
  return {
    has: (name) =>
      placesOf(name, bytes.length * 8, hashes).every((place) => ((bytes[place >> 3] ?? 0) & (1 << (place & 7))) !== 0),
  };
}

/** Two hashes make as many as are wanted. */
function placesOf(name: string, size: number, count: number): readonly number[] {
  const first = hash(name, 0x81_1c_9d_c5);
  const step = hash(name, 0x01_23_45_67) | 1;
  return Array.from({ length: count }, (_, index) => (first + index * (step >>> 0)) % size);
}

/** FNV-1a over code units, then mixed. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2_b2_ae_35);
  return (value ^ (value >>> 16)) >>> 0;
}
