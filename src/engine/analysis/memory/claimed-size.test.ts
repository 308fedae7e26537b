import { describe, expect, it } from 'vitest';
import { memoryFaultsIn as faultsIn } from '#testing/memory-faults-in.ts';

describe('bytes that a parameter counts', () => {
  it('end where a number of the data is compared with all of them, and not with what is left', async () => {
    const code = (test: string) => `int f(const unsigned char *p, size_t len, char *out) {
  if (len < 2) return -1;
  size_t n = p[0];
  if (${test}) return -1;
  memcpy(out, p + 1, n);
  return 0;
}`;
    expect(await faultsIn(code('n > len'))).toEqual(['5 read-beyond']);
    expect(await faultsIn(code('n + 1 > len'))).toEqual([]);
    expect(await faultsIn(code('n > len - 1'))).toEqual([]);
  });

  it('are fewer than a number of the data that nothing compares', async () => {
    const code = (line: string) => `int f(const unsigned char *p, size_t len, char *out) {
  if (len < 2) return -1;
  size_t n = (p[0] << 8) | p[1];
  ${line}
  return fwrite(p + 2, 1, n, stdout);
}`;
    expect(await faultsIn(code(''))).toEqual(['5 read-beyond']);
    expect(await faultsIn(code('if (n > len - 2) return -1;'))).toEqual([]);
    expect(await faultsIn(code('if (!has_room(p, n)) return -1;'))).toEqual([]);
  });
});

describe('a place that every round moves', () => {
  it('is not compared by a look at the character that is there', async () => {
    const code = (test: string) => `int f(const char *in) {
  char name[16];
  size_t i = 0;
  while (${test}) { name[i] = in[i]; i++; }
  return name[0];
}`;
    expect(await faultsIn(code("in[i] != ':'"))).toEqual(['4 write-beyond']);
    expect(await faultsIn(code("i != 16 && in[i] != ':'"))).toEqual([]);
    expect(await faultsIn(code("i < sizeof name && in[i] != ':'"))).toEqual([]);
  });
});
