/** Where a name may be in a set, and what stands there: two numbers of 32 bits that depend on every letter. */
export interface NameHash {
  readonly high: number;
  readonly low: number;
}

/** Two lanes of multiply and xor over code units, each mixed with the other at the end. Not meant to withstand anybody. */
export function hashName(name: string, seed: number): NameHash {
  let one = 0xde_ad_be_ef ^ seed;
  let other = 0x41_c6_ce_57 ^ Math.imul(seed, 0x9e_37_79_b1);
  for (let index = 0; index < name.length; index += 1) {
    const unit = name.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x9e_37_79_b1);
    other = Math.imul(other ^ unit, 0x5f_35_64_95);
  }
  one = mix(one) ^ Math.imul(other ^ (other >>> 13), 0xc2_b2_ae_35);
  other = mix(other) ^ Math.imul(one ^ (one >>> 13), 0x85_eb_ca_6b);
  return { high: mix(other), low: mix(one) };
}

/** Spreads each bit over all of them; unsigned. */
export function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2_b2_ae_35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
