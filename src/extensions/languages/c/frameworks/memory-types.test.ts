import { describe, expect, it } from 'vitest';
import { plainType } from './memory-types.ts';

describe('plainType', () => {
  it.each([
    ['unsigned char', 1, true],
    ['const long', 8, false],
    ['ut8', 1, true],
    ['gint64', 8, false],
    ['__le32', 4, true],
    ['CARD8', 1, true],
    ['png_uint_32', 4, true],
    ['u_int16_t', 2, true],
    ['INT16', 2, false],
    ['Py_ssize_t', 8, false],
  ])('knows %s', (name, bytes, isUnsigned) => {
    expect(plainType(name)).toEqual({ bytes, integer: { isUnsigned } });
  });

  it('knows what has a fraction', () => {
    expect(plainType('double')).toEqual({ bytes: 8 });
  });

  it.each(['struct foo32', 'Sha256', 'float32', 'vec64', 'FILE'])('knows nothing of %s', (name) => {
    expect(plainType(name)).toBeUndefined();
  });
});
