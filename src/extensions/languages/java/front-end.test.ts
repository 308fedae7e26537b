import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IrModule } from '#engine/analysis/ir.ts';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import { createParser } from '#testing/parse-alone.ts';
import { frontEnd } from './front-end.ts';

const parse = createParser({
  readGrammar: readGrammarFile,
  limits: { maxLength: 1_000_000, maxDepth: 10_000, timeoutMs: 20_000 },
  now: () => 0,
});

async function lowered(text: string): Promise<IrModule> {
  const outcome = await parse('tree-sitter-java.wasm', text);
  if ('problem' in outcome) throw new Error(outcome.problem);
  return frontEnd.lower('Main.java', 'java', outcome.tree);
}

/** Nodes in one line: names and literals as they are, calls as calls, the rest as `kind{…}` without what is empty. */
function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : JSON.stringify(value);
  const entries = Object.entries(value);
  const node = new Map<string, unknown>(entries);
  const kind = node.get('kind');
  if (kind === 'name') return String(node.get('name'));
  if (kind === 'literal') return JSON.stringify(node.get('value'));
  if (kind === 'member') return `${show(node.get('object'))}.${String(node.get('property'))}`;
  if (kind === 'evaluate') return show(node.get('value'));
  if (kind === 'call') {
    const given = node.get('arguments');
    return `${node.get('isNew') === true ? 'new ' : ''}${show(node.get('callee'))}(${Array.isArray(given) ? given.map(show).join(', ') : ''})`;
  }
  if (kind === 'function' || kind === 'class') return `${kind}${show(node.get(kind))}`;
  if (entries.length === 1 && node.has('value')) return show(node.get('value'));
  const fields = entries
    .filter(([key, item]) => !['kind', 'at', 'nameAt', 'isAsync', 'isGenerator'].includes(key) && item !== false)
    .filter(([, item]) => !(Array.isArray(item) && item.length === 0))
    .map(([key, item]) => `${key}=${typeof item === 'string' ? item : show(item)}`);
  return `${typeof kind === 'string' ? kind : ''}{${fields.join(' ')}}`;
}

async function shown(text: string): Promise<string[]> {
  return (await lowered(text)).body.map(show);
}

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ['a.b.c', 'a.b.c'],
  ['a[0]', 'index{object=a index=0}'],
  ['f(1, "x")', 'f(1, "x")'],
  ['a.f().g(b)', 'a.f().g(b)'],
  ['a + b + c', 'binary{operator=+ left=binary{operator=+ left=a right=b} right=c}'],
  [
    'a && !b || c',
    'logical{operator=or left=logical{operator=and left=a right=unary{operator=not operand=b}} right=c}',
  ],
  ['a <= b', 'compare{operator=<= left=a right=b}'],
  ['a.equals(b)', 'compare{operator=== left=a right=b}'],
  ['Objects.equals(a, b)', 'compare{operator=== left=a right=b}'],
  ['a ? b : (c)', 'conditional{test=a then=b otherwise=c}'],
  ['(String) a', 'a'],
  ['(int) a', 'cast{type={name=int} operand=a}'],
  ['(Statement) a', 'cast{type={name=Statement} operand=a}'],
  ['a instanceof B', 'compare{operator=instanceof left=a right=B}'],
  ['new A(b)', 'new A(b)'],
  ['new a.B<C>(d)', 'new a.B(d)'],
  ['new ArrayList<String>()', 'sequence{form=list}'],
  ['new HashMap<>()', 'record{}'],
  ['List.of(a, b)', 'sequence{form=list items=[a, b]}'],
  ['Map.of("a", b)', 'record{entries=[{key="a" value=b}]}'],
  ['new String[] {"a", b}', 'sequence{form=list items=["a", b]}'],
  ['new byte[n]', 'new byte[](n)'],
  ['"abc".charAt(1)', 'index{object="abc" index=1}'],
  ['a.substring(1, 2)', 'index{object=a index=slice{lower=1 upper=2}}'],
  ['A::f', 'A.f'],
  ['String.class', 'String.class'],
  ['A.this.f()', 'A.f()'],
  ['-1', 'unary{operator=minus operand=1}'],
  [
    'f(x -> x)',
    'f(function{name= parameters=[{target=x name=x form=plain}] body=[return{value=x}] isExpression=true})',
  ],
  [
    'f((a, b) -> { g(a); })',
    'f(function{name= parameters=[{target=a name=a form=plain}, {target=b name=b form=plain}] body=[g(a)]})',
  ],
  ['switch (a) { case 1, 2 -> b; default -> c; }', 'switch{subject=a cases=[{patterns=[1, 2] body=[b]}, {body=[c]}]}'],
  [
    'new StringBuilder("a").append(b).append(c).toString()',
    'binary{operator=+ left=binary{operator=+ left=new StringBuilder("a") right=b} right=c}.toString()',
  ],
  ['allowed.stream().anyMatch(text::startsWith)', 'text.startsWith(allowed.stream())'],
  [
    'new Runnable() { public void run() { f(); } }',
    'new class{name=Runnable$ bases=[Runnable] body=[function{name=run body=[f()] isMethod=true}]}()',
  ],
];

const LITERALS: readonly (readonly [string, string])[] = [
  [String.raw`"a\n\u0041\101\"\\"`, String.raw`"a\nAA\"\\"`],
  ['"""\n    a\n      b\n    """', String.raw`"a\n  b\n"`],
  ["'x'", '"x"'],
  ['0x1F', '31'],
  ['1_000L', '1000'],
  ['017', '15'],
  ['0b11', '3'],
  ['1.5f', '1.5'],
  ['null', 'null'],
];

const STATEMENTS: readonly (readonly [string, readonly string[]])[] = [
  ['a = b = 1;', ['assign{targets=[a, b] value=1}']],
  ['a += 1;', ['assign{targets=[a] value=1 operator=+}']],
  ['a++;', ['assign{targets=[a] value=1 operator=+}']],
  ['String a = "b", c;', ['assign{targets=[a] value="b"}', 'declare{name=c type={name=String}}']],
  ['var a = f();', ['assign{targets=[a] value=f()}']],
  ['int a = f();', ['assign{targets=[a] value=cast{type={name=int} operand=f()}}']],
  ['int a = Integer.parseInt(b);', ['assign{targets=[a] value=Integer.parseInt(b)}']],
  ['Statement a = f();', ['assign{targets=[a] value=cast{type={name=Statement} operand=f()}}']],
  [
    'if (a) f(); else if (b) g(); else { h(); }',
    ['if{test=a then=[f()] otherwise=[if{test=b then=[g()] otherwise=[h()]}]}'],
  ],
  ['while (true) { f(); }', ['loop{body=[f()]}']],
  ['do f(); while (a);', ['loop{test=a isTestedAfter=true body=[f()]}']],
  [
    'for (int i = 0; i < 3; i++) f();',
    [
      'loop{test=compare{operator=< left=i right=3} before=[assign{targets=[i] value=0}] step=[assign{targets=[i] value=1 operator=+}] body=[f()]}',
    ],
  ],
  ['for (String a : b) f();', ['for-each{target=a iterable=b body=[f()]}']],
  ['for (;;) break;', ['loop{body=[break{}]}']],
  [
    'try { f(); } catch (A | B e) { g(); } finally { h(); }',
    ['try{body=[f()] handlers=[{types=[A, B] name=e body=[g()]}] finally=[h()]}'],
  ],
  ['try (A a = f(); b) { g(); }', ['with{resources=[{value=f() target=a}, b] body=[g()]}']],
  [
    'switch (a) { case 1: case 2: f(); break; default: g(); }',
    [
      'switch{subject=a cases=[{patterns=[1] fallsThrough=true}, {patterns=[2] body=[f(), break{}] fallsThrough=true}, {body=[g()] fallsThrough=true}]}',
    ],
  ],
  ['b: while (a) { continue b; }', ['label{name=b body=[loop{test=a body=[continue{label=b}]}]}']],
  ['synchronized (a) { f(); }', ['a', 'block{body=[f()]}']],
  ['assert a : "b";', ['assert{test=a}']],
  ['throw new A();', ['raise{value=new A()}']],
  [
    'int a = switch (b) { case 1 -> 2; default -> { yield 3; } };',
    ['assign{targets=[a] value=conditional{test=compare{operator=== left=b right=1} then=2 otherwise=3}}'],
  ],
  ['StringBuilder a = new StringBuilder();', ['assign{targets=[a] value=new StringBuilder("")}']],
  ['import a.b.C;', ['import{module=a.b.C bindings=[{local=C imported=default module=a.b.C}]}']],
  ['import static a.B.c;', ['import{module=a.B.c bindings=[{local=c imported=c module=a.B}]}']],
  ['import a.b.*;', ['import{module=a.b bindings=[{local=* imported=*}]}']],
  [
    '@Get("/x") public static String f(@Q final String a, int... b) { return a; }',
    [
      'function{name=f parameters=[{target=a name=a form=plain annotation=String type={name=String}}, {target=b name=b form=rest annotation=int type={name=int}}] body=[return{value=a}] decorators=[Get("/x")] isStatic=true}',
    ],
  ],
  [
    'class A extends B implements C { private D d; int e = 1; A(D d) { this.d = d; } void f() { g(d); f(); } static { e = 2; } }',
    [
      'class{name=A bases=[B, C] body=[assign{targets=[d] value=cast{type={name=D} operand=unknown{}}}, assign{targets=[e] value=1}, function{name=constructor parameters=[{target=d name=d form=plain annotation=D type={name=D}}] body=[assign{targets=[this.d] value=d}] isMethod=true}, function{name=f body=[g(this.d), this.f()] isMethod=true}, block{body=[assign{targets=[this.e] value=2}]}]}',
    ],
  ],
  [
    'enum A { B(1), C; void f() { } }',
    [
      'class{name=A body=[1, assign{targets=[B] value="B"}, assign{targets=[C] value="C"}, function{name=f isMethod=true}]}',
    ],
  ],
  ['record A(String b) { }', ['class{name=A body=[assign{targets=[b] value=unknown{}}]}']],
  [
    'interface A { void f(); default int g() { return 1; } }',
    ['class{name=A body=[function{name=g body=[return{value=1}] isMethod=true}]}'],
  ],
  [
    'class A { void f(int a) { f(a, 1); } void f(int a, int b) { } }',
    [
      'class{name=A body=[function{name=f parameters=[{target=a name=a form=plain annotation=int type={name=int}}] body=[this.f/2(a, 1)] isMethod=true}, function{name=f/2 parameters=[{target=a name=a form=plain annotation=int type={name=int}}, {target=b name=b form=plain annotation=int type={name=int}}] isMethod=true}]}',
    ],
  ],
  [
    'class A { int b; class C { void f() { g(b); } } }',
    [
      'class{name=A body=[assign{targets=[b] value=unknown{}}, class{name=C body=[function{name=f body=[g(A.b)] isMethod=true}]}]}',
    ],
  ],
];

const RECOVERIES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a method and a field without a class',
    'private A a;\npublic void f() { a.g(); }\n',
    ['declare{name=a type={name=A}}', 'function{name=f body=[a.g()]}'],
  ],
  ['a constructor without a class', 'public A(B b) { f(b); }', ['function{name=constructor', 'f(b)']],
  [
    'a bracket that is missing',
    'class A { void f( { x(); } void g() { y(; z(); } void h() { w() } }',
    ['x()', 'z()', 'w()'],
  ],
  ['a call that was cut off', 'f(a);\ng("x" + b', ['f(a)', 'binary{operator=+ left="x" right=b}']],
];

describe('the Java front end', () => {
  it.each(EXPRESSIONS)('lowers %s', async (source, expected) => {
    expect(await shown(`${source};`)).toEqual([expected]);
  });

  it.each(LITERALS)('reads %s', async (source, expected) => {
    expect(await shown(`f(${source});`)).toEqual([`f(${expected})`]);
  });

  it.each(STATEMENTS)('lowers %s', async (source, expected) => {
    expect(await shown(source)).toEqual(expected);
  });

  it.each(RECOVERIES)('reads %s', async (_title, source, expected) => {
    const found = (await shown(source)).join('\n');
    for (const part of expected) expect(found).toContain(part);
  });

  it('gives a buffer what is appended to it', async () => {
    expect(await shown('void f(StringBuilder b) { b.append(x).append(y); b.insert(0, z); }')).toEqual([
      'function{name=f parameters=[{target=b name=b form=plain annotation=StringBuilder type={name=StringBuilder}}] body=[assign{targets=[b] value=binary{operator=+ left=binary{operator=+ left=b right=x} right=y}}, assign{targets=[b] value=binary{operator=+ left=z right=b}}]}',
    ]);
  });

  it('gives other files the class that the file is named after', async () => {
    expect((await shown('class Other {} public class Main {}')).at(-1)).toBe(
      'export{names=[{local=Main exported=default}]}',
    );
  });

  it('tells what did not parse', async () => {
    const { faults, text } = await lowered('int x = 1;\nint y = $ $;\nint z = 2;\n');
    expect(faults.map(({ start, end }) => text.slice(start, end))).not.toEqual([]);
  });

  it.each([
    ['a sum', `x = ${'a + '.repeat(4000)}b;`],
    ['a chain of calls', `x = a${'.b()'.repeat(2000)};`],
    ['a chain of appends', `void f(StringBuilder x) { x${'.append(a)'.repeat(2000)}; }`],
  ])('reads %s of any length', async (_title, source) => {
    const { body } = await lowered(source);
    expect(body).toHaveLength(1);
    expect(['assign', 'function']).toContain(body[0]?.kind);
  });

  it('reads any number of branches', async () => {
    const { body, faults } = await lowered(`if (a) f(); ${'else if (b) g(); '.repeat(2000)}else h();`);
    expect(body).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it.each([
    `x = ${'('.repeat(3000)}1${')'.repeat(3000)};`,
    `x = ${'!'.repeat(3000)}a;`,
    `x = ${'f('.repeat(3000)}`,
    `x = ${'a -> '.repeat(3000)}1;`,
    'class A { '.repeat(2000),
    'if (a) '.repeat(3000),
    '{'.repeat(5000),
    `x = ${'a ? b : '.repeat(3000)}c;`,
    `x = ${'new A() { B b = '.repeat(1000)}`,
    `${'a = '.repeat(3000)}1;`,
  ])('gives up on what is nested too deeply: %#', async (source) => {
    expect((await lowered(source)).path).toBe('Main.java');
  });

  it('never throws', async () => {
    const words = fc.constantFrom(
      ...'class void int String f x ( ) [ ] { } ; , . = == + -> :: ? : ! @ < > & | if else for while do switch case default'.split(
        ' ',
      ),
      ...'try catch finally return throw new this super static final import package enum record interface yield 1 "a" \'c\' """ # é'.split(
        ' ',
      ),
      '\n',
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
