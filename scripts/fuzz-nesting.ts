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
};

const MAX_LENGTH = 18_000;

/** Code that is nested as deep as the length allows, closed or left open. */
export function nested(language: string, random: FuzzRandom): string {
  const [open, core, close] = random.pick(NESTS[language] ?? [['(', 'x', ')']]);
  const most = Math.max(1, Math.floor(MAX_LENGTH / Math.max(1, open.length + close.length)));
  const depth = 1 + random.below(random.oneIn(3) ? most : Math.min(most, 600));
  return `${open.repeat(depth)}${core}${random.oneIn(4) ? '' : close.repeat(depth)}`;
}

/** Blocks inside one another, by indentation or by braces. */
export function nestedBlocks(language: string, random: FuzzRandom): string {
  const depth = 1 + random.below(180);
  if (language === 'python') {
    const heads = ['if x:', 'while x:', 'for x in y:', 'def f(x):', 'class A:', 'try:', 'with x as y:'] as const;
    const lines = Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}${random.pick(heads)}`);
    return `${lines.join('\n')}\n${' '.repeat(depth)}os.system(x)\n`;
  }
  const heads = [
    'if (x) {',
    'while (x) {',
    'for (const x of y) {',
    'function f(x) {',
    'try {',
    'switch (x) { default: {',
  ] as const;
  return `${Array.from({ length: depth }, () => random.pick(heads)).join(' ')} exec(x); ${'}'.repeat(depth)}`;
}
