import { describe, expect, it } from 'vitest';
import { factsIn } from '#testing/analysis-fixture.ts';
import { memoryFaultsIn as faultsIn } from '#testing/memory-faults-in.ts';
import { RuleWorkError } from '../rule-work.ts';
import { memoryFaults } from './find-memory-faults.ts';

describe('names', () => {
  it('mean an inner variable from its declaration on, and the outer one again behind the block', async () => {
    const code = (inner: string) => `void f(char *in) {
  char s[2];
  ${inner}
  s[1] = 0;
  s[2] = 0;
}`;
    const behind = ['5 write-beyond'];
    expect(await faultsIn(code('{ char *s; s = in; s[5] = 0; }'))).toEqual(behind);
    expect(await faultsIn(code('for (int s = 0; s < 9; s++) in[s] = 0;'))).toEqual(behind);
    expect(await faultsIn(code('{ char *t = s; t[1] = 0; }'))).toEqual(behind);
    expect(await faultsIn(code('{ char *t = s; char s[9]; t[1] = 0; s[8] = 0; }'))).toEqual(behind);
  });

  it('mean the same variable on every way that comes to the declaration', async () => {
    const code = `int f(int n) {
  if (n > 1) { char *p = malloc(8); if (!p) return 1; free(p); }
  if (n > 2) { char *p = malloc(8); if (!p) return 1; free(p); }
  return 0;
}`;
    expect(await faultsIn(code)).toEqual([]);
  });

  it('of parameters and of the file are not those of a block', async () => {
    const inner = '{ char s[2]; s[1] = 0; }';
    expect(await faultsIn(`void g(char *s) {\n char b[20];\n s = b;\n ${inner}\n s[5] = 0;\n s[25] = 0;\n}`)).toEqual([
      '6 write-beyond',
    ]);
    expect(
      await faultsIn(`static char s[20];\nvoid g(void) {\n ${inner}\n ${inner}\n s[5] = 0;\n s[25] = 0;\n}`),
    ).toEqual(['6 write-beyond']);
  });

  it('are those of each loop that declares them', async () => {
    const code = `void f(void) {
  char a[4], b[8];
  for (int i = 0; i < 4; i++) a[i] = 0;
  for (int i = 0; i < 8; i++) b[i] = 0;
  for (int i = 0; i < 8; i++) a[i] = 0;
}`;
    expect(await faultsIn(code)).toEqual(['5 write-beyond']);
  });
});

describe('tests for null', () => {
  it('come too late behind the use, and not in the round of a loop that follows it', async () => {
    const code = (test: string, end: string) => `int f(int n, int m) {
  int len = 0;
  char *p = next(n);
  do {
    ++len;
    if (m < len) p = ahead(n, len);
    ${test}
  } while (p[len - 1] != 0);
  ${end}
  return 1;
}`;
    const test = 'if (p == NULL) return 0;';
    expect(await faultsIn(code(test, ''))).toEqual([]);
    expect(await faultsIn(code('', test))).toEqual(['8 checked-too-late']);
  });
});

describe('constants of headers', () => {
  it('that stand for failures are not zero, and those for success are', async () => {
    const code = (test: string) => `static int pick(int n, int *out) {
  if (n < 0) return MY_ERR_INVAL;
  *out = n;
  return MY_OK;
}
int use(int n) {
  int x;
  int rc = pick(n, &x);
  ${test}
  return x + 1;
}`;
    for (const test of ['if (rc) return rc;', 'if (rc != MY_OK) return 0;', 'if (rc == MY_ERR_INVAL) return 0;'])
      expect(await faultsIn(code(test))).toEqual([]);
    for (const test of ['', 'if (!rc) return 0;', 'if (rc == OTHER) return 0;'])
      expect(await faultsIn(code(test))).toEqual(['10 uninitialised']);
  });
});

describe('sizes', () => {
  it('of allocations inside of one another are tried once each', async () => {
    const depth = 60;
    const code = `void f(int n) {\n char *p = ${'malloc(n * '.repeat(depth)}n${')'.repeat(depth)};\n free(p);\n}`;
    expect(await faultsIn(code)).toEqual(expect.any(Array));
  });
});

describe('ways through a function', () => {
  it('are kept apart where a test parts them', async () => {
    expect(await faultsIn('void f(int a) {\n char *p = 0;\n if (a) p = malloc(4);\n if (a) free(p);\n}')).toEqual([]);
    expect(await faultsIn('void f(int a) {\n char *p = 0;\n if (a) p = malloc(4);\n if (!a) free(p);\n}')).toEqual([
      '3 leak',
    ]);
  });

  it('meet at labels that are jumped to', async () => {
    const code = `int f(int n) {
  char *p = malloc(8);
  if (p == NULL) goto out;
  if (n < 0) goto fail;
  free(p);
  return 0;
fail:
  free(p);
  free(p);
out:
  return -1;
}`;
    expect(await faultsIn(code)).toEqual(['9 double-free']);
  });

  it('run on from case to case', async () => {
    const code = `void f(int n) {
  char *p = malloc(8);
  switch (n) {
    case 1:
      free(p);
    case 2:
      free(p);
      break;
    default:
      free(p);
  }
}`;
    expect(await faultsIn(code)).toEqual(['7 double-free']);
  });

  it('end where the program ends', async () => {
    expect(
      await faultsIn('void f(void) {\n char *p = malloc(8);\n if (!p) exit(1);\n p[0] = 0;\n free(p);\n}'),
    ).toEqual([]);
  });
});

describe('loops', () => {
  it.each([
    ['for (i = 0; i < 10; i++) a[i] = 0;', []],
    ['for (i = 0; i <= 10; i++) a[i] = 0;', ['write-beyond']],
    ['for (i = 9; i >= 0; i--) a[i] = 0;', []],
    ['for (i = 9; i >= -1; i--) a[i] = 0;', ['write-before']],
    ['for (i = 0; i < 5; i++) a[i * 2] = 0;', []],
    ['for (i = 0; i < 6; i++) a[i * 2] = 0;', ['write-beyond']],
    ['i = 0; while (i < 10) { a[i] = 0; i++; }', []],
    ['i = 0; do { a[i] = 0; i++; } while (i < 11);', ['write-beyond']],
    ['for (i = 0; i < 20; i++) { if (i == 10) break; a[i] = 0; }', []],
    ['for (i = 0; i < 10; i++) { } a[i] = 0;', ['write-beyond']],
    ['for (i = 0; i < 10; i += 2) a[i + 1] = 0;', []],
  ])('of %s', async (loop, expected) => {
    const kinds = (await faultsIn(`void f(void) { char a[10]; int i; ${loop} }`)).map((one) => one.split(' ')[1]);

    expect(kinds).toEqual(expected);
  });
});

describe('sizes', () => {
  it('are those of the structures that the file shows', async () => {
    const code = `struct pair { char tag; int value; };
void f(void) {
  char room[8];
  struct pair pair;
  memcpy(room, &pair, sizeof(struct pair));
  char less[7];
  memcpy(less, &pair, sizeof(struct pair));
}`;
    expect(await faultsIn(code)).toEqual(['7 write-beyond']);
  });

  it('are not known of types from elsewhere, but counts of them are', async () => {
    const code = `void f(void) {
  item_t items[4];
  char room[8];
  memcpy(room, items, sizeof(item_t));
  for (int i = 0; i <= 4; i++) items[i] = 0;
}`;
    expect(await faultsIn(code)).toEqual(['5 write-beyond']);
  });

  it('follow the numbers that functions are called with', async () => {
    const code = `static void fill(char *to, int n) { for (int i = 0; i < n; i++) to[i] = 0; }
void good(void) { char a[8]; fill(a, 8); }
void bad(void) {
  char a[8];
  fill(a, 9);
}`;
    expect(await faultsIn(code)).toEqual(['1 write-beyond']);
  });
});

describe('texts', () => {
  it.each([
    ['char a[4]; strcpy(a, "abc");', []],
    ['char a[4]; strcpy(a, "abcd");', ['write-beyond']],
    ['char a[8] = "abc"; strcat(a, "defg");', []],
    ['char a[8] = "abc"; strcat(a, "defgh");', ['write-beyond']],
    ['char a[8]; sprintf(a, "%s-%d", "abcd", 1);', []],
    ['char a[8]; sprintf(a, "%s-%s", "abcd", "efgh");', ['write-beyond']],
    ['char a[8]; snprintf(a, 9, "%d", 1);', ['write-beyond']],
    ['char a[8]; memset(a, 65, 7); a[7] = 0; char b[7]; strcpy(b, a);', ['write-beyond']],
    ['char a[8]; memset(a, 65, 7); a[7] = 0; char b[8]; strcpy(b, a);', []],
    ['char a[64]; fgets(a, 64, stdin); char b[32]; strcpy(b, a);', ['write-beyond']],
    ['char a[32]; fgets(a, 64, stdin);', ['write-beyond']],
    ['char a[8]; gets(a);', ['unlimited-text']],
    ['char a[8]; if (strlen(s) < 8) strcpy(a, s);', []],
    ['char a[8]; strcpy(a, getenv("HOME"));', ['unchecked-null', 'unlimited-text']],
  ])('in %s', async (body, expected) => {
    const kinds = (await faultsIn(`void f(const char *s) { ${body} }`)).map((one) => one.split(' ')[1]);

    expect(kinds.toSorted()).toEqual(expected);
  });
});

describe('numbers', () => {
  it('of every operator are folded', async () => {
    const code = `void f(void) {
  char a[10];
  a[(7 * 3 - 1) / 2] = 0;
  a[1 << 3] = 0;
  a[21 % 11] = 0;
  a[25 >> 1] = 0;
  a[0xf & 9] = 0;
  a[8 | 2] = 0;
}`;
    expect(await faultsIn(code)).toEqual(['3 write-beyond', '5 write-beyond', '6 write-beyond', '8 write-beyond']);
  });

  it('from outside are limited by what they are compared with', async () => {
    const code = `void f(void) {
  int n, a[10] = {0};
  scanf("%d", &n);
  a[n % 10] = 1;
  a[n & 7] = 1;
  if (n < 0 || n >= 10) return;
  a[n] = 1;
  a[n + 1] = 1;
}`;
    expect(await faultsIn(code)).toEqual(['4 write-before', '8 write-beyond']);
  });

  it('of conditionals are one of two', async () => {
    expect(await faultsIn('void f(int c) { char a[4]; a[c ? 3 : 1] = 0; }')).toEqual([]);
    expect(await faultsIn('void f(int c) { char a[4]; a[(c ? 2 : 1) + 2] = 0; }')).toEqual([]);
  });
});

describe('what is not followed', () => {
  it('invents nothing', async () => {
    const code = `void f(struct list *list, int n) {
  struct list **end = &list->next, *at;
  int (*call)(int) = lookup(n);
  char **names = list->names, name[2][8];
  for (at = list; at; at = at->next) { *end = at; end = &at->next; names++; }
  n = call(n), n++;
  name[1][7] = *names[0];
  (void)sizeof(struct list);
  --n;
  n = -n + ~n + !n;
  init(&n, name, &at);
}`;
    expect(await faultsIn(code)).toEqual([]);
  });

  it('is gone through in few ways when functions call functions that call functions', async () => {
    const calling = (name: string, other: string): string => `void ${name}(int n) { ${`${other}(n);`.repeat(60)} }\n`;
    const code = `void e(int n) { n++; }\n${calling('d', 'e')}${calling('c', 'd')}${calling('b', 'c')}${calling('a', 'b')}
void last(char *p) { free(p); free(p); }`;

    expect(await faultsIn(code)).toEqual(['7 double-free']);
  });

  it('is what asks for itself, and what is nested deeply', async () => {
    const sum = Array.from({ length: 700 }, (_, at) => `a${at}`).join(' + ');
    const code = `void f(int n) { int all[all]; all[1] = n; n = ${sum}; if (${sum.replaceAll('+', '&&')}) n = 1; }
void last(char *p) { free(p); free(p); }`;

    expect(await faultsIn(code)).toEqual(['2 double-free']);
  });

  it('is given up in time, and said', async () => {
    const nested = (depth: number): string => (depth === 0 ? 'n' : `(${nested(depth - 1)} ? 1 : n)`);
    const facts = await factsIn(`void f(int n) { n = ${nested(24)}; }`, { path: 'main.c' });

    expect(() => [...memoryFaults(facts)]).toThrow(RuleWorkError);
  });
});

describe('C++', () => {
  it('has memory of its own kinds', async () => {
    const code = `class Holder {
 public:
  Holder(int n) : size(n) { data = new char[4]; }
  ~Holder() { delete[] data; }
  void set() { char *one = new char; delete one; delete one; }
 private:
  int size;
  char *data;
};
void f() {
  int *p = new int[4];
  p[4] = 1;
  delete[] p;
  try { g(); } catch (int e) { use(e); }
  auto add = [](int a) { return a + 1; };
  for (auto &item : all()) { use(item); }
}`;
    expect(await faultsIn(code, 'main.cpp')).toEqual(['12 write-beyond', '5 double-free']);
  });
});

describe('files', () => {
  it('keep their faults when another file has reached one of their sinks before', async () => {
    const facts = await factsIn('void f(void) { char s[2]; s[2] = 0; }', { path: 'main.c' });
    const { memory: _memory, ...told } = facts;
    expect([...memoryFaults(told)]).toEqual([]);
    expect([...memoryFaults(facts)].map(({ kind }) => kind)).toEqual(['write-beyond']);
  });
});
