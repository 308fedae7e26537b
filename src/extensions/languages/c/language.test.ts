import { testLanguage } from '#testing/test-language.ts';
import { language } from './language.ts';

testLanguage(language, {
  directory: import.meta.dirname,
  program: `#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define LIMIT 64 /* characters */
#define MAX(a, b) ((a) > (b) ? (a) : (b))

typedef struct {
    char name[LIMIT];
    uint64_t size;
} entry;

static void report(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    const char *word = va_arg(list, const char *);
    fprintf(stderr, format, word);
    va_end(list);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        report("usage: %s\\n", argv[0]);
        return EXIT_FAILURE;
    }
    entry *found = malloc(sizeof(*found));
    if (found == NULL)
        return EXIT_FAILURE;
    printf("%" PRIu64 "\\n", found->size);
    free(found);
    return EXIT_SUCCESS;
}
`,
  broken: {
    source: 'int first(void) { return 1; }\nint second(void) { int x = 1 return x; }\nint third(void) { return 3; }\n',
    line: 2,
    survivor: 'third',
  },
  neutralised: [
    ['int x; // checked by us\n', 'int x; // xxxxxxx xx xx\n'],
    ['/* safe\n * code */ int x;\n', '/* xxxx\n * xxxx */ int x;\n'],
    ['#define N 1 // fine\nint x;\n', '#define N 1 // xxxx\nint x;\n'],
    ['#define S "//a" /* fine */ "b"\nint x;\n', '#define S "//a" /* xxxx */ "b"\nint x;\n'],
    ["#define Q ' // fine\nint x;\n", "#define Q ' // xxxx\nint x;\n"],
    ['char *s = "// not one";\n', 'char *s = "// not one";\n'],
  ],
  silencers: [
    'int x; // NOLINT',
    '// NOLINTNEXTLINE(cert-err33-c)',
    'int x; /* Flawfinder: ignore */',
    'int x; // cppcheck-suppress bufferAccessOutOfBounds',
    '/* coverity[tainted_data] */',
    '#pragma GCC diagnostic ignored "-Wformat-security"',
    '#pragma warning(disable: 4996)',
    'int x; // codeql[cpp/overflow]',
  ],
  harmless: ['// lint free', '#pragma once', '/* coverity is a tool */', '#pragma GCC diagnostic pop'],
  outlines: [
    {
      title: 'lists functions by the name within their declarator',
      source: 'int a(void) { return b(); }\nchar *c(char **d) { return d[0]; }\nint (*e(int f))(int) { return g; }\n',
      expected: { functions: ['a public 1', 'c public 1', 'e public 1'] },
    },
    {
      title: 'takes a static function for private',
      source:
        'static int a(void) { return b(); }\nstatic inline int *c(void) { return d(); }\nint e(void) { return f(); }\n',
      expected: { functions: ['a 1', 'c 1', 'e public 1'] },
    },
    {
      title: 'does not take a prototype for a function',
      source: 'int a(int b);\nextern void c(void);\n',
      expected: { functions: [] },
    },
    {
      title: 'lists types that are defined, not those that are only named',
      source:
        'struct a;\nstruct b { int c; };\ntypedef struct { int d; } e;\nenum f { G };\nunion h { int i; };\nstruct b j;\n',
      expected: { types: ['b', 'e', 'f', 'h'] },
    },
    {
      title: 'knows stubs',
      source:
        'void a(void) {}\nvoid b(void) { ; }\nint c(void) { return 0; }\nchar *d(void) { return NULL; }\nvoid e(void) { return; }\nint f(void) { return -1; }\n',
      expected: {
        functions: [
          'a public 0 empty',
          'b public 0 empty',
          'c public 1 constant 0',
          'd public 1 constant NULL',
          'e public 1 constant',
          'f public 1 constant -1',
        ],
      },
    },
    {
      title: 'sees that a function gives its input back',
      source:
        'char *a(char *b) { return b; }\nchar *c(char *d) { return (d); }\nchar *e(char *f) { char *g = f; return g; }\nint h(int i) { return i + 1; }\n',
      expected: {
        functions: ['a public 1 identity', 'c public 1 identity', 'e public 2 identity', 'h public 1'],
      },
    },
    {
      title: 'counts statements with and without braces',
      source: 'int a(int b) { if (b) return 1; else { c(); } for (;;) d(); while (b) { e(); } return 2; }\n',
      expected: { functions: ['a public 8'] },
    },
    {
      title: 'counts the statements of a switch',
      source: 'int a(int b) { switch (b) { case 1: c(); break; default: d(); } return 2; }\n',
      expected: { functions: ['a public 5'] },
    },
    {
      title: 'lists calls with callee and arguments',
      source: 'void a(void) { strcpy(b, c); d->e(f); (*g)(1); }\n',
      expected: { calls: ['a: strcpy (b, c)', 'a: d->e (f)', 'a: (*g) (1)'] },
    },
    {
      title: 'knows conditions whose branch leaves',
      source:
        'void a(int b) { if (b < 0) return; if (!c) { free(d); goto out; } if (e) f(); while (g) { break; } out: if (h) exit(1); }\n',
      expected: { conditions: ['a: b < 0 -> leaves', 'a: !c -> leaves', 'a: e', 'a: g', 'a: h -> leaves'] },
    },
    {
      title: 'follows else if',
      source: 'int a(int b) { if (b == 1) c(); else if (b == 2) return 1; else return 2; return 3; }\n',
      expected: { conditions: ['a: b == 1', 'a: b == 2 -> leaves'] },
    },
    {
      title: 'lists the condition of a conditional expression',
      source: 'int a(int b) { return b > 0 ? b : -b; }\n',
      expected: { conditions: ['a: b > 0'] },
    },
    {
      title: 'lists strings',
      source: 'char *a = "b" "c";\nchar d = \'e\';\n',
      expected: { strings: ['"b"', '"c"', "'e'"] },
    },
    {
      title: 'lists comments of both kinds',
      source: '/* a */ int b; // c\n',
      expected: { comments: ['/* a */', '// c'] },
    },
    {
      title: 'finds functions between directives',
      source: '#ifdef A\nint a(void) { return b(); }\n#else\nint c(void) { return d(); }\n#endif\n',
      expected: { functions: ['a public 1', 'c public 1'] },
    },
    {
      title: 'forgives a macro before a declaration',
      source: 'API_EXPORT int a(void) { return b(); }\nstatic FORCE_INLINE int c(void) { return d(); }\n',
      expected: { faults: [] },
    },
    {
      title: 'forgives a macro that takes a type or a block',
      source: 'void a(void) { char *b = va_arg(c, char *); list_for_each(d, e) { f(d); } }\nMODULE_LICENSE("x")\n',
      expected: { faults: [] },
    },
    {
      title: 'reports a semicolon that is missing',
      source: 'int a(void) { b(1) return 2; }\n',
      expected: { faults: ['1:15 This text does not parse.'] },
    },
    {
      title: 'reports a brace that is missing at the end',
      source: 'int a(void) {\n  if (b) {\n    c();\n}\n',
      expected: { faults: ['4:2 `}` is missing.'] },
    },
    {
      title: 'reports prose in place of code',
      source: 'int a(void) { return 1; }\nHere is the rest of the program, as you wished.\n',
      expected: {
        faults: [
          '2:8 `;` is missing.',
          '2:17 `;` is missing.',
          '2:21 This text does not parse.',
          '2:34 This text does not parse.',
        ],
      },
    },
  ],
});
