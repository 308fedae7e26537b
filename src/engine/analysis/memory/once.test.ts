import { describe, expect, it } from 'vitest';
import { factsIn } from '#testing/analysis-fixture.ts';
import { memoryFaults } from './find-memory-faults.ts';

async function faultsIn(code: string): Promise<readonly string[]> {
  const facts = await factsIn(code, { path: 'main.c' });
  return [...memoryFaults(facts)].map(({ kind, at }) => `${code.slice(0, at.start).split('\n').length} ${kind}`);
}

describe('a loop without a second round', () => {
  it('forgets nothing of what it does', async () => {
    const code = `void f(void) {
  char *p = NULL;
  for (int i = 0; i < 1; i++) { p = malloc(8); free(p); }
  while (1) { free(p); break; }
}`;
    expect(await faultsIn(code)).toEqual(['4 double-free']);
  });

  it('is no loop that goes on', async () => {
    const code = `void f(int n) {
  char *p = NULL;
  for (;;) { if (n-- > 0) continue; p = malloc(8); break; }
  free(p);
}`;
    expect(await faultsIn(code)).toEqual([]);
  });
});

describe('what is found of a name that the file does not declare', () => {
  it('still holds when it is asked again', async () => {
    const code = `void f(void) {
  int *p;
  if (verbose == 2) p = malloc(8);
  if (verbose == 2) free(p);
}`;
    expect(await faultsIn(code)).toEqual([]);
  });

  it('is that it is different, too', async () => {
    const code = `void f(void) {
  int *p;
  if (verbose != 2) p = malloc(8);
  if (verbose == 2) free(p);
}`;
    expect(await faultsIn(code)).toEqual(['4 uninitialised', '3 leak']);
  });
});
