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
  await parse('tree-sitter-go.wasm', '');
}, 60_000);

async function lower(text: string) {
  const outcome = await parse('tree-sitter-go.wasm', text);
  if (!('tree' in outcome)) throw new Error(outcome.problem);
  return frontEnd.lower('a.go', 'go', outcome.tree);
}

/** The intermediate form as text: names of the nodes where the source would be ambiguous. */
function show(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value);
    case 'name':
      return node.name;
    case 'member':
      return `${show(node.object)}.${node.property}`;
    case 'index':
      return `${show(node.object)}[${show(node.index)}]`;
    case 'call': {
      const given = node.arguments.map(
        ({ name, isSpread, value }) =>
          `${isSpread === true ? '...' : ''}${name === undefined ? '' : `${name}: `}${show(value)}`,
      );
      return `${node.isNew === true ? 'new ' : ''}${show(node.callee)}(${given.join(', ')})`;
    }
    case 'unary':
      return `(${node.operator} ${show(node.operand)})`;
    case 'binary':
    case 'compare':
    case 'logical':
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case 'template':
      return `\`${node.parts.map(show).join('|')}\``;
    case 'sequence':
      return `${node.form === 'list' ? '' : node.form}[${node.items.map(show).join(', ')}]`;
    case 'record':
      return `{${node.entries.map(({ key, value }) => `${key === undefined ? '...' : `${show(key)}: `}${show(value)}`).join(', ')}}`;
    case 'spread':
      return `...${show(node.value)}`;
    case 'function':
      return showFunction(node.function);
    case 'class':
      return `class ${node.class.name}`;
    case 'cast':
      return `<${node.type.name}>${show(node.operand)}`;
    case 'slice':
      return [node.lower, node.upper].map((part) => (part === undefined ? '' : show(part))).join(':');
    case 'unknown':
      return `?(${node.parts.map(show).join(', ')})`;
    default:
      return node.kind;
  }
}

function showFunction(lowered: IrFunction): string {
  const parameters = lowered.parameters.map(({ target, form, annotation }) =>
    [form === 'rest' ? '...' : '', show(target), annotation === undefined ? '' : `: ${show(annotation)}`].join(''),
  );
  const words = [...(lowered.isMethod ? ['method'] : []), 'fn', lowered.name];
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
    case 'return':
    case 'raise':
      return node.value === undefined ? node.kind : `${node.kind} ${show(node.value)}`;
    case 'break':
    case 'continue':
      return node.label === undefined ? node.kind : `${node.kind} ${node.label}`;
    case 'goto':
      return `goto ${node.name}`;
    case 'label':
      return `${node.name}: ${showAll(node.body)}`;
    case 'function':
      return showFunction(node.function);
    case 'class': {
      const { name, bases, body } = node.class;
      return `class ${name}(${bases.map(show).join(', ')}) {${showAll(body)}}`;
    }
    case 'import':
      return `import ${node.module} {${node.bindings.map(({ local, imported }) => `${imported} as ${local}`).join(', ')}}`;
    case 'block':
      return `{${showAll(node.body)}}`;
    default:
      return node.kind;
  }
}

describe('lowering Go', () => {
  it.each<readonly [source: string, lowered: string]>([
    [
      'package a\nimport ("fmt"; m "math"; . "os"; _ "x/y"; "github.com/jackc/pgx/v5"; "gopkg.in/yaml.v3"; "net/http")',
      'import fmt {* as fmt}; import math {* as m}; import os {* as *}; import x/y {}; import github.com/jackc/pgx/v5 {* as pgx}; import gopkg.in/yaml.v3 {* as yaml}; import net/http {* as http}',
    ],
    [
      'func f(a, b int, c *http.Request, d ...string) (n int, err error) { n = 1; return }',
      'fn f(a: int, b: int, c: http.Request, ...d: string) {declare n; declare err; n = 1; return tuple[n, err]}',
    ],
    [
      'type S struct { db *sql.DB; name string; T }\nfunc (s *S) Get(id string) (string, error) { return s.db.x(id), nil }',
      'class S(T) {db = sql.DB; method fn Get(s: S, id: string) {return tuple[s.db.x(id), ?()]}}',
    ],
    ['a, err := f(x)', 'tuple[a, err] = f(x)'],
    ['v, ok := m[k]', 'tuple[v, ok] = tuple[m[k], (k in m)]'],
    ['a, b = b, a', 'tuple[a, b] = tuple[b, a]'],
    ['const ( A = iota; B; C = 1 << iota; D )', 'A = 0; B = 1; C = (1 << 2); D = (1 << 3)'],
    [
      'var x, y = 1, "a"\nvar d *sql.DB\nvar u User\nvar l []string',
      'tuple[x, y] = tuple[1, "a"]; d = sql.DB; u = new User(); declare l',
    ],
    ['p := &http.Cookie{Name: "a", Secure: true}', 'p = (address new http.Cookie(Name: "a", Secure: true))'],
    [
      'q := []T{{A: 1}, {A: 2}}; r := map[string]bool{"a": true}; s := gin.H{"k": v}; t := [...]int{1,2}; w := struct{A int}{A: 1}',
      'q = [new T(A: 1), new T(A: 2)]; r = {"a": true}; s = {"k": v}; t = [1, 2]; w = {"A": 1}',
    ],
    [
      'if err := check(x); err != nil { return } else if y == nil { f() } else { g() }',
      'err = check(x); if (not err) {return} else {if (y == null) {f()} else {g()}}',
    ],
    ['for { f() }', 'loop {f()}'],
    ['for i := 0; i < 3; i++ { f(i) }', 'loop (i < 3) [i = 0|i += 1] {f(i)}'],
    ['for x < 3 { x++ }', 'loop (x < 3) {x += 1}'],
    ['for _, v := range xs { f(v) }', 'for v of xs {f(v)}'],
    ['for k, v := range m { f(k, v) }', 'range = m; for _ of range {k = ?(range); v = range[?()]; f(k, v)}'],
    ['for i := range 10 { f(i) }', 'for i in 10 {f(i)}'],
    [
      'switch x { case "a", "b": f(); case c: g(); fallthrough; default: h() }',
      'switch x {"a":  | "b": f(); break | c: g() | : h(); break}',
    ],
    [
      'switch { case strings.Contains(p, ".."): return; case x > 1: break; default: f() }',
      'switch 0: if (".." in p) {return} else {if (x > 1) {break switch 0} else {f()}}',
    ],
    [
      'switch v := x.(type) { case int: f(v); case string, error: g(v); default: h() }',
      'switch x {?(): v = <int>x; f(v) | ?(): v = <>x; g(v) | : v = <>x; h()}',
    ],
    [
      'select { case v := <-c: f(v); case d <- 1: g(); default: h() }',
      'switch ?() {?(): v = c[?()]; f(v) | ?(): d[?()] = 1; g() | : h()}',
    ],
    ['defer f(); go func() { g() }()', 'f(); (void fn() {g()}())'],
    ['L: for { break L; continue L; goto L }', 'L: loop {break L; continue L; goto L}'],
    [
      'c <- x; y := <-c; z, ok := <-c; t, ok := y.(string)',
      'c[?()] = x; y = c[?()]; tuple[z, ok] = tuple[c[?()], ?()]; tuple[t, ok] = tuple[<string>y, ?()]',
    ],
    [
      's := fmt.Sprintf("a %s b %d %v%% %q", x, y, z, w); log.Printf("u %s", x); fmt.Fprintf(&b, "x %s", y); fmt.Fprintf(w, "x %s", y); fmt.Errorf("x %w", err)',
      's = `"a "|x|" b "|<int>y|" "|z|"%"|" "|"\\""|strconv.Quote(w)|"\\""`; log.Printf(`"u "|x`); b.WriteString(`"x "|y`); fmt.Fprintf(w, `"x "|y`); fmt.Errorf(`"x "|err`)',
    ],
    [
      'strings.HasPrefix(s, "a"); strings.Contains(s, ".."); slices.Contains(l, x); strings.EqualFold(a, b); strings.ReplaceAll(s, "a", "b"); strings.Index(s, "x") != -1',
      's.HasPrefix("a"); (".." in s); (x in l); (a == b); s.ReplaceAll("a", "b"); (s.indexOf("x") != (minus 1))',
    ],
    [
      'x = append(x, 1, 2); y = append(x, z...); m := make(map[string]int); n := make([]byte, k); o := new(T); *p = 3; q[0] = 1; r.x = 2; x += 1',
      'x = [...x, 1, 2]; y = [...x, ...z]; m = {}; n = make([]byte, k); o = new T(); p = 3; q[0] = 1; r.x = 2; x += 1',
    ],
    [
      'a := string(b); c := []byte(d); e := int32(f); g := h.(*T).x; i := j[1:k]; l := m[:]; n := -o; p := \'x\'; q := `a\\n`; r := "a\\n\\x41\\u00e9"; s := 0x1F + 0o17 + 017 + 1_000',
      'a = <string>b; c = <[]byte>d; e = int32(f); g = <T>h.x; i = j[1:k]; l = m[:]; n = (minus o); p = "x"; q = "a\\\\n"; r = "a\\nAé"; s = (((31 + 15) + 15) + 1000)',
    ],
    [
      'func h(w http.ResponseWriter, r *http.Request) error { if err != nil { return err }; if bad { return errors.New("x") }; return nil }',
      'fn h(w: http.ResponseWriter, r: http.Request) {if (not err) {raise err} else {}; if bad {raise errors.New("x")} else {}; return ?()}',
    ],
    [
      'func g[T any](x T) T { return x }\nx := Map[int, string](y, func(i int) string { return "" })',
      'fn g(x: T) {return x}; x = Map(y, fn(i: int) {return ""})',
    ],
    ['db.Query("SELECT " + x + " FROM t")\n', 'db.Query((("SELECT " + x) + " FROM t"))'],
  ])('%s', async (source, lowered) => {
    const { body, faults } = await lower(source);

    expect(showAll(body)).toBe(lowered);
    expect(faults).toEqual([]);
  });

  it.each<readonly [source: string, lowered: string]>([
    ['if allowed[x] && !seen[y] { f() }', '((x in allowed) and (not new seen(f())))'],
    ['func broken() { x := := 1; y := f(z) }\nfunc ok() { g() }', 'fn broken() {x = 1; y = f(z)}; fn ok() {g()}'],
    ['if x { f(', 'x; f'],
  ])('keeps what can be read of %s', async (source, lowered) => {
    const { body, faults } = await lower(source);

    expect(showAll(body)).toBe(lowered);
    expect(faults).not.toEqual([]);
  });

  it.each([
    ['calls', `x := ${'f('.repeat(3_000)}1${')'.repeat(3_000)}`],
    ['brackets', `x := ${'('.repeat(3_000)}1${')'.repeat(3_000)}`],
    ['literals', `x := []T${'{'.repeat(3_000)}${'}'.repeat(3_000)}`],
    ['functions', `${'func() { '.repeat(2_000)}${'}'.repeat(2_000)}`],
    ['conditions', `${'if a { } else '.repeat(2_000)}{ b() }`],
    ['sums', `x := a${' + a'.repeat(3_000)}`],
    ['types', `var x ${'[]'.repeat(3_000)}int`],
  ])('reads %s that are nested deeply', async (_, source) => {
    const { body } = await lower(source);

    expect(body.length).toBeGreaterThan(0);
  });
});
