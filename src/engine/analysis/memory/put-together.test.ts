import { describe, expect, it } from 'vitest';
import { memoryFaultsIn as faultsIn } from '#testing/memory-faults-in.ts';

describe('numbers made of bytes', () => {
  const walk = (number: string, test: string, use: string) => `int f(const unsigned char *p, size_t size, int out) {
  size_t at = 0;
  while (at + 4 <= size) {
    size_t n = ${number};
    at += 4;
    ${test}
    ${use}
    at += n;
  }
  return 0;
}`;
  const test = 'if (n > size - at) return -1;';

  it.each([
    'p[at] << 8 | p[at + 1]',
    '(size_t)p[at] << 24 | p[at + 1] << 16 | p[at + 2] << 8 | p[at + 3]',
    'p[at] + (p[at + 1] << 8)',
  ])('are of whoever gave the bytes: %s', async (number) => {
    expect(await faultsIn(walk(number, '', 'write(out, p + at, n);'))).toEqual(['7 read-beyond']);
    expect(await faultsIn(walk(number, test, 'write(out, p + at, n);'))).toEqual([]);
  });

  it('may be looked at too late', async () => {
    expect(await faultsIn(walk('p[at] << 8 | p[at + 1]', 'write(out, p + at, n);', test))).toEqual(['6 read-beyond']);
  });

  it.each(['p[at]', 'p[at] << 4 | p[at + 1] >> 4', '(p[at] << 8 | p[at + 1]) & 63'])(
    'are no lengths when they are small or made of other bits: %s',
    async (number) => {
      expect(await faultsIn(walk(number, '', 'write(out, p + at, n);'))).toEqual([]);
    },
  );

  it('are of whoever gave a structure', async () => {
    const code = (read: string) => `int f(FILE *file) {
  uint32_t n, m, size;
  ${read}
  size = n * m;
  return take(malloc(size));
}`;
    const read = 'if (fread(&n, 4, 1, file) != 1 || fread(&m, 4, 1, file) != 1) return 0;';
    expect(await faultsIn(code(read))).toContain('5 size-overflow');
    expect(await faultsIn(code('n = 2; m = 3;'))).toEqual([]);
  });
});

describe('what a loop reads into', () => {
  it('is filled by a pointer that goes through it', async () => {
    const code = (given: string) => `static int read_all(int fd, void *into, size_t n) {
  char *p = into;
  while (n > 0) {
    ssize_t got = read(fd, p, n);
    if (got <= 0) return -1;
    p += got;
    n -= got;
  }
  return 0;
}
unsigned f(int fd) {
  uint32_t n, other;
  if (read_all(fd, ${given}, sizeof(n)) != 0) return 0;
  return n;
}`;
    expect(await faultsIn(code('&n'))).toEqual([]);
    expect(await faultsIn(code('&other'))).toEqual(['14 uninitialised']);
  });

  it('may be nothing where nothing is sent', async () => {
    expect(await faultsIn('void f(int s) { send(s, NULL, 0, 0); }')).toEqual([]);
    expect(await faultsIn('void f(int s) { send(s, NULL, 4, 0); }')).toEqual(['1 null-dereference']);
  });
});
