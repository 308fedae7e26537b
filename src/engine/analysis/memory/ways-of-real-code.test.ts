import { describe, expect, it } from 'vitest';
import { memoryFaultsIn as faultsIn } from '#testing/memory-faults-in.ts';

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
  it('are bytes in an array of them', async () => {
    expect(await faultsIn('void f(void) {\n char p[4];\n p[0] = 0xa1u;\n p[1] = 0x1a1;\n}')).toEqual(['4 overflow']);
    expect(await faultsIn('void f(void) {\n char c = 200;\n}')).toEqual(['2 overflow']);
  });

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

describe('places', () => {
  it('in one memory are compared by their offsets', async () => {
    const code = (test: string) => `const char *base(const char *path) {
  const char *p = path + strlen(path);
  while (${test} *(p - 1) != 47) p--;
  return p;
}`;
    expect(await faultsIn(code('p > path &&'))).toEqual([]);
    expect(await faultsIn(code(''))).toEqual(['3 read-before']);
  });

  it('of texts that begin with a character are behind their start', async () => {
    const code = (test: string) => `int f(const char *in, int m) {
  char *p = strdup(in);
  if (!p) return 0;
  size_t n = strlen(p);
  if (${test}) n--;
  if (n && p[n - 1] == 34) m = 1;
  free(p);
  return m;
}`;
    expect(await faultsIn(code('p[0] == 34'))).toEqual([]);
    expect(await faultsIn(code('m == 34'))).toEqual(['6 read-before']);
  });

  it('in an empty literal are its end', async () => {
    const code = (text: string) =>
      `int f(const char *s, int l) {
 int c = 0;
 if (s == NULL) s = ${text};
 while ((c = *s++) != 0 && l > 0) l--;
 return c;
}`;
    expect(await faultsIn(code('""'))).toEqual([]);
  });

  it('of members that are handed over are set by whom they are handed to', async () => {
    const code = (call: string) =>
      `struct d { unsigned char *data; };
int f(struct d *d) {
 d->data = NULL;
 ${call}
 return d->data[0];
}`;
    expect(await faultsIn(code('fill((void **)&d->data);'))).toEqual([]);
    expect(await faultsIn(code('fill(d->data);'))).toEqual(['5 null-dereference']);
  });

  it('in brackets behind what looks like a type are addresses', async () => {
    const code = (given: string) => `int f(int s) {
 char b;
 if (recv(s, ${given}, 1, 0) == 0) return 0;
 return b;
}`;
    expect(await faultsIn(code('(RECV_TYPE_ARG2)&b'))).toEqual([]);
    expect(await faultsIn(code('(MASK)&b'))).toEqual(['3 uninitialised']);
  });
});

describe('sums', () => {
  it('are the same number when they are computed again', async () => {
    const code = (end: string) =>
      `void f(const char *a, const char *b) {
 size_t n = strlen(a), m = strlen(b);
 char *p = malloc(n + m + 1);
 if (!p) return;
 p[${end}] = 0;
 free(p);
}`;
    expect(await faultsIn(code('n + m'))).toEqual([]);
    expect(await faultsIn(code('n + m + 1'))).toContain('5 write-beyond');
  });

  it('that are asked whether they wrap around are not used in a test that does', async () => {
    const code = (asked: string) =>
      `int f(size_t at, size_t size, size_t all) {
 if (${asked} at + size > all) return 1;
 return 0;
}`;
    expect(await faultsIn(code('at + size < at ||'))).toEqual([]);
    expect(await faultsIn(code(''))).toEqual(['2 wrapping-test']);
  });

  it('in small types without a sign go round', async () => {
    const code = (type: string) =>
      `struct s { ${type} i; char all[256]; };
void f(struct s *s, const unsigned char *in) {
 s->i = in[0] + in[1] + 1;
 s->all[s->i] = 0;
}`;
    expect(await faultsIn(code('unsigned char'))).toEqual([]);
  });

  it('of what was read into memory do not overflow', async () => {
    const code =
      'int f(int fd, char *buf, size_t size) {\n size_t at = 0;\n ssize_t n;\n while (0 < (n = read(fd, buf, size))) at += n;\n return at > 0;\n}';
    expect(await faultsIn(code)).toEqual([]);
  });
});

describe('numbers', () => {
  it('with a limit have room in what a size makes of them', async () => {
    const code = (times: string) => `void *f(const char *t) {
  int n = atoi(t), m = atoi(t);
  if (n < 0 || n > 0x7fff || m < 0 || m > 0x7fff) return 0;
  return take((uint32_t)n * (uint32_t)m * ${times});
}`;
    expect(await faultsIn(code('sizeof(char *)'))).toEqual([]);
    expect(await faultsIn(code('8'))).toEqual(['4 overflow']);
  });
});

describe('constants of one family', () => {
  it('are not the same', async () => {
    const code = (asked: string) => `static int take(int n, int *out) {
  if (n == 1) return SSH_ERROR_EAGAIN;
  if (n == 2) return SSH_ERROR_SOCKET;
  *out = n;
  return SSH_ERROR_SMALL;
}
int f(int n) {
  int x;
  if (take(n, &x) == ${asked}) return x + 1;
  return 0;
}`;
    expect(await faultsIn(code('SSH_ERROR_SMALL'))).toEqual([]);
    expect(await faultsIn(code('SSH_ERROR_SOCKET'))).toEqual(['9 uninitialised']);
    expect(await faultsIn(code('OTHER'))).toEqual(['9 uninitialised']);
  });
});

describe('what a function is given', () => {
  it('by reference it may set', async () => {
    const code = (type: string) =>
      `static bool parse(${type} out, int n) {
 if (n) return false;
 return true;
}
int f(int n) {
 int v;
 if (!parse(v, n)) return 0;
 return v;
}`;
    expect(await faultsIn(code('int&'), 'a.cpp')).toEqual([]);
  });

  it('is not null because it looks whether it is', async () => {
    const code = (given: string) => `static const char *copy(const char *y) {
  if (y == 0) return 0;
  return find(y);
}
int f(struct p *p) {
  const char *x = copy(${given});
  return x[0];
}`;
    expect(await faultsIn(code('p->start'))).toEqual([]);
    expect(await faultsIn(code('0'))).toEqual(['7 null-dereference']);
  });

  it('and what is declared elsewhere have been set there', async () => {
    expect(await faultsIn('void f(void) {\n extern char *name;\n show(name);\n}')).toEqual([]);
  });
});

describe('methods', () => {
  it('may be called as what every object of JavaScript has', async () => {
    const names = ['toString', 'constructor', 'valueOf', 'hasOwnProperty', '__proto__'];
    const code = names.map((name) => `v.${name}(",");`).join('\n');
    expect(await faultsIn(`void f(V& v) {\n${code}\n}`, 'a.cpp')).toEqual([]);
  });
});
