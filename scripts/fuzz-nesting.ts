import type { FuzzRandom } from './fuzz-random.ts';

/** Something that can be nested: what opens a level, what stands inside, what closes a level. */
type Nest = readonly [open: string, core: string, close: string];

const COMMON: readonly Nest[] = [
  ['(', 'x', ')'],
  ['[', 'x', ']'],
  ['f(', 'x', ')'],
  ['a[', '0', ']'],
  ['(x + ', 'y', ')'],
  ['x + ', 'y', ''],
  ['x.y', '', ''],
  ['f()', '', ''],
  ['- ', '1', ''],
  ['(', '', ''],
  ['{', '', ''],
  ['[', '', ''],
  ['"', '', ''],
];

const C: readonly Nest[] = [
  ['{', 'x;', '}'],
  ['!', 'x', ''],
  ['*', 'p', ''],
  ['&', 'x', ''],
  ['(char *)', 'p', ''],
  ['p->', 'q', ''],
  ['p[', 'i', ']'],
  ['x ? y : ', 'z', ''],
  ['if (x) ', 'free(p);', ''],
  ['if (x) free(p); else ', 'free(q);', ''],
  ['x = ', '1', ''],
  ['sizeof ', 'x', ''],
  ['a: ', 'x;', ''],
  ['case 1: ', 'x;', ''],
  ['"a" ', '"b"', ''],
  ['M(', 'x', ')'],
  ['#if A\n', 'x;', '\n#endif\n'],
  ['#if A\n#elif B\n', 'x;', ''],
  ['struct s { ', 'int x;', ' } a;'],
  ['int (*', 'f', ')(void)'],
  ['{ .a = ', '1', ' }'],
  ['char *p = malloc(n); ', 'free(p);', ''],
  ['x, ', 'y', ''],
];

const NESTS: Readonly<Record<string, readonly [Nest, ...Nest[]]>> = {
  python: [
    ['{"a": ', '1', '}'],
    ['lambda a: ', 'a', ''],
    ['not ', 'x', ''],
    ['x if y else ', 'z', ''],
    ['[x for x in ', 'y', ']'],
    ['if x: y\nel', 'if z: y', '\n'],
    ['f"{', 'x', '}"'],
    ['x = ', '1', ''],
    ['await ', 'x', ''],
    ['*', 'x', ''],
    ['@a\n', 'def f(): pass', ''],
    ['"%s" % ', 'x', ''],
    ['x and ', 'y', ''],
    ['x < ', 'y', ''],
    ['"a" ', '"b"', ''],
    ...COMMON,
  ],
  javascript: [
    ['{', 'x;', '}'],
    ['({a: ', '1', '})'],
    ['a => ', 'a', ''],
    ['(function () { ', 'x()', ' })()'],
    ['!', 'x', ''],
    ['x ? y : ', 'z', ''],
    ['if (x) y(); else ', 'z();', ''],
    ['if (x) ', 'y();', ''],
    ['`${', 'x', '}`'],
    ['<a>', 'x', '</a>'],
    ['x = ', '1', ''],
    ['await ', 'x', ''],
    ['...', 'x', ''],
    ['new ', 'X()', ''],
    ['x.then(() => ', 'y', ')'],
    ['x ?? ', 'y', ''],
    ['x?.', 'y', ''],
    ['a: ', 'x', ''],
    ['class { x = ', '1', ' }'],
    ['const [', 'x', '] = y;'],
    ['Array<', 'x', '>'],
    ...COMMON,
  ],
  c: [['x << ', '1', ''], ...C, ...COMMON],
  cpp: [
    ['std::vector<', 'int', '>'],
    ['template <typename T> ', 'void f(T x);', ''],
    ['namespace a { ', 'int x;', ' }'],
    ['class A { public: ', 'int x;', ' };'],
    ['class A : public B { ', 'void f() {}', ' };'],
    ['std::cout << ', 'x', ''],
    ['std::cin >> ', 'x', ''],
    ['[&](int x) { return ', 'x', '; }'],
    ['a::', 'b', ''],
    ['new ', 'A()', ''],
    ['static_cast<int>(', 'x', ')'],
    ['std::move(', 'x', ')'],
    ['int &r = ', 'x', ';'],
    ['for (auto &x : ', 'y) f(x', ');'],
    ['std::unique_ptr<A> p(new A(', 'x', '));'],
    ['delete ', 'p', ''],
    ['throw ', 'x', ''],
    ['R"(', 'x', ')"'],
    ['operator+(', 'x', ')'],
    ['try { ', 'f();', ' } catch (...) {}'],
    ...C,
    ...COMMON,
  ],
  go: [
    ['func() { ', 'f()', ' }()'],
    ['func(x int) int { return ', 'x', ' }'],
    ['!', 'x', ''],
    ['*', 'p', ''],
    ['&', 'x', ''],
    ['<-', 'c', ''],
    ['[]', 'int', ''],
    ['[]int{', '1', '}'],
    ['map[string]', 'int', ''],
    ['T{a: ', '1', '}'],
    ['x.(', 'T', ')'],
    ['if x { } else ', '{ }', ''],
    ['defer ', 'f()', ''],
    ['go ', 'f()', ''],
    ['struct { a ', 'int', ' }'],
    ['interface { ', 'f()', ' }'],
    ['T[', 'int', ']'],
    ['`', 'x', '`'],
    ['a := ', '1', '\n'],
    ['x, ', 'y', ''],
    ['fmt.Sprintf("%s", ', 'x', ')'],
    ['case x: ', 'f()', '\n'],
    ...COMMON,
  ],
  java: [
    ['{', 'x();', '}'],
    ['!', 'x', ''],
    ['x ? y : ', 'z', ''],
    ['a -> ', 'a', ''],
    ['() -> { ', 'f();', ' }'],
    ['(String) ', 'x', ''],
    ['new A() { void f() { ', 'x();', ' } }'],
    ['new int[]', '{1}', ''],
    ['List<', 'String', '>'],
    ['if (x) y(); else ', 'z();', ''],
    ['if (x) ', 'y();', ''],
    ['class A { ', 'int x;', ' }'],
    ['@A(', 'x', ')'],
    ['x.f().', 'g()', ''],
    ['x = ', '1', ''],
    ['try { ', 'f();', ' } finally { }'],
    ['try (A a = b) { ', 'f();', ' } catch (E e) { }'],
    ['switch (x) { case 1 -> ', 'f();', ' }'],
    ['synchronized (x) { ', 'f();', ' }'],
    ['a: ', 'f();', ''],
    ['"a" + ', 'x', ''],
    ['x instanceof A a && ', 'b', ''],
    ['a.b.', 'c', ''],
    ...COMMON,
  ],
};

const MAX_LENGTH = 18_000;

/** Code that is nested as deep as the length allows, closed or left open. */
export function nested(language: string, random: FuzzRandom): string {
  const [open, core, close] = random.pick(NESTS[language] ?? [['(', 'x', ')']]);
  const most = Math.max(1, Math.floor(MAX_LENGTH / Math.max(1, open.length + close.length)));
  const depth = 1 + random.below(random.oneIn(3) ? most : Math.min(most, 600));
  return `${open.repeat(depth)}${core}${random.oneIn(4) ? '' : close.repeat(depth)}`;
}

/** What opens a block and what closes it. */
type Block = readonly [open: string, close: string];

const COMMON_BLOCKS: readonly [Block, ...Block[]] = [
  ['if (x) {', '}'],
  ['while (x) {', '}'],
  ['switch (x) { default: {', '}}'],
  ['do {', '} while (x);'],
];
const C_BLOCKS: readonly [Block, ...Block[]] = [
  ...COMMON_BLOCKS,
  ['for (i = 0; i < n; i++) {', '}'],
  ['if (!(p = malloc(n))) {', '} else { free(q); }'],
  ['{', '}'],
];

const BLOCKS: Readonly<Record<string, readonly [Block, ...Block[]]>> = {
  javascript: [
    ...COMMON_BLOCKS,
    ['for (const x of y) {', '}'],
    ['function f(x) {', '}'],
    ['try {', '} finally { x(); }'],
  ],
  c: C_BLOCKS,
  cpp: [
    ...C_BLOCKS,
    ['for (auto &x : y) {', '}'],
    ['try {', '} catch (...) { delete q; }'],
    ['auto f = [&](int x) {', '};'],
    ['struct A { void f() {', '} };'],
  ],
  go: [
    ['if x {', '}'],
    ['if x {', '} else { f() }'],
    ['for x {', '}'],
    ['for _, x := range y {', '}'],
    ['func() {', '}()'],
    ['switch x { default: {', '}}'],
    ['go func() {', '}()'],
    ['select { case <-c: {', '}}'],
  ],
  java: [
    ...COMMON_BLOCKS,
    ['for (A x : y) {', '}'],
    ['try {', '} finally { x(); }'],
    ['try {', '} catch (E e) { x(); }'],
    ['try (A a = b()) {', '}'],
    ['class A { void f() {', '}}'],
    ['synchronized (x) {', '}'],
    ['Runnable r = () -> {', '};'],
  ],
};

/** What makes a function of blocks, so that they are run and not only parsed. */
const AROUND: Readonly<Record<string, readonly [before: string, end: string]>> = {
  c: ['void f(char *p, char *q, int n) {\nint i, x;\n', '}\n'],
  cpp: ['void f(char *p, char *q, int n) {\nint i, x;\n', '}\n'],
  go: ['package a\n\nfunc f(x string, y []string) {\n', '}\n'],
  java: ['class F { void f(String x, String[] y) {\n', '}}\n'],
};

const RISKY: Readonly<Record<string, string>> = {
  c: 'strcpy(p, q); free(p); system(q);',
  cpp: 'strcpy(p, q); delete p; system(q);',
  go: 'exec.Command("sh", "-c", x)',
  java: 'Runtime.getRuntime().exec(x);',
};

/** Blocks inside one another, by indentation or by braces. */
export function nestedBlocks(language: string, random: FuzzRandom): string {
  const depth = 1 + random.below(180);
  if (language === 'python') {
    const heads = ['if x:', 'while x:', 'for x in y:', 'def f(x):', 'class A:', 'try:', 'with x as y:'] as const;
    const lines = Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}${random.pick(heads)}`);
    return `${lines.join('\n')}\n${' '.repeat(depth)}os.system(x)\n`;
  }
  const [before, end] = AROUND[language] ?? ['', ''];
  const blocks = Array.from({ length: depth }, () => random.pick(BLOCKS[language] ?? COMMON_BLOCKS));
  const separator = language === 'go' ? '\n' : ' ';
  const opened = blocks.map(([open]) => open).join(separator);
  // One time in four the last are left open, as damaged code leaves them.
  const closed = blocks.slice(random.oneIn(4) ? random.below(depth) : 0).map(([, close]) => close);
  return [before + opened, RISKY[language] ?? 'exec(x);', ...closed.reverse(), end].join(separator);
}
