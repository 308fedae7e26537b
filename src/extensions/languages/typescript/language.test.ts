import { testLanguage } from '#testing/test-language.ts';
import { language } from './language.ts';

testLanguage(language, {
  directory: import.meta.dirname,
  program: `import { readFile } from 'node:fs/promises';

interface Entry {
  readonly name: string;
  readonly size?: number;
}

export abstract class Source<T> {
  protected constructor(private readonly path: string) {
    console.log(path);
  }
  abstract parse(text: string): T;
  async load(): Promise<T> {
    return this.parse(await readFile(this.path, 'utf8'));
  }
}

export class Entries extends Source<readonly Entry[]> {
  static open(path: string): Entries {
    return new Entries(path);
  }
  override parse(text: string): readonly Entry[] {
    return text.split('\\n').map((name): Entry => ({ name }));
  }
}

async function main(): Promise<void> {
  const [, , path] = process.argv;
  if (path === undefined) {
    process.exitCode = 2;
    return;
  }
  console.log(await Entries.open(path).load());
}

await main();
`,
  broken: {
    source:
      'function first(): number { return 1; }\nfunction second(): number { const x: = 1; return x; }\nfunction third(): number { return 3; }\n',
    line: 2,
    survivor: 'third',
  },
  neutralised: [
    ['// @ts-nocheck all is well\nf();\n', '// xxxxxxxxxxx xxx xx xxxx\nf();\n'],
    ['/** @returns safe */\nf();\n', '/** xxxxxxxx xxxx */\nf();\n'],
  ],
  silencers: ['/* eslint-disable no-eval */', '// tslint:disable', '// NOSONAR'],
  harmless: ['// @types/node', '// see the eslint rules'],
  outlines: [
    {
      title: 'lists functions with types',
      source:
        'export function a(b: string): string { return c(b); }\nexport const d = async (e: number): Promise<number> => f(e);\nexport default function g<T>(h: T): T { return i(h); }\n',
      expected: { functions: ['a public 1', 'd public 1', 'g public 1'] },
    },
    {
      title: 'heeds access modifiers',
      source:
        'class A { private b(): void { x(); } protected c() { x(); } public d() { x(); } #e() { x(); } readonly f = () => { x(); }; constructor() { x(); } }\n',
      expected: {
        functions: ['A.b 1', 'A.c 1', 'A.d public 1', 'A.#e 1', 'A.f public 1', 'A.constructor 1'],
      },
    },
    {
      title: 'does not list signatures',
      source:
        'function a(b: string): void;\nabstract class C { abstract d(): void; }\ninterface E { f(): void }\ndeclare function g(): void;\n',
      expected: { functions: [] },
    },
    {
      title: 'lists types',
      source:
        'interface A { b: string }\ntype C = string;\nenum D { E }\nabstract class F {}\nclass G<T> {}\nnamespace H { export class I {} }\n',
      expected: { types: ['A', 'C', 'D', 'F', 'G', 'H.I'] },
    },
    {
      title: 'qualifies what stands in a namespace',
      source: 'namespace A { export function b(): void { c(); } }\n',
      expected: { functions: ['A.b public 1'] },
    },
    {
      title: 'knows stubs',
      source:
        "function a(): void {}\nconst b = (): boolean => true;\nfunction c(): never { throw new Error('not implemented'); }\nfunction d(): string[] { return []; }\n",
      expected: {
        functions: [
          'a public 0 empty',
          'b public 1 constant true',
          'c public 1 unimplemented',
          'd public 1 constant []',
        ],
      },
    },
    {
      title: 'sees that a function gives its input back',
      source:
        'function a(b: string): string { return b; }\nconst c = <T>(d: T): T => d;\nfunction e(f: string) { const g = f; return g; }\nfunction h(i: string) { return i.trim(); }\n',
      expected: { functions: ['a public 1 identity', 'c public 1 identity', 'e public 2 identity', 'h public 1'] },
    },
    {
      title: 'lists calls with type arguments',
      source: 'a<string>(b);\nnew C<D>(e);\nf!.g(h as any);\n',
      expected: { calls: ['a<string> (b)', 'C<D> (e)', 'f!.g (h as any)'] },
    },
    {
      title: 'knows conditions whose branch leaves',
      source:
        'function f(a?: string): void { if (a === undefined) return; if (a!.length > 1) throw new Error(a); if (a) g(); }\n',
      expected: { conditions: ['f: a === undefined -> leaves', 'f: a!.length > 1 -> leaves', 'f: a'] },
    },
    {
      title: 'lists other conditions',
      source: 'const a = b ? 1 : 2;\nwhile (c) { d(); }\n',
      expected: { conditions: ['b', 'c'] },
    },
    {
      title: 'knows handlers that swallow',
      source: 'try { a(); } catch (e: unknown) {}\ntry { b(); } catch { c(); }\n',
      expected: { handlers: ['empty broad', 'broad'] },
    },
    {
      title: 'does not take the type `string` for a string',
      source: "const a: string = 'b';\n",
      expected: { strings: ["'b'"] },
    },
    {
      title: 'lists comments',
      source: '/** a */\nconst b = 1; // c\n',
      expected: { comments: ['/** a */', '// c'] },
    },
    {
      title: 'counts statements',
      source:
        'export function a(b: number): number {\n  let c = 0;\n  for (let i = 0; i < b; i += 1) c += i;\n  return c;\n}\n',
      expected: { functions: ['a public 4'], statements: 5 },
    },
    {
      title: 'lists methods of object literals',
      source: 'export const a = { b() { c(); }, d: (): void => { e(); } };\n',
      expected: { functions: ['b public 1', 'd public 1'] },
    },
    {
      title: 'counts a function without a name as a part of what is around it',
      source: 'export function a(): void { b.map((c: string) => { d(c); }); }\n',
      expected: { functions: ['a public 2'], calls: ['a: b.map ((c: string) => { d(c); })', 'a: d (c)'] },
    },
    {
      title: 'reads casts in one kind of file',
      source: 'const a = <string>b;\n',
      expected: { faults: [], statements: 1 },
    },
    {
      title: 'reads tags in the other',
      ending: '.tsx',
      source: 'export const A = ({ b }: { b: string }) => <p title={c(b)}>{b}</p>;\n',
      expected: { functions: ['A public 1'], calls: ['A: c (b)'] },
    },
    {
      title: 'reads what is new in the language',
      source:
        'using a = b();\nconst c = d satisfies E;\nimport type { F } from "./f.ts";\ntype G<const T> = T extends infer U extends string ? U : never;\n',
      expected: { faults: [] },
    },
    {
      title: 'reports a bracket that is not closed',
      source: 'function a(): void {\n  b(1;\n}\n',
      expected: { faults: ['2:6 `)` is missing.'] },
    },
  ],
});
