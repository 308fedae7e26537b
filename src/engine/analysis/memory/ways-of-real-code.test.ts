import { describe, expect, it } from 'vitest';
import { factsIn } from '#testing/analysis-fixture.ts';
import { memoryFaults } from './find-memory-faults.ts';

async function faultsIn(code: string, path = 'main.c'): Promise<readonly string[]> {
  const facts = await factsIn(code, { path });
  return [...memoryFaults(facts)]
    .filter(({ confidence }) => confidence !== 'low')
    .map(({ kind, at }) => `${code.slice(0, at.start).split('\n').length} ${kind}`)
    .toSorted();
}

describe('what is not known of a call', () => {
  it('may be a macro that sets what it is given, when it is asked for more than that', async () => {
    const code = (test: string) => `int f(const char *s) {\n unsigned n;\n if (${test}) return 0;\n return n + 1;\n}`;
    expect(await faultsIn(code('!decode(s[0], n)'))).toEqual([]);
    expect(await faultsIn(code('!decode(n)'))).toEqual(['3 uninitialised']);
    expect(await faultsIn('int f(void) {\n int n;\n show(1, n);\n return 0;\n}')).toEqual(['3 uninitialised']);
  });

  it('sets what it is given by its address, whatever it is called', async () => {
    const code = 'int f(void *p) {\n size_t n;\n if (loop_check(p, &n)) return 0;\n return use(n);\n}';
    expect(await faultsIn(code)).toEqual([]);
  });

  it('gives back its argument for certain only where nobody asks what came of it', async () => {
    const code = (loop: string) => `void f(struct channel *channel) {\n ${loop}\n channel->state = 1;\n}`;
    expect(await faultsIn(code('while (channel_free(channel) == AGAIN);'))).toEqual([]);
    expect(await faultsIn(code('channel_free(channel);'))).toEqual(['3 use-after-free']);
  });

  it('by a macro that begins a loop is what sets its variable', async () => {
    const code = (loop: string) => `void f(struct queue *q, struct node *node) {\n free(node);\n ${loop}\n}`;
    expect(await faultsIn(code('LIST_FOREACH(node, q, next) { node->state = 1; }'))).toEqual([]);
    expect(await faultsIn(code('{ node->state = 1; }'))).toEqual(['3 use-after-free']);
  });

  it('that others of the file do not test either, ends the program by itself', async () => {
    const code = (second: string) =>
      `void f(struct s *s) {\n s->a = my_realloc(s->a, 8);\n s->a[0] = 1;\n ${second}\n}`;
    expect(await faultsIn(code('s->b = my_realloc(s->b, 8);\n s->b[0] = 1;'))).toEqual([]);
    expect(await faultsIn(code(''))).toEqual(['3 unchecked-null']);
  });
});

describe('ways', () => {
  it('part at a choice that stands for itself', async () => {
    const code = (value: string) =>
      `int f(int *p) {\n int n;\n p ? (void)(n = *p) : fill(${value});\n return n + 1;\n}`;
    expect(await faultsIn(code('(unsigned char *)&n, 4'))).toEqual([]);
    expect(await faultsIn(code(''))).toEqual(['4 uninitialised']);
  });

  it('are told apart by a variable that holds what a comparison with null gave', async () => {
    const code = (given: string) => `static int set(int *done) {
  const int waits = (done == NULL);
  if (!waits) *done = 1;
  return ${given};
}
int f(void) { return set(NULL); }`;
    expect(await faultsIn(code('0'))).toEqual([]);
    expect(await faultsIn(code('*done'))).toEqual(['4 null-dereference']);
  });

  it('that lead to one test may each be what it is for', async () => {
    const code = (start: string) => `void f(struct map *map, int n) {
  struct node *node = ${start};
  if (n) { node = map_get(map, n); node->open = 1; }
  if (node) node->open = 0;
}`;
    expect(await faultsIn(code('NULL'))).toEqual([]);
    const always =
      'void f(struct map *map) {\n struct node *node = map_get(map);\n node->open = 1;\n if (node) node->open = 0;\n}';
    expect(await faultsIn(always)).toEqual(['3 checked-too-late']);
  });

  it('of the preprocessor that declare the same variable are one or the other', async () => {
    const code = (middle: string) =>
      `void *f(void **list, size_t n) {\n#ifdef A\n void *p = reallocarray(*list, n, 4);\n${middle}\n void *p = realloc(*list, n);\n#endif\n if (p) *list = p;\n return p;\n}`;
    expect(await faultsIn(code('#else'))).toEqual([]);
    expect(await faultsIn(code('#endif\n#ifdef B'))).toContain('6 use-after-free');
  });
});

describe('pointers', () => {
  it('that are where something is, are not null', async () => {
    const code = (test: string) =>
      `int f(const char *text) {\n char *p = strchr(text, 47);\n ${test} return p[1];\n return 0;\n}`;
    expect(await faultsIn(code('if (p == text)'))).toEqual([]);
    expect(await faultsIn(code('if (p != text)'))).toEqual(['3 unchecked-null']);
  });

  it('are behind a loop what its last round made them', async () => {
    const code = (back: string) =>
      `void *f(void *old, size_t size) {\n void *p;\n do {\n  p = realloc(old, size);\n } while (!p);\n ${back}\n}`;
    expect(await faultsIn(code('return p;'))).toEqual([]);
    expect(await faultsIn(code('return old;'))).toContain('4 leak');
  });

  it('are kept by a copy of the structure that holds them', async () => {
    const code = (copy: string) =>
      `struct t { void **all; int n; };\nint f(struct t *t) {\n struct t more;\n more.all = calloc(4, 8);\n if (more.all == 0) return 0;\n ${copy}\n return 1;\n}`;
    expect(await faultsIn(code('*t = more;'))).toEqual([]);
    expect(await faultsIn(code('t->n = 1;'))).toEqual(['4 leak']);
  });
});

describe('numbers', () => {
  it('are what a cast of a constant says', async () => {
    expect(await faultsIn('void f(char *p) {\n p[0] = (char)(0x80 | 9);\n}')).toEqual([]);
    expect(await faultsIn('void f(char *p) {\n p[0] = (char)0x180;\n}')).toContain('2 overflow');
  });

  it('with a fraction are not zero because a whole number would be', async () => {
    const code = (span: string) =>
      `double f(long span) {\n if (span == 0) span = 1;\n return 8.0 / (${span} / 1000);\n}`;
    expect(await faultsIn(code('(double)span'))).toEqual([]);
    expect(await faultsIn('double f(void) {\n return 8.0 / (1 / 1000);\n}')).toEqual(['2 zero-divisor']);
  });

  it('that every round asks for anew do not count rounds', async () => {
    const code = (round: string) => `void f(void) {\n int n;\n scanf("%d", &n);\n while (n > 0) { ${round} }\n}`;
    expect(await faultsIn(code('n = more();'))).toEqual([]);
    expect(await faultsIn(code('n--;'))).toEqual(['4 unlimited-loop']);
  });

  it('made in the place of an object of C++ are numbers', async () => {
    expect(await faultsIn('unsigned long f(int c) {\n return ~uint64_t{0} << c;\n}', 'a.cpp')).toEqual([]);
  });

  it('of a class that is called as a type of a system are objects', async () => {
    const code = (type: string) => `${type} f(const ${type}& e) {\n ${type} r;\n e.copy(r.all, 4);\n return r;\n}`;
    expect(await faultsIn(code('ulong<4>'), 'a.cpp')).toEqual([]);
  });
});

describe('methods', () => {
  it('may be called as what every object of JavaScript has', async () => {
    const names = ['toString', 'constructor', 'valueOf', 'hasOwnProperty', '__proto__'];
    const code = names.map((name) => `v.${name}(",");`).join('\n');
    expect(await faultsIn(`void f(V& v) {\n${code}\n}`, 'a.cpp')).toEqual([]);
  });
});
