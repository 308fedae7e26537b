import { describe, expect, it } from 'vitest';
import { memoryFaultsIn as faultsIn } from '#testing/memory-faults-in.ts';

describe('sums of two numbers', () => {
  const joined = (size: string, fill: string) => `char *f(const char *a, const char *b) {
  char *text = malloc(${size});
  if (text == NULL) return NULL;
  ${fill}
  return text;
}`;

  it.each([
    ['strlen(a) + strlen(b) + 2', []],
    ['strlen(b) + 1 + strlen(a) + 1', []],
    ['strlen(a) + strlen(b)', ['4 write-beyond']],
    ['strlen(a) + strlen(b) + 1', ['4 write-beyond']],
  ])('are the same number however they are written: %s', async (size, faults) => {
    expect(await faultsIn(joined(size, 'sprintf(text, "%s/%s", a, b);'))).toEqual(faults);
    expect(await faultsIn(joined(size, 'strcpy(text, a); strcat(text, "/"); strcat(text, b);'))).toEqual(faults);
  });

  it('are where a copy ends', async () => {
    const code = (end: string) => `void f(const char *a, const char *b) {
  size_t n = strlen(a), m = strlen(b);
  char *text = malloc(n + m + 1);
  if (text == NULL) return;
  memcpy(text, a, n);
  memcpy(text + n, b, m);
  text[${end}] = 0;
  free(text);
}`;
    expect(await faultsIn(code('n + m'))).toEqual([]);
    expect(await faultsIn(code('n + m + 1'))).toEqual(['7 write-beyond']);
  });

  it('are no smaller than the first of them', async () => {
    const code = (size: string) => `void f(const char *a, const char *b, const char *c) {
  size_t n = strlen(a), m = strlen(b), l = strlen(c);
  char *text = malloc(${size});
  if (text == NULL) return;
  memcpy(text, a, n);
  memcpy(text + n, b, m);
  free(text);
}`;
    expect(await faultsIn(code('n + m + l'))).toEqual([]);
    expect(await faultsIn(code('n + m - 1'))).toEqual(['6 write-beyond']);
  });
});
