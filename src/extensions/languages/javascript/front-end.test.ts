import { beforeAll, describe, expect, it } from 'vitest';
import type { Expression, IrFunction, Statement } from '#engine/analysis/ir.ts';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import { createParser } from '#testing/parse-alone.ts';
import { frontEnd } from './front-end.ts';

const parse = createParser({
  readGrammar: readGrammarFile,
  limits: { maxLength: 1_000_000, maxDepth: 10_000, timeoutMs: 60_000 },
  now: () => performance.now(),
});

beforeAll(async () => {
  await parse('tree-sitter-tsx.wasm', '');
}, 60_000);

async function lower(text: string, grammar = 'tsx') {
  const outcome = await parse(`tree-sitter-${grammar}.wasm`, text);
  if (!('tree' in outcome)) throw new Error(outcome.problem);
  return frontEnd.lower('a.tsx', grammar === 'javascript' ? 'javascript' : 'typescript', outcome.tree);
}

/** The intermediate form as text: names of the nodes where the source would be ambiguous. */
function show(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.form === 'regex'
        ? String(node.value)
        : node.value === undefined
          ? 'undefined'
          : JSON.stringify(node.value);
    case 'name':
      return node.name;
    case 'member':
      return `${show(node.object)}.${node.property}`;
    case 'index':
      return `${show(node.object)}[${show(node.index)}]`;
    case 'call': {
      const given = node.arguments.map(
        (argument) => `${argument.isSpread === true ? '...' : ''}${show(argument.value)}`,
      );
      return `${node.isNew === true ? 'new ' : ''}${show(node.callee)}(${given.join(', ')})`;
    }
    case 'unary':
      return `(${node.operator} ${show(node.operand)})`;
    case 'binary':
    case 'compare':
    case 'logical':
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case 'conditional':
      return `(${show(node.test)} ? ${show(node.then)} : ${show(node.otherwise)})`;
    case 'template':
      return `${node.tag === undefined ? '' : show(node.tag)}\`${node.parts.map(show).join('|')}\``;
    case 'sequence':
      return `${node.form === 'list' ? '' : node.form}[${node.items.map(show).join(', ')}]`;
    case 'record':
      return `{${node.entries.map(({ key, value }) => `${key === undefined ? '...' : `${show(key)}: `}${show(value)}`).join(', ')}}`;
    case 'spread':
      return `...${show(node.value)}`;
    case 'assignment':
      return `(${show(node.target)} ${node.operator ?? ''}= ${show(node.value)})`;
    case 'function':
      return showFunction(node.function);
    case 'class':
      return `class ${node.class.name} { ${node.class.body.map(showStatement).join('; ')} }`;
    case 'markup': {
      const attributes = node.attributes.map(({ name, value }) => ` ${name ?? '...'}=${show(value)}`);
      return `<${node.tag}${attributes.join('')}>[${node.children.map(show).join(', ')}]`;
    }
    case 'unknown':
      return `?(${node.parts.map(show).join(', ')})`;
    default:
      return node.kind;
  }
}

function showFunction(lowered: IrFunction): string {
  const parameters = lowered.parameters.map(({ target, form, annotation, default: value }) =>
    [
      form === 'rest' ? '...' : '',
      show(target),
      annotation === undefined ? '' : `: ${show(annotation)}`,
      value === undefined ? '' : ` = ${show(value)}`,
    ].join(''),
  );
  const words = [
    ...lowered.decorators.map((decorator) => `@${show(decorator)}`),
    ...(lowered.isStatic ? ['static'] : []),
    ...(lowered.isAsync ? ['async'] : []),
    ...(lowered.isMethod ? ['method'] : []),
    lowered.isGenerator ? 'fn*' : 'fn',
    lowered.name,
  ];
  return `${words.join(' ').trimEnd()}(${parameters.join(', ')}) {${showAll(lowered.body)}}`;
}

function showAll(statements: readonly Statement[]): string {
  return statements.map(showStatement).join('; ');
}

function showStatement(node: Statement): string {
  switch (node.kind) {
    case 'evaluate':
      return show(node.value);
    case 'assign':
      return `${node.targets.map(show).join(' = ')} ${node.operator ?? ''}= ${show(node.value)}`;
    case 'declare':
      return [
        `declare ${node.name}`,
        node.type === undefined ? '' : `: ${node.type.name}`,
        node.value === undefined ? '' : ` = ${show(node.value)}`,
      ].join('');
    case 'if':
      return `if ${show(node.test)} {${showAll(node.then)}} else {${showAll(node.otherwise)}}`;
    case 'loop': {
      const test = node.test === undefined ? '' : ` ${show(node.test)}`;
      const head = `${showAll(node.before ?? [])}|${showAll(node.step ?? [])}`;
      return `${node.isTestedAfter === true ? 'do ' : ''}loop${test}${head === '|' ? '' : ` [${head}]`} {${showAll(node.body)}}`;
    }
    case 'for-each':
      return `for ${show(node.target)} ${node.isOverKeys === true ? 'in' : 'of'} ${show(node.iterable)} {${showAll(node.body)}}`;
    case 'switch': {
      const cases = node.cases.map(({ patterns, body }) => `${patterns.map(show).join(', ')}: ${showAll(body)}`);
      return `switch ${show(node.subject)} {${cases.join(' | ')}}`;
    }
    case 'try': {
      const handlers = node.handlers.map(({ name, body }) => ` catch ${name ?? ''} {${showAll(body)}}`);
      return `try {${showAll(node.body)}}${handlers.join('')} finally {${showAll(node.finally)}}`;
    }
    case 'return':
    case 'raise':
      return node.value === undefined ? node.kind : `${node.kind} ${show(node.value)}`;
    case 'break':
    case 'continue':
      return node.label === undefined ? node.kind : `${node.kind} ${node.label}`;
    case 'label':
      return `${node.name}: ${showAll(node.body)}`;
    case 'delete':
      return `delete ${node.targets.map(show).join(', ')}`;
    case 'function':
      return showFunction(node.function);
    case 'class': {
      const { name, bases, decorators, body } = node.class;
      const head = [...decorators.map((decorator) => `@${show(decorator)}`), 'class', name].join(' ').trimEnd();
      return `${head}(${bases.map(show).join(', ')}) {${showAll(body)}}`;
    }
    case 'import':
      return `import ${node.module} {${node.bindings.map(({ local, imported }) => `${imported} as ${local}`).join(', ')}}`;
    case 'export':
      return `export {${node.names.map(({ local, exported }) => `${local} as ${exported}`).join(', ')}}`;
    case 'block':
      return `{${showAll(node.body)}}`;
    case 'with':
      return `with ${node.resources.map(({ value }) => show(value)).join(', ')} {${showAll(node.body)}}`;
    default:
      return node.kind;
  }
}

function lowersTo(cases: readonly (readonly [source: string, lowered: string])[], grammar?: string): void {
  it.each(cases)('%s', async (source, lowered) => {
    const { body, faults } = await lower(source, grammar);

    expect(showAll(body)).toBe(lowered);
    expect(faults).toEqual([]);
  });
}

describe('expressions', () => {
  lowersTo([
    ['a?.b[0]?.c(d, ...e)', 'a.b[0].c(d, ...e)'],
    ["a['b']", 'a["b"]'],
    ['new A.B(c); new D', 'new A.B(c); new D()'],
    ['(0, a.b)(c)', 'a.b(c)'],
    ['f((a(), b))', 'f(tuple[a(), b][1])'],
    ['a === b !== c', '((a == b) != c)'],
    ['a && b || c ?? d', '(((a and b) or c) coalesce d)'],
    ['x ? y : z ? v : w', '(x ? y : (z ? v : w))'],
    ['f(typeof a, !b, -c, void 0, i++)', 'f((typeof a), (not b), (minus c), undefined, (increment i))'],
    ['f(a = b, c += d)', 'f((a = b), (c += d))'],
    ["'k' in o; a instanceof B", '("k" in o); (a instanceof B)'],
    ['await f(); import("x")', '(await f()); import("x")'],
    ['`a${b}\\n${c}`; t`x${y}`', '`"a"|b|"\\n"|c`; t`"x"|y`'],
    ["f('a\\x41\\u{42}\\'\\\nb', 0x1F, 1_000, 10n, 017)", 'f("aAB\'b", 31, 1000, 10, 15)'],
    ['f(/x[/]/gi, true, null, undefined)', 'f(/x[/]/gi, true, null, undefined)'],
    ['x = {a, b: 1, "c": 2, [d]: 3, ...e, f() {}}', 'x = {"a": a, "b": 1, "c": 2, d: 3, ...e, "f": fn f() {}}'],
    ['x = [a, , ...b]', 'x = [a, undefined, ...b]'],
    ['import.meta.url', 'import.meta.url'],
    ['x = async (a, {b = 1}, ...c) => a', 'x = async fn(a, {"b": (b = 1)}, ...c) {return a}'],
    ['x = function* f(a = 1) { yield* a }', 'x = fn* f(a = 1) {(yield a)}'],
  ]);
});

describe('statements', () => {
  lowersTo([
    ['const a = 1, {b, c: [d], ...e} = f; let g', 'a = 1; {"b": b, "c": [d], ...e} = f; declare g'],
    ['a = b = c; d += 1; e ||= f; g++; delete h.i', 'a = b = c; d += 1; e = (e or f); g += 1; delete h.i'],
    ['a(), b = 1', 'a(); b = 1'],
    ['if (a) b(); else if (c) d(); else { e() }', 'if a {b()} else {if c {d()} else {e()}}'],
    ['for (let i = 0, j = 1; i < j; i++, j--) f()', 'loop (i < j) [i = 0; j = 1|i += 1; j -= 1] {f()}'],
    ['for (;;) {}', 'loop {}'],
    ['for (const [k, v] of o) f(k)', 'for [k, v] of o {f(k)}'],
    ['for (var k in o);', 'for k in o {}'],
    ['do { f() } while (a)', 'do loop a {f()}'],
    ['l: while (a) { if (b) continue l; break }', 'l: loop a {if b {continue l} else {}; break}'],
    ['switch (a) { case 1: case 2: f(); break; default: g() }', 'switch a {1:  | 2: f(); break | : g()}'],
    ['try { f() } catch (e) { g(e) } finally { h() }', 'try {f()} catch e {g(e)} finally {h()}'],
    ['try { f() } catch ({ m }) { g(m) }', 'try {f()} catch *error {{"m": m} = *error; g(m)} finally {}'],
    ['function f() { return a, b } throw c', 'fn f() {a; return b}; raise c'],
    [
      'class A extends B { #a = 1; static b; static { f() } get c() { return this.#a } static async d() {} }',
      'class A(B) {#a = 1; declare b; {f()}; method fn c() {return this.#a}; static async method fn d() {}}',
    ],
    ['module.exports = { a }; exports.b = c', 'module.exports = {"a": a}; exports.b = c'],
  ]);
});

describe('modules', () => {
  lowersTo([
    [
      'import a, { b as c } from "x"; import * as d from "y"; import "z"',
      'import x {default as a, b as c}; import y {* as d}; import z {}',
    ],
    ['import type { T } from "t"; import r = require("y")', 'import t {T as T}; import y {* as r}'],
    ['export const a = 1, { b } = c', 'a = 1; {"b": b} = c; export {a as a, b as b}'],
    ['export function f() {}', 'fn f() {}; export {f as f}'],
    ['export default class A {}', 'class A() {}; export {A as default}'],
    ['export default function () {}', 'default = fn() {}; export {default as default}'],
    ['export default a', 'export {a as default}'],
    ['export { a as b, c }', 'export {a as b, c as c}'],
    ['export { a as b } from "x"', 'import x {a as *b}; export {*b as b}'],
    ['export * from "x"', 'import x {* as *}; export {* as *}'],
    ['export * as n from "x"', 'import x {* as *n}; export {*n as n}'],
    ['export = f', 'module.exports = f'],
  ]);
});

describe('TypeScript', () => {
  lowersTo([
    ['f((a as B).c!, d satisfies E)', 'f(a.c, d)'],
    ['const a: x.B<C> = d', 'declare a: x.B = d'],
    ['function f(a: R | null, b?: string[], c: e.T<U> = 1) {}', 'fn f(a: R, b: Array, c: e.T = 1) {}'],
    ['enum E { A = 1, B, C = "c" }', 'E = {"A": 1, "B": 2, "C": "c"}'],
    ['namespace N { export const a = 1 }', '{a = 1}'],
    ['interface I {} type T = string; declare const a: T; function f(a: T): void', ''],
    [
      '@C() export class A { constructor(private readonly db: Db) {} @Get("/") m(@Q("id") id: string, this: A) {} }',
      '@C() class A() {method fn constructor(db: Db) {this.db = db}; @Get("/") method fn m(id: Q("id")) {}}; export {A as A}',
    ],
    ['abstract class A<T> implements I { abstract m(): void; x: B; }', 'class A() {declare x: B}'],
  ]);
});

describe('JSX', () => {
  lowersTo(
    [
      ['x = <a b="c&amp;d" e f={g} {...h}>i {j}<k.l/></a>', 'x = <a b="c&d" e=true f=g ...=h>["i ", j, <k.l>[]]'],
      ['x = <>\n  <b>{/* no */}</b>\n</>', 'x = <>[<b>[]]'],
      ['x = a && <b c={() => d} />', 'x = (a and <b c=fn() {return d}>[])'],
    ],
    'javascript',
  );
});

describe('fragments', () => {
  it.each([
    ['foo(a) { return a.b }\nbar(c) { d() }', 'method fn foo(a) {return a.b}; method fn bar(c) {d()}'],
    ['async get(id) { await q(id) }', 'async method fn get(id) {(await q(id))}'],
    ['private async f(a: string): Promise<void> { g(a) }', 'async method fn f(a: string) {g(a)}'],
    [' @Get("/") f(a) { g(a) }', '@Get("/") method fn f(a) {g(a)}'],
    ['return a; function f() {', 'return a; fn f() {}'],
    ['x = 1; }\n  get(a) { return h(a) }\n}', 'x = 1; method fn get(a) {return h(a)}'],
    ['secure: true, httpOnly: f(a)', '{"secure": true, "httpOnly": f(a)}'],
    ['a: b.c(d), e: f + g', '{"a": b.c(d), "e": (f + g)}'],
    ['error: function (a) { f(a) },', '{"error": fn(a) {f(a)}}'],
    ['f(`a ${b} c ${d} e', 'f(`"a "|b|" c "|d|" e"`)'],
    ['async function', 'async fn() {}'],
    ['app.get("/", (req, res) => { res.send(req.q)', 'app.get("/", fn(req, res) {res.send(req.q)})'],
    ['app.get("/", async function (req) { if (a) { f(req)', 'app.get("/", fn(req) {if a {f(req)} else {}})'],
    [
      'class A { constructor() { this.x = y } m(a) { f(a)',
      'class A() {method fn constructor() {this.x = y}; method fn m(a) {f(a)}}',
    ],
    ['} catch (e) { f(e) }', 'try {} catch e {f(e)} finally {}'],
    ['} else { f() }', '{f()}'],
    ['const o = { a: 1, b: f(c),', 'o = {"a": 1, "b": f(c)}'],
    ['...; f(a); ... g(b)', 'f(a); g(b)'],
  ])('%s', async (source, lowered) => {
    expect(showAll((await lower(source, 'typescript')).body)).toBe(lowered);
  });

  it('says where the text does not parse, and keeps what stands around it', async () => {
    const { body, faults } = await lower('f(a);\nlet = = 3;\ng(b);');

    expect(showAll(body)).toMatch(/^f\(a\); .*g\(b\)$/);
    expect(faults.length).toBeGreaterThan(0);
  });
});

describe('places', () => {
  it('are offsets, with the quotes of a string', async () => {
    const text = "f('a', b.c);";
    const { body } = await lower(text);
    const [statement] = body;
    if (statement?.kind !== 'evaluate' || statement.value.kind !== 'call') throw new Error('no call');
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);

    expect(slice(statement.at)).toBe(text);
    expect(slice(statement.value.at)).toBe("f('a', b.c)");
    expect(statement.value.arguments.map(({ value }) => slice(value.at))).toEqual(["'a'", 'b.c']);
  });
});
