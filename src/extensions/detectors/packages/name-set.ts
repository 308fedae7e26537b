import { hashName, mix } from './name-hash.ts';

/** How a set is laid out; beside it there are only its bytes. */
export interface NameSetLayout {
  /** Bits that stand for a name: of unknown names one in 2^bits passes as known. At most 8. */
  readonly bits: number;
  readonly seed: number;
  /** A power of two. */
  readonly segmentLength: number;
  /** Segments in which the first of a name's three places may lie; there are two more. */
  readonly segments: number;
}

/**
 * Names that are known: a binary fuse filter, which takes a few unknown names for known ones and never the reverse. It is
 * an eighth longer than what no such filter can be shorter than; a Bloom filter is longer by nearly a half.
 */
export interface NameSet {
  readonly has: (name: string) => boolean;
}

/** Opens a set; nothing is copied. */
export function openNameSet(layout: NameSetLayout, bytes: Uint8Array): NameSet {
  const { bits } = layout;
  const mask = 2 ** bits - 1;
  const at = (place: number): number => {
    const first = (place * bits) >>> 3;
    return ((((bytes[first] ?? 0) | ((bytes[first + 1] ?? 0) << 8)) >>> ((place * bits) & 7)) & mask) >>> 0;
  };
  return {
    has: (name) => {
      const { first, second, third, mark } = placesOf(name, layout);
      return (at(first) ^ at(second) ^ at(third)) === mark;
    },
  };
}

/**
 * What a name has in a set.
 *
 * @public
 */
export interface NamePlaces {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  /** What the three places give together. */
  readonly mark: number;
}

/**
 * Three places in neighbouring segments, never the same one twice.
 *
 * @public The script that writes the lists uses it.
 */
export function placesOf(name: string, { bits, seed, segmentLength, segments }: NameSetLayout): NamePlaces {
  const { high, low } = hashName(name, seed);
  const within = segmentLength - 1;
  // High times the length has fewer than 53 bits.
  const first = Math.floor((high * segments * segmentLength) / 2 ** 32);
  return {
    first,
    second: (first + segmentLength) ^ (low & within),
    third: (first + 2 * segmentLength) ^ ((low >>> 16) & within),
    mark: mix(high ^ Math.imul(low, 0x9e_37_79_b1)) & (2 ** bits - 1),
  };
}
