import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression, IrModule } from '#engine/analysis/ir.ts';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import { createParser } from '#testing/parse-alone.ts';
import { frontEnd } from '../front-end.ts';

const parse = createParser({
  readGrammar: readGrammarFile,
  limits: { maxLength: 1_000_000, maxDepth: 10_000, timeoutMs: 20_000 },
  now: () => 0,
});

async function lowered(text: string): Promise<IrModule> {
  const outcome = await parse('tree-sitter-python.wasm', text);
  if ('problem' in outcome) throw new Error(outcome.problem);
  return frontEnd.lower('main.py', 'python', outcome.tree);
}

/** Nodes in one line: names and literals as they are, calls as calls, the rest as `kind{…}` without what is empty. */
function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : JSON.stringify(value);
  const node = value as Record<string, unknown>;
  const { kind: _kind, at: _at, nameAt: _nameAt, ...rest } = node;
  const kind = typeof node.kind === 'string' ? node.kind : '';
  if (kind === 'name') return String(node.name);
  if (kind === 'literal') return JSON.stringify(node.value) + (typeof node.form === 'string' ? `:${node.form}` : '');
  if (kind === 'member') return `${show(node.object)}.${String(node.property)}`;
  if (kind === 'call') return `${show(node.callee)}(${(node.arguments as unknown[]).map(argument).join(', ')})`;
  if (kind === 'evaluate') return show(node.value);
  if (kind === 'function' || kind === 'class') return `${kind}${show(node[kind])}`;
  const fields = Object.entries(rest)
    .filter(([, item]) => item !== false && !(Array.isArray(item) && item.length === 0))
    .map(([key, item]) => `${key}=${typeof item === 'string' ? item : show(item)}`);
  return `${kind}{${fields.join(' ')}}`;
}

function argument(value: unknown): string {
  const { name, isSpread, isRecord, value: inner } = value as Record<string, unknown>;
  const stars = isRecord === true ? '**' : isSpread === true ? '*' : '';
  return `${typeof name === 'string' ? `${name}=` : ''}${stars}${show(inner)}`;
}

async function shown(text: string): Promise<string[]> {
  return (await lowered(text)).body.map(show);
}

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ['a.b(c)[0].d', 'index{object=a.b(c) index=0}.d'],
  ['f(1, *a, k=2, **b)', 'f(1, *a, k=2, **b)'],
  ['f(x for x in y)', 'f(comprehension{form=generator clauses=[{target=x iterable=y}] element=x})'],
  ['a[1:, ::2]', 'index{object=a index=sequence{form=tuple items=[slice{lower=1}, slice{step=2}]}}'],
  ['a + b * c', 'binary{operator=+ left=a right=binary{operator=* left=b right=c}}'],
  [
    'a and b or not c',
    'logical{operator=or left=logical{operator=and left=a right=b} right=unary{operator=not operand=c}}',
  ],
  [
    'a < b <= c',
    'logical{operator=and left=compare{operator=< left=a right=b} right=compare{operator=<= left=b right=c}}',
  ],
  ['a not in b', 'compare{operator=not in left=a right=b}'],
  ['a is not None', 'compare{operator=is not left=a right=null}'],
  ['a <> b', 'compare{operator=!= left=a right=b}'],
  ['x if y else z', 'conditional{test=y then=x otherwise=z}'],
  ['(n := f())', 'assignment{target=n value=f()}'],
  ['-1', 'unary{operator=minus operand=1}'],
  ['await f()', 'unary{operator=await operand=f()}'],
  ['[1, *a]', 'sequence{form=list items=[1, spread{value=a}]}'],
  ['{1, 2}', 'sequence{form=set items=[1, 2]}'],
  ['1,', 'sequence{form=tuple items=[1]}'],
  ['{"a": 1, **b}', 'record{entries=[{key="a" value=1}, {value=b}]}'],
  [
    '{k: v for k, v in d.items() if k}',
    'comprehension{form=record clauses=[{target=sequence{form=tuple items=[k, v]} iterable=d.items() conditions=[k]}] key=k element=v}',
  ],
  [
    'lambda x, *y, z=1, **k: x',
    'function{name= parameters=[{target=x name=x form=plain}, {target=y name=y form=rest}, {target=z name=z form=plain default=1}, {target=k name=k form=record}] body=[return{value=x}] isExpression=true}',
  ],
  ['[True, False, None, ...]', 'sequence{form=list items=[true, false, null, Ellipsis]}'],
  ['[0x1F, 1_000, 0o17, 0b11, 1.5e3, 0777, 10L, 2j]', 'sequence{form=list items=[31, 1000, 15, 3, 1500, 511, 10, 2]}'],
];

const STRINGS: readonly (readonly [string, string])[] = [
  [String.raw`'a\n\x41\u00e9\101\'\q'`, '"a\\nAéA\'\\\\q"'],
  [String.raw`r'\n'`, '"\\\\n"'],
  [String.raw`b'\x00\u0041'`, '"\\u0000\\\\u0041":bytes'],
  [String.raw`Rb"\d"`, '"\\\\d":bytes'],
  ['"""a\nb"""', '"a\\nb"'],
  ['"a" \'b\' """c"""', '"abc"'],
  ['"a\\\nb"', '"ab"'],
  ['""', '""'],
  ['f"plain {{x}}"', '"plain {x}"'],
  ['f"a{b}c" "d{e}"', 'template{parts=["a", b, "cd{e}"]}'],
  ['f"{a["k"]}{f"{b}"}"', 'template{parts=[index{object=a index="k"}, template{parts=[b]}]}'],
  ['f"{x!r}{y:>{w}.2f}"', 'template{parts=[repr(x), format(y, template{parts=[">", w, ".2f"]})]}'],
  ['f"{x=}"', 'template{parts=["x=", repr(x)]}'],
];

const STATEMENTS: readonly (readonly [string, readonly string[]])[] = [
  ['a = b = 1', ['assign{targets=[a, b] value=1}']],
  ['a += 1', ['assign{targets=[a] value=1 operator=+}']],
  ['x: int = 1', ['assign{targets=[x] value=1}']],
  ['x: Optional[db.Row]', ['declare{name=x type={name=db.Row}}']],
  [
    'a, (*b, c) = d',
    ['assign{targets=[sequence{form=tuple items=[a, sequence{form=tuple items=[spread{value=b}, c]}]}] value=d}'],
  ],
  ['del a, b[0]', ['delete{targets=[a, index{object=b index=0}]}']],
  [
    'import a.b, c.d as e',
    [
      'import{module=a.b bindings=[{local=a imported=* module=a}]}',
      'import{module=c.d bindings=[{local=e imported=*}]}',
    ],
  ],
  ['from ..x import (a, b as c)', ['import{module=..x bindings=[{local=a imported=a}, {local=c imported=b}]}']],
  ['from . import a', ['import{module=. bindings=[{local=a imported=a}]}']],
  ['from m import *', ['import{module=m bindings=[{local=* imported=*}]}']],
  ['if a: f()\nelif b: g()\nelse: h()', ['if{test=a then=[f()] otherwise=[if{test=b then=[g()] otherwise=[h()]}]}']],
  ['while True: f()', ['loop{body=[f()]}']],
  ['while a: f()\nelse: g()', ['loop{test=a body=[f()] otherwise=[g()]}']],
  [
    'for a, b in c: f()\nelse: g()',
    ['for-each{target=sequence{form=tuple items=[a, b]} iterable=c body=[f()] otherwise=[g()]}'],
  ],
  [
    'try: f()\nexcept A: pass\nexcept (B, C) as e: g()\nelse: h()\nfinally: i()',
    ['try{body=[f()] handlers=[{types=[A]}, {types=[B, C] name=e body=[g()]}] otherwise=[h()] finally=[i()]}'],
  ],
  ['try: f()\nexcept* A: g()', ['try{body=[f()] handlers=[{types=[A] body=[g()]}]}']],
  ['try: f()\nexcept: g()', ['try{body=[f()] handlers=[{body=[g()]}]}']],
  ['try: f()\nexcept A, e: g()', ['try{body=[f()] handlers=[{types=[A] name=e body=[g()]}]}']],
  ['with a() as b, c: f()', ['with{resources=[{value=a() target=b}, {value=c}] body=[f()]}']],
  ['with (a() as b, c): f()', ['with{resources=[{value=a() target=b}, {value=c}] body=[f()]}']],
  ['assert a, b', ['assert{test=a}']],
  ['raise A(b) from c', ['raise{value=A(b)}']],
  ['raise A, "b"', ['raise{value=A("b")}']],
  ['print "a", b', ['print("a", b)']],
  ['print >>f, a', ['print(file=f, a)']],
  ['exec "a(%s)" % b', ['exec(binary{operator=% left="a(%s)" right=b})']],
  ['exec "a" in b', ['exec("a", b)']],
  [
    'match a:\n  case 1 | -2: f()\n  case [x, *r] if x: g()\n  case {"k": v, **o}: pass\n  case C(p, q=1) as d: pass\n  case A.b: pass\n  case (_): pass\n  case _: h()',
    [
      'switch{subject=a cases=[{patterns=[1, unary{operator=minus operand=2}] body=[f()]}, {patterns=[sequence{form=list items=[x, spread{value=r}]}] guard=x body=[g()]}, {patterns=[record{entries=[{key="k" value=v}, {value=o}]}]}, {patterns=[assignment{target=d value=C(p, q=1)}]}, {patterns=[A.b]}, {patterns=[_]}, {body=[h()]}]}',
    ],
  ],
  [
    '@a.b("/x")\n@c\nasync def f(x: str, /, y=1, *, z: "T" = 2, **k) -> int:\n  yield x\n',
    [
      'function{name=f parameters=[{target=x name=x form=plain annotation=str type={name=str}}, {target=y name=y form=plain default=1}, {target=z name=z form=plain default=2 annotation="T" type={name=T}}, {target=k name=k form=record}] body=[unary{operator=yield operand=x}] decorators=[a.b("/x"), c] isAsync=true isGenerator=true}',
    ],
  ],
  [
    'class K(A, metaclass=M):\n  x: int = 1\n  def m(me): pass\n  @staticmethod\n  def s(): pass\n',
    [
      'class{name=K bases=[A] body=[assign{targets=[x] value=1}, function{name=m parameters=[{target=me name=me form=plain}] isMethod=true}, function{name=s decorators=[staticmethod] isMethod=true isStatic=true}]}',
    ],
  ],
  [
    'def f():\n  def g(): yield 1\n  return g',
    [
      'function{name=f body=[function{name=g body=[unary{operator=yield operand=1}] isGenerator=true}, return{value=g}]}',
    ],
  ],
];

const RECOVERIES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a bare body',
    '    x = f()\n    if x:\n        g()\n    return x\n',
    ['assign{targets=[x] value=f()}', 'if{test=x then=[g()]}', 'return{value=x}'],
  ],
  [
    'an indented method',
    '    def m(self):\n        return 1\n',
    ['function{name=m parameters=[{target=self name=self form=plain}] body=[return{value=1}] isMethod=true}'],
  ],
  [
    'a function that lost its indentation',
    'def f(a):\nx = a\nreturn x\ndef g():\n    pass',
    [
      'function{name=f parameters=[{target=a name=a form=plain}] body=[assign{targets=[x] value=a}, return{value=x}]}',
      'function{name=g}',
    ],
  ],
  ['a stub and what follows', 'def f():\n    # later\nx = 1\n', ['function{name=f}', 'assign{targets=[x] value=1}']],
  [
    'leftovers of a notebook',
    '%matplotlib inline\nimport os\nos.system(a)\n!ls -l\nf()\n',
    ['import{module=os bindings=[{local=os imported=*}]}', 'os.system(a)', 'f()'],
  ],
  [
    'a call that was cut off',
    'import os\nos.system("ls " + a',
    ['import{module=os bindings=[{local=os imported=*}]}', 'os.system(binary{operator=+ left="ls " right=a})'],
  ],
  ['a head whose bracket is open', 'def g(a\n    os.system(a)\n', ['os.system(a)']],
];

describe('the Python front end', () => {
  it.each(EXPRESSIONS)('lowers %s', async (source, expected) => {
    expect(await shown(source)).toEqual([expected]);
  });

  it.each(STRINGS)('decodes %s', async (source, expected) => {
    expect(await shown(source)).toEqual([expected]);
  });

  it.each(STATEMENTS)('lowers %s', async (source, expected) => {
    expect(await shown(source)).toEqual(expected);
  });

  it.each(RECOVERIES)('reads %s', async (_title, source, expected) => {
    const found = await shown(source);
    for (const statement of expected) expect(found.join('\n')).toContain(statement);
  });

  it('tells what did not parse', async () => {
    const { faults, text } = await lowered('x = 1\ny = $$\nz = 2\n');
    expect(faults.map(({ start, end }) => text.slice(start, end)).join()).toContain('$');
  });

  it('gives the place of a literal with its quotes', async () => {
    const text = 'f("é🙂", rb"a" b"c")';
    const [statement] = (await lowered(text)).body;
    const call = statement?.kind === 'evaluate' ? statement.value : undefined;
    const places =
      call?.kind === 'call' ? call.arguments.map(({ value }) => text.slice(value.at.start, value.at.end)) : [];
    expect(places).toEqual(['"é🙂"', 'rb"a" b"c"']);
  });

  it.each([
    ['a sum', `x = ${'a + '.repeat(4000)}b\n`, 4001],
    ['a chain of calls', `x = a${'.b()'.repeat(2000)}\n`, 1],
    ['a chain of assignments', `${'a = '.repeat(4000)}b\n`, 4001],
  ])('reads %s of any length', async (_title, source, names) => {
    const [statement] = (await lowered(source)).body;
    expect(statement?.kind).toBe('assign');
    expect(statement === undefined ? 0 : countNames(statement)).toBeGreaterThanOrEqual(names);
  });

  it('reads any number of branches', async () => {
    const { body, faults } = await lowered(`if a: f()\n${'elif b: g()\n'.repeat(3000)}else: h()\n`);
    expect(body).toHaveLength(1);
    expect(faults).toEqual([]);
    expect(countNames(body[0])).toBe(2 + 2 * 3000 + 1);
  });

  it.each([
    `x = ${'('.repeat(3000)}1${')'.repeat(3000)}`,
    `x = ${'['.repeat(3000)}1${']'.repeat(3000)}`,
    `x = ${'not '.repeat(3000)}1`,
    `x = ${'lambda: '.repeat(3000)}1`,
    'f('.repeat(3000),
    'def f(a):'.repeat(3000),
    `def f(a${' def f(a'.repeat(3000)}`,
    `${'a += '.repeat(4000)}1`,
    `x: ${'a.'.repeat(4000)}b`,
    `f"${'{x:'.repeat(1000)}${'}'.repeat(1000)}"`,
    '('.repeat(10_000),
    'f(a '.repeat(3000),
    'if a:\n'.repeat(5000),
    `match a:\n case ${'('.repeat(3000)}`,
  ])('gives up on what is nested too deeply: %#', async (source) => {
    expect((await lowered(source)).path).toBe('main.py');
  });

  it('never throws', async () => {
    const words = fc.constantFrom(
      ...'def class f ( ) [ ] { } : , . = == + ** * - not in is if elif else for while try except with as return yield'.split(
        ' ',
      ),
      ...'lambda await async import from match case print exec del x 1 "a" f"{x}" f"{ \' """ \\ @ ; := -> ... # $ é'.split(
        ' ',
      ),
      '\n',
      '\n    ',
      '\n        ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
        ),
        async (source) => {
          const { body, text } = await lowered(source);
          for (const { at } of body) expect(at.start <= at.end && at.end <= text.length).toBe(true);
        },
      ),
      { numRuns: 250 },
    );
  });
});

/** Names below a node, counted without recursion. */
function countNames(root: unknown): number {
  const open: unknown[] = [root];
  let count = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if ((value as Partial<Expression>).kind === 'name') count += 1;
    open.push(...Object.values(value));
  }
  return count;
}
