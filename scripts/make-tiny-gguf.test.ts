import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tinyGguf } from './make-tiny-gguf.ts';

describe('tinyGguf', () => {
  it('begins as GGUF version 3 with its 21 tensors', () => {
    const bytes = tinyGguf();

    expect(bytes.subarray(0, 4).toString('latin1')).toBe('GGUF');
    expect(bytes.readUInt32LE(4)).toBe(3);
    expect(bytes.readBigUInt64LE(8)).toBe(21n); // 3 + 2 layers of 9
  });

  it('is small', () => {
    expect(tinyGguf().length).toBeLessThan(500_000);
  });

  it('is the same every time', () => {
    const hash = () => createHash('sha256').update(tinyGguf()).digest('hex');

    expect(hash()).toBe(hash());
  });
});
