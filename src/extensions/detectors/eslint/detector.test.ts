import { describe, expect, it } from 'vitest';
import { detectIn, testDetector } from '#testing/test-detector.ts';
import { detector } from './detector.ts';

testDetector({
  detector,
  cases: [
    {
      title: 'a command built from text',
      path: 'ping.js',
      bad: "import { exec } from 'node:child_process';\n\nexport function ping(host) {\n  exec('ping -c 1 ' + host);\n}\n",
      good: "import { execFile } from 'node:child_process';\n\nexport function ping(host) {\n  execFile('ping', ['-c', '1', host]);\n}\n",
      expected: [{ cwe: 'CWE-78', line: 4 }],
    },
    {
      title: 'text run as code',
      path: 'calculate.cjs',
      bad: 'module.exports = (text) => {\n  setTimeout("run(" + text + ")", 10);\n  window.eval(text);\n  return eval(text);\n};\n',
      good: 'module.exports = (text) => {\n  setTimeout(() => run(text), 10);\n  return JSON.parse(text);\n};\n',
      expected: [
        { cwe: 'CWE-95', line: 2 },
        { cwe: 'CWE-95', line: 3 },
        { cwe: 'CWE-95', line: 4 },
      ],
    },
    {
      title: 'HTML made from text',
      path: 'greet.tsx',
      bad: 'export function greet(box: HTMLElement, name: string) {\n  (box as HTMLElement).innerHTML = `<b>${name}</b>`;\n  return <p>{name}</p>;\n}\n',
      good: 'export function greet(box: HTMLElement, name: string) {\n  (box as HTMLElement).textContent = name;\n  return <p>{name}</p>;\n}\n',
      expected: [{ cwe: 'CWE-79', line: 2 }],
    },
    {
      title: 'a function made from text in TypeScript',
      path: 'make.ts',
      bad: 'enum Kind { A }\nexport class Maker {\n  constructor(private readonly text: string) {}\n  make(): unknown { return new Function(<string>this.text); }\n}\n',
      good: 'enum Kind { A }\nexport class Maker {\n  constructor(private readonly text: string) {}\n  make(): unknown { return () => this.text; }\n}\n',
      expected: [{ cwe: 'CWE-95', line: 4 }],
    },
  ],
  silencers: [
    '/* eslint-disable */',
    '// eslint-disable-line',
    '/* eslint-disable-next-line */',
    '/* eslint security/detect-child-process: 0 */',
    '/* global exec, require */',
    '// @ts-nocheck',
  ],
  wide: {
    path: 'wide.js',
    text: "const a = '😀'; eval(a); // 😀\n",
    rule: 'security/detect-eval-with-expression',
    startColumn: 17,
    endColumn: 24,
  },
});

describe('detector eslint', () => {
  it('reports a call of eval once', async () => {
    const { findings } = await detectIn(detector, [{ path: 'a.js', text: "eval(a); eval('1');\n" }]);

    expect(findings.map(({ rule, span }) => [rule, span.startColumn])).toEqual([
      ['security/detect-eval-with-expression', 1],
      ['no-eval', 10],
    ]);
  });

  it('reads scripts that are no modules', async () => {
    const text = '#!/usr/bin/env node\nwith (a) { eval(b); }\nreturn 010;\n';
    const { findings, notCovered } = await detectIn(detector, [{ path: 'a.js', text }]);

    expect(notCovered).toEqual([]);
    expect(findings.map(({ span }) => span.startLine)).toEqual([2]);
  });

  it('counts lines as an editor does where JavaScript has more line breaks', async () => {
    const text = 'a = "\u2028"; eval(a);\neval(a);\n';
    const { findings } = await detectIn(detector, [{ path: 'a.js', text }]);

    expect(findings.map(({ span }) => [span.startLine, span.startColumn, span.endColumn])).toEqual([
      [1, 10, 17],
      [2, 1, 8],
    ]);
  });

  it('looks at files in folders that ESLint would skip', async () => {
    const { findings } = await detectIn(detector, [{ path: 'node_modules/a/b.js', text: 'eval(a);\n' }]);

    expect(findings.map(({ span }) => span.path)).toEqual(['node_modules/a/b.js']);
  });

  it('names the line that does not parse', async () => {
    const files = [
      { path: 'a.js', text: 'let a;\nlet a;\n' },
      { path: 'b.ts', text: 'let a: ;\n' },
      // Neither a module nor a script; read as a script, its first line would be the fault.
      { path: 'c.js', text: "import a from 'a';\n\nlet = = 1;\n" },
    ];
    const { notCovered } = await detectIn(detector, files);

    expect(notCovered).toEqual([
      { path: 'a.js', reason: 'Line 2 does not parse.' },
      { path: 'b.ts', reason: 'Line 1 does not parse.' },
      { path: 'c.js', reason: 'Line 3 does not parse.' },
    ]);
  });

  it('says that a file is too long', async () => {
    const { notCovered } = await detectIn(detector, [{ path: 'a.js', text: 'x = 1\n'.repeat(90_000) }]);

    expect(notCovered).toEqual([{ path: 'a.js', reason: 'The file is longer than 500000 characters.' }]);
  });

  it('leaves noisy rules below the usual threshold', async () => {
    const { findings } = await detectIn(detector, [
      { path: 'a.js', text: 'export const get = (map, key) => map[key];\n' },
    ]);

    expect(findings).toMatchObject([{ rule: 'security/detect-object-injection', severity: 'low', confidence: 'low' }]);
  });
});
