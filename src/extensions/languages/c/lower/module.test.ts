import { describe, expect, it } from 'vitest';
import type { Expression, IrFunction, IrModule, Parameter, Statement, TypeName } from '#engine/analysis/ir.ts';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import { createParser } from '#testing/parse-alone.ts';
import { frontEnd } from '../front-end.ts';

const parse = createParser({
  readGrammar: readGrammarFile,
  limits: { maxLength: 6_000_000, maxDepth: 100_000, timeoutMs: 20_000 },
  now: () => 0,
});

async function lowered(text: string, language: 'c' | 'cpp' = 'c'): Promise<IrModule> {
  const outcome = await parse(`tree-sitter-${language}.wasm`, text);
  if ('problem' in outcome) throw new Error(outcome.problem);
  return frontEnd.lower(`main.${language}`, language, outcome.tree);
}

/** The one expression statement that a text is lowered to. */
async function expressionOf(text: string, language: 'c' | 'cpp'): Promise<string> {
  const { body } = await lowered(`void f() { x = ${text}; }`, language);
  const [made] = body;
  if (made?.kind !== 'function') throw new Error('no function');
  const [first] = made.function.body;
  return first?.kind === 'assign' ? show(first.value) : (first?.kind ?? 'nothing');
}

async function statementsOf(text: string, language: 'c' | 'cpp'): Promise<string> {
  const { body } = await lowered(`void f() { ${text} }`, language);
  const [made] = body;
  return made?.kind === 'function' ? list(made.function.body) : list(body);
}

function show(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return `${JSON.stringify(node.value)}${node.form === undefined ? '' : `:${node.form}`}`;
    case 'name':
      return node.name;
    case 'member':
      return `${show(node.object)}.${node.property}`;
    case 'index':
      return `${show(node.object)}[${show(node.index)}]`;
    case 'call': {
      const given = node.arguments.map(({ value }) => show(value)).join(', ');
      return `${node.isNew === true ? 'new ' : ''}${show(node.callee)}(${given})`;
    }
    case 'unary':
      return `(${node.operator}${node.isPostfix === true ? ' after' : ''} ${show(node.operand)})`;
    case 'binary':
    case 'compare':
    case 'logical':
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case 'conditional':
      return `(${show(node.test)} ? ${show(node.then)} : ${show(node.otherwise)})`;
    case 'assignment':
      return `(${show(node.target)} ${node.operator ?? ''}= ${show(node.value)})`;
    case 'sequence':
      return `${node.form}[${node.items.map(show).join(', ')}]`;
    case 'record':
      return `{${node.entries.map(({ key, value }) => `${key === undefined ? '' : show(key)}: ${show(value)}`).join(', ')}}`;
    case 'template':
      return `text[${node.parts.map(show).join(', ')}]`;
    case 'cast':
      return `<${type(node.type)}>${show(node.operand)}`;
    case 'typed':
      return `${node.form} ${type(node.type)}${node.count === undefined ? '' : ` x ${show(node.count)}`}`;
    case 'function':
      return functionText(node.function);
    case 'unknown':
      return `?(${node.parts.map(show).join(', ')})`;
    default:
      return node.kind;
  }
}

function type({ name, pointers = 0, sizes = [], isConstant, isReference }: TypeName): string {
  const brackets = sizes.map((size) => `[${size === undefined ? '' : show(size)}]`).join('');
  return `${isConstant === true ? 'const ' : ''}${name}${'*'.repeat(pointers)}${isReference === true ? '&' : ''}${brackets}`;
}

function parameter({ name, form, type: written }: Parameter): string {
  return form === 'rest' ? '...' : `${written === undefined ? '' : `${type(written)} `}${name}`;
}

function functionText({ name, parameters, body, isMethod, isStatic }: IrFunction): string {
  return `${isStatic ? 'static ' : ''}${isMethod ? 'method ' : ''}${name}(${parameters.map(parameter).join(', ')}) {${list(body)}}`;
}

function list(statements: readonly Statement[]): string {
  return statements.map(line).join('; ');
}

function line(node: Statement): string {
  switch (node.kind) {
    case 'evaluate':
      return show(node.value);
    case 'assign':
      return `${node.targets.map(show).join(' = ')} ${node.operator ?? ''}= ${show(node.value)}`;
    case 'declare':
      return `${node.isStatic === true ? 'static ' : ''}${node.type === undefined ? '' : type(node.type)} ${node.name}${node.value === undefined ? '' : ` = ${show(node.value)}`}`;
    case 'if':
      return `if ${show(node.test)} {${list(node.then)}} else {${list(node.otherwise)}}`;
    case 'loop':
      return `loop${node.isTestedAfter === true ? ' after' : ''} {${list(node.before ?? [])}} ${node.test === undefined ? '' : show(node.test)} {${list(node.step ?? [])}} {${list(node.body)}}`;
    case 'for-each':
      return `each ${show(node.target)} of ${show(node.iterable)} {${list(node.body)}}`;
    case 'switch':
      return `switch ${show(node.subject)} ${node.cases.map(({ patterns, body, fallsThrough }) => `[${patterns.map(show).join('')}${fallsThrough ? '' : '!'}: ${list(body)}]`).join(' ')}`;
    case 'try':
      return `try {${list(node.body)}} ${node.handlers.map(({ types, name, body }) => `catch ${types.map(show).join('')} ${name ?? ''} {${list(body)}}`).join(' ')}`;
    case 'return':
    case 'raise':
      return `${node.kind}${node.value === undefined ? '' : ` ${show(node.value)}`}`;
    case 'label':
      return `${node.name}: ${list(node.body)}`;
    case 'goto':
      return `goto ${node.name}`;
    case 'assert':
      return `assert ${show(node.test)}`;
    case 'delete':
      return `delete${node.isArray === true ? '[]' : ''} ${node.targets.map(show).join(', ')}`;
    case 'function':
      return functionText(node.function);
    case 'class':
      return `class ${node.class.name}${node.class.bases.map((base) => ` : ${show(base)}`).join('')} {${list(node.class.body)}}`;
    case 'import':
      return `import ${node.module}`;
    case 'block':
      return `{${list(node.body)}}`;
    default:
      return node.kind;
  }
}

describe('expressions of C', () => {
  it.each([
    ['a[i++]', 'a[(increment after i)]'],
    ['--*p', '(decrement (deref p))'],
    ['&s->next.name', '(address (deref s).next.name)'],
    ['(char *)malloc(sizeof(struct foo) * n)', '<char*>malloc((size struct foo * n))'],
    ['sizeof(unsigned long)', 'size unsigned long'],
    ['sizeof buf', '(size buf)'],
    ['a && !b || c == NULL', '((a and (not b)) or (c == null))'],
    ['a ? b : c', '(a ? b : c)'],
    ['(a, b)', 'tuple[a, b][1]'],
    ['(y = z) + (w += 2)', '((y = z) + (w += 2))'],
    ['"a\\n\\x41\\101" "b"', '"a\\nAAb"'],
    ['"%" PRIu64 "."', '"%lu."'],
    ['"%" FORMAT "."', 'text["%", FORMAT, "."]'],
    ["'\\0' + 'a' + L'\\n'", '((0:char + 97:char) + 10:char)'],
    ['0x1FUL | 010 | 0b11', '((31 | 8) | 3)'],
    ['1.5f * -2e3', '(1.5 * -2000)'],
    ['(*fp)(1)', 'fp(1)'],
    ['s.run(1)', 's.run(1)'],
    ['(struct p){ .x = 1, [2] = 3, 4 }', '<struct p>{"x": 1, 2: 3, 2: 4}'],
    ['true', 'true'],
    ['a ?: b', '(a ? a : b)'],
    ['~a % b << 2', '(((invert a) % b) << 2)'],
  ])('%s', async (text, expected) => {
    expect(await expressionOf(text, 'c')).toBe(expected);
  });
});

describe('expressions of C++', () => {
  it.each([
    ['static_cast<char *>(p)', '<char*>p'],
    ['int(y)', '<int>y'],
    ['new Foo(1, 2)', 'new Foo(1, 2)'],
    ['new Foo', 'new Foo()'],
    ['new char[n + 1]', 'allocation char x (n + 1)'],
    ['std::string(z)', 'std.string(z)'],
    ['std::strcpy(a, b)', 'strcpy(a, b)'],
    ['::system(a)', 'system(a)'],
    ['std::make_unique<Foo>(1)', 'std.make_unique(1)'],
    ['a.find("..") != std::string::npos', '(a.find("..") != -1)'],
    ['nullptr', 'null'],
    ['not a and b', '((not a) and b)'],
    ['R"x(a"b\\n)x"', '"a\\"b\\\\n"'],
    ["1'000'000", '1000000'],
    ['[&](int q) { return q; }', '(int q) {return q}'],
    ['P{1, 2}', 'P(1, 2)'],
    ['m[1]', 'm[1]'],
    ['this->x', '(deref this).x'],
  ])('%s', async (text, expected) => {
    expect(await expressionOf(text, 'cpp')).toBe(expected);
  });
});

describe('statements of C', () => {
  it.each([
    ['char buf[10], *p = buf, **q;', 'char[10] buf; char* p = buf; char** q'],
    ['static const unsigned char t[2][3] = {{1}};', 'static const unsigned char[2][3] t = list[list[1]]'],
    ['int (*fp)(int, char *) = NULL;', 'function* fp = null'],
    ['char (*row)[4];', 'char* row'],
    ['struct foo s = { .a = 1 }, *t = &s;', 'struct foo s = {"a": 1}; struct foo* t = (address s)'],
    ['x++;', '(increment after x)'],
    ['x += 2; a = b = c;', 'x += 2; a = (b = c)'],
    ['a, b();', 'a; b()'],
    ['if (a) b(); else if (c) d(); else { e(); }', 'if a {b()} else {if c {d()} else {e()}}'],
    [
      'for (int i = 0; i < n; i++, j--) f(i);',
      'loop {int i = 0} (i < n) {(increment after i); (decrement after j)} {f(i)}',
    ],
    ['for (;;) break;', 'loop {}  {} {break}'],
    ['do { f(); } while (x > 0);', 'loop after {} (x > 0) {} {f()}'],
    ['while (*p++) continue;', 'loop {} (deref (increment after p)) {} {continue}'],
    ['switch (x) { case 1: case 2: f(); break; default: return; }', 'switch x [1: ] [2: f(); break] [: return]'],
    ['goto out; out: free(p); return;', 'goto out; out: free(p); return'],
    ['assert(x > 1);', 'assert (x > 1)'],
    ['{ f(); }', '{f()}'],
    ['(void)f();', '<void>f()'],
  ])('%s', async (text, expected) => {
    expect(await statementsOf(text, 'c')).toBe(expected);
  });
});

describe('statements of C++', () => {
  it.each([
    [
      'std::string s("a"), t{s}, u = "x" + s;',
      'std::string s = new std.string("a"); std::string t = new std.string(s); std::string u = ("x" + s)',
    ],
    [
      'std::string w(argv[1]); std::ifstream in(path);',
      'std::string w = new std.string(argv[1]); std::ifstream in = new std.ifstream(path)',
    ],
    [
      'std::mt19937 g(static_cast<unsigned>(std::time(nullptr)));',
      'std::mt19937 g = new std.mt19937(<unsigned>std.time(nullptr))',
    ],
    ['int y{5}; auto z = f(); const auto &r = s;', 'int y = 5; auto z = f()'],
    ['const auto &r = s; int &q = m.n; use(r, q);', 'int& q = m.n; use(s, q)'],
    ['T *p = new (buffer) T; T *q = new (std::nothrow) T;', 'T* p = <T*>buffer; T* q = new T()'],
    ['auto [a, b] = pair;', 'tuple[a, b] = pair'],
    ['delete p; delete[] q;', 'delete p; delete[] q'],
    ['for (const auto &e : v) use(e);', 'each e of v {use(e)}'],
    ['for (auto [k, w] : m) use(k);', 'each tuple[k, w] of m {use(k)}'],
    [
      'try { throw std::runtime_error("x"); } catch (const std::exception &e) { f(); } catch (...) { throw; }',
      'try {raise std.runtime_error("x")} catch std.exception e {f()} catch   {raise}',
    ],
    ['if (auto it = m.find(k); it != e) f();', 'auto it = m.find(k); if (it != e) {f()} else {}'],
    ['while (auto *x = next()) f(x);', 'auto* x = next(); loop {} (x = next()) {} {f(x)}'],
    ['std::cout << "a" << b << std::endl;', 'std.cout.operator<<(text["a", b, "\\n"])'],
    ['in >> a >> b; while (std::cin >> c) f();', 'in.operator>>(a, b); loop {} std.cin.operator>>(c) {} {f()}'],
    ['using K = int; using namespace std;', ''],
  ])('%s', async (text, expected) => {
    expect(await statementsOf(text, 'cpp')).toBe(expected);
  });
});

describe('a file', () => {
  it.each([
    ['#include <a.h>\n#include "b.h"\n', 'import a.h; import ./b.h'],
    [
      '#define N 64\n#define S "a" "b"\n#define E (N * 2)\n#define EMPTY\n#define DO do { } while (0)\n',
      'N = 64; S = "ab"; E = (N * 2)',
    ],
    [
      '#define MAX(a, b) ((a) > (b) ? (a) : (b))\n#define LOG(x) do { f(x); } while (0)\n',
      'static MAX(a, b) {return ((a > b) ? a : b)}',
    ],
    ['#define CAST(p) ((unsigned char *)(p))\n', 'static CAST(p) {return p}'],
    ['#ifdef _WIN32\n#define X 1\n#else\n#define X 2\n#endif\n', 'X = 2'],
    ['#ifndef _WIN32\n#define X 1\n#else\n#define X 2\n#endif\n', 'X = 1'],
    ['#define OPEN open\nint x = OPEN(p);\n', 'OPEN = open; static int x = open(p)'],
    ['void f() { scanf("%" SCNd64, &n); }\n', 'f() {scanf("%ld", (address n))}'],
    ['int x = MEMCMP(a, b, 4) + FREE(p) + SAVE(p);\n', 'static int x = ((memcmp(a, b, 4) + FREE(p)) + SAVE(p))'],
    ['#ifdef A\n#define X 1\n#else\n#define X 2\n#endif\n', 'if ?() {X = 1} else {X = 2}'],
    ['#ifndef A_H\n#define A_H 1\nint x;\n#endif\n', 'A_H = 1; static int x'],
    ['#if 0\nint x;\n#else\nint y;\n#endif\n', 'static int y'],
    ['typedef unsigned char u8;\ntypedef u8 *bytes;\nbytes b;\n', 'static unsigned char* b'],
    [
      'typedef struct { char name[8]; int (*cb)(int); } entry, *list;\nlist l;\n',
      'class entry {char[8] name; function* cb}; static entry* l',
    ],
    ['struct node { struct node *next; };\n', 'class struct node {struct node* next}'],
    ['enum { RED, GREEN = 4, BLUE };\n', 'RED = 0; GREEN = 4; BLUE = 5'],
    ['int f(int, char *);\nextern int g;\n', 'static int g'],
    [
      'static int f(char b[10], const char *s, ...) { return 1; }',
      'static f(char[10] b, const char* s, ...) {return 1}',
    ],
    ['int f(a, b) int a; char *b; { return a; }', 'f(int a, char* b) {return a}'],
    ['static FORCE_INLINE int f(void) { return 1; }', 'static f() {return 1}'],
    [
      'char buf[4];\nstrcpy(buf, x);\nif (x) { run(buf); }\n',
      'static char[4] buf; strcpy(buf, x); if x {run(buf)} else {}',
    ],
  ])('%j', async (text, expected) => {
    expect(list((await lowered(text)).body)).toBe(expected);
  });

  it.each([
    ['namespace a { void g() { b::h(); a::k(); } }', 'g() {b.h(); k()}'],
    [
      'class A : public B { public: A(int n) : B(1), n_(n) {} ~A() { f(n_); } static int s(int q); int n_ = 1; };\nint A::s(int q) { return q; }',
      'class A : B {method constructor(int n) {new B(1); (deref this).n_ = n}; method ~A() {f((deref this).n_)}; int n_ = 1; method s(int q) {return q}}',
    ],
    ['void C::m(int n_) { use(n_); }', 'method m(int n_) {use(n_)}'],
    ['template <typename T> T f(T &&x) { return x; }', 'f(T& x) {return x}'],
    ['extern "C" { int g(int a) { return a; } }', 'g(int a) {return a}'],
    ['struct S { S() = default; int a; };', 'class S {int a}'],
    ['void f() try { g(); } catch (...) { }', 'f() {try {g()} catch   {}}'],
  ])('%j of C++', async (text, expected) => {
    expect(list((await lowered(text, 'cpp')).body)).toBe(expected);
  });

  it('keeps what parses of broken code, and says what does not', async () => {
    const { body, faults } = await lowered('int a(void) { f(; g(1); }\nint b(int n) {\n  if (n) {\n    h(n);\n');

    expect(list(body)).toContain('g(1)');
    expect(list(body)).toContain('b(int n) {');
    expect(list(body)).toContain('h(n)');
    expect(faults.length).toBeGreaterThan(0);
  });

  it('reads conditions of the preprocessor inside functions as uncertain', async () => {
    expect(list((await lowered('void f(void) {\n#ifdef A\n  a();\n#else\n  b();\n#endif\n}\n')).body)).toBe(
      'f() {if ?() {a()} else {b()}}',
    );
  });

  it('declares once what both branches declare, where they do nothing else that has to stand where it is', async () => {
    const both = 'void f(void) {\n#ifdef A\n  int n = a();\n#else\n  int n = b();\n  c(n);\n#endif\n  d(n);\n}\n';
    expect(list((await lowered(both)).body)).toBe('f() {int n; if ?() {n = a()} else {n = b(); c(n)}; d(n)}');
    const other = both.replace('int n = b();', 'int m = b();');
    expect(list((await lowered(other)).body)).not.toContain('if ?()');
  });
});

describe('hostile input', () => {
  it.each([
    ['brackets', `int x = ${'('.repeat(20_000)}1${')'.repeat(20_000)};`],
    ['blocks', `void f(void) ${'{'.repeat(20_000)}${'}'.repeat(20_000)}`],
    ['a long sum', `int x = ${'a + '.repeat(50_000)}1;`],
    ['a long chain of else', `void f(void) { ${'if (a) b(); else '.repeat(5_000)} c(); }`],
    ['commas', `void f(void) { ${'a, '.repeat(50_000)} b; }`],
    ['pointers', `int ${'*'.repeat(20_000)}x;`],
    ['scopes', `int x = ${'a::'.repeat(5_000)}b;`],
    ['templates', `${'a<'.repeat(3_000)}b${'>'.repeat(3_000)} x;`],
    ['macros', `#define A ${'('.repeat(900)}1${')'.repeat(900)}\n`.repeat(50)],
    ['braces that are never closed', 'int f() { if (a) {\n'.repeat(2_000)],
    ['any signs', '\u0000\uFFFF"\'\\#@`{[(<'.repeat(2_000)],
    ['nested conditions', '#if A\n'.repeat(2_000)],
  ])(
    '%s',
    async (_, text) => {
      for (const language of ['c', 'cpp'] as const) {
        const outcome = await parse(`tree-sitter-${language}.wasm`, text);
        if ('problem' in outcome) continue;
        const { body } = frontEnd.lower('main.c', language, outcome.tree);
        expect(Array.isArray(body)).toBe(true);
      }
    },
    30_000,
  );
});
