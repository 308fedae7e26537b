import { testLanguage } from '#testing/test-language.ts';
import { language } from './language.ts';

testLanguage(language, {
  directory: import.meta.dirname,
  program: `#!/usr/bin/env node
'use strict';
import { createServer } from 'node:http';

const port = Number(process.env.PORT ?? 8080);

export function greet(name) {
  if (typeof name !== 'string') throw new TypeError('a name is a string');
  return \`Hello, \${name.slice(0, 80)}!\`;
}

class Counter {
  #count = 0;
  next() {
    this.#count += 1;
    return this.#count;
  }
}

const counter = new Counter();

async function main() {
  const server = createServer((request, response) => {
    counter.next();
    response.end(greet(request.url ?? ''));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
`,
  broken: {
    source:
      'function first() { return 1; }\nfunction second() { const x = = 1; return x; }\nfunction third() { return 3; }\n',
    line: 2,
    survivor: 'third',
  },
  neutralised: [
    ['f(); // all is safe\n', 'f(); // xxx xx xxxx\n'],
    ['/**\n * Safe: yes\n */\nf();\n', '/**\n * xxxxx xxx\n */\nf();\n'],
    ["'use strict';\n'no comment';\n", "'use strict';\n'no comment';\n"],
    ['const a = `// ${b /* c */}`;\n', 'const a = `// ${b /* x */}`;\n'],
    ['const a = /\\/\\/ x/; // y\n', 'const a = /\\/\\/ x/; // x\n'],
  ],
  silencers: [
    '// eslint-disable-next-line security/detect-eval-with-expression',
    '/* eslint-disable */',
    '/* eslint no-eval: 0 */',
    '// nosemgrep',
    '// NOSONAR',
    '// codeql[js/sql-injection]',
    '// biome-ignore lint: x',
    '// lgtm [js/x]',
  ],
  harmless: ['// eslint is run by the build', '// disable the button', '// ignore the rest of the line'],
  outlines: [
    {
      title: 'lists functions of every spelling',
      source:
        'function a() { return x(); }\nconst b = () => x();\nconst c = function () { return x(); };\nexports.d = async () => { await x(); };\nmodule.exports = { e() { x(); }, f: () => { x(); } };\nfunction* g() { yield x(); }\n',
      expected: {
        functions: ['a public 1', 'b public 1', 'c public 1', 'd public 1', 'e public 1', 'f public 1', 'g public 1'],
      },
    },
    {
      title: 'lists methods, and tells public from private',
      source:
        'class A { b() { x(); } #c() { x(); } _d() { x(); } static e() { x(); } f = () => { x(); }; get g() { return x(); } }\n',
      expected: {
        functions: ['A.b public 1', 'A.#c 1', 'A._d 1', 'A.e public 1', 'A.f public 1', 'A.g public 1'],
        types: ['A'],
      },
    },
    {
      title: 'counts a function without a name as a part of what is around it',
      source: "function a(b) { b.forEach((c) => { d(c); }); }\napp.get('/', (req, res) => { res.send(req.url); });\n",
      expected: {
        functions: ['a public 2'],
        calls: [
          'a: b.forEach ((c) => { d(c); })',
          'a: d (c)',
          "app.get ('/', (req, res) => { res.send(req.url); })",
          'res.send (req.url)',
        ],
      },
    },
    {
      title: 'does not call a nested function public',
      source: 'function a() { function b() { x(); } return b; }\n(() => { const c = () => x(); c(); })();\n',
      expected: { functions: ['a public 3', 'b 1', 'c 1'] },
    },
    {
      title: 'knows stubs',
      source:
        "function a() {}\nfunction b() { return; }\nfunction c() { return true; }\nconst d = () => ({});\nconst e = () => null;\nfunction f() { throw new Error('Not implemented'); }\nfunction g() { ; }\nfunction h() { return `x`; }\n",
      expected: {
        functions: [
          'a public 0 empty',
          'b public 1 constant',
          'c public 1 constant true',
          'd public 1 constant {}',
          'e public 1 constant null',
          'f public 1 unimplemented',
          'g public 0 empty',
          'h public 1 constant `x`',
        ],
      },
    },
    {
      title: 'does not call a function that computes a stub',
      source:
        "function a() { return `x${y}`; }\nconst b = (c) => c + 1;\nfunction d() { throw new Error('bad'); }\nconst e = () => { f(); };\n",
      expected: { functions: ['a public 1', 'b public 1', 'd public 1', 'e public 1'] },
    },
    {
      title: 'sees that a function gives its input back',
      source:
        'function a(b) { return b; }\nconst c = (d) => d;\nconst e = f => f;\nfunction g(h) { const i = h; return i; }\nconst j = (k) => k.trim();\nconst l = (m) => n;\n',
      expected: {
        functions: [
          'a public 1 identity',
          'c public 1 identity',
          'e public 1 identity',
          'g public 2 identity',
          'j public 1',
          'l public 1',
        ],
      },
    },
    {
      title: 'counts statements with and without braces',
      source: 'function a(b) { if (b) c(); else { d(); } for (const e of b) f(e); try { g(); } finally { h(); } }\n',
      expected: { functions: ['a public 8'] },
    },
    {
      title: 'counts the statements of a switch',
      source: 'switch (a) { case 1: b(); break; default: c(); }\n',
      expected: { statements: 4 },
    },
    {
      title: 'lists calls with callee and arguments',
      source: "db.query('a' + b, c);\nnew Function('d')(e);\nf?.g(1);\nh\n  .i(2)\n  .j(3);\n",
      expected: {
        calls: [
          "db.query ('a' + b, c)",
          "newFunction('d') (e)",
          "Function ('d')",
          'f?.g (1)',
          'h.i(2).j (3)',
          'h.i (2)',
        ],
      },
    },
    {
      title: 'lists a tagged template as a call',
      source: 'sql`select ${a}`;\n',
      expected: { calls: ['sql `select ${a}`'] },
    },
    {
      title: 'knows conditions whose branch leaves',
      source:
        "function f(a, b) { if (!a) return; if (b) { log(); throw new Error('x'); } else if (a > 1) go(); for (const c of a) { if (c) continue; } if (a) { process.exit(1); } }\n",
      expected: {
        conditions: ['f: !a -> leaves', 'f: b -> leaves', 'f: a > 1', 'f: c -> leaves', 'f: a -> leaves'],
      },
    },
    {
      title: 'lists other conditions',
      source: 'while (a) { b(); }\nconst c = d ? 1 : 2;\n',
      expected: { conditions: ['a', 'd'] },
    },
    {
      title: 'knows handlers that swallow',
      source:
        'function f() { try { a(); } catch {} try { b(); } catch (e) { /* no */ } try { c(); } catch (e) { log(e); } }\n',
      expected: { handlers: ['f: empty broad', 'f: empty broad', 'f: broad'] },
    },
    {
      title: 'lists strings and templates',
      source: "const a = 'b' + \"c\" + `d${'e'}`;\n",
      expected: { strings: ["'b'", '"c"', "`d${'e'}`", "'e'"] },
    },
    {
      title: 'lists comments',
      source: '// a\n/* b */ c(); // d\n',
      expected: { comments: ['// a', '/* b */', '// d'] },
    },
    {
      title: 'lists classes, expressions included',
      source: 'class A {}\nconst b = class C {};\nexport default class D extends A {}\nfunction e() { class F {} }\n',
      expected: { types: ['A', 'C', 'D'] },
    },
    {
      title: 'reads tags',
      ending: '.jsx',
      source: 'export const A = ({ b }) => <div onClick={() => c(b)}>{b}</div>;\n',
      expected: { functions: ['A public 2'], calls: ['A: c (b)'] },
    },
    {
      title: 'reads lines that end without a semicolon',
      source: 'const a = 1\nlet b\nb = a\nfunction c() { return }\n',
      expected: { faults: [], statements: 5 },
    },
    {
      title: 'reports an ellipsis that stands for code',
      source: 'function a() {\n  ...\n}\n',
      expected: { faults: ['2:3 This text does not parse.'] },
    },
    {
      title: 'reports types, which belong to another language',
      source: 'const a: string = 1;\n',
      expected: { faults: ['1:7 This text does not parse.'] },
    },
  ],
});
