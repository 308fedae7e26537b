import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
// @ts-expect-error -- The rules are plain JavaScript, as ESLint loads them.
import { house } from './lint-rules/index.mjs';
import { ROOT } from './run-command.ts';

const eslint = new ESLint({ cwd: ROOT });
const linter = new Linter();
const RULES = ['no-restricted-syntax', 'no-console', 'max-lines', 'house/disable-needs-reason', 'house/file-name'];

/** Messages of the laws that need no types, with the severity and options that the configuration gives this file. */
async function messagesFor(path: string, code: string): Promise<readonly string[]> {
  const { rules } = await eslint.calculateConfigForFile(join(ROOT, path));
  const laws = Object.fromEntries(RULES.map((rule) => [rule, rules[rule] ?? 'off']));
  const config = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, plugins: { house }, rules: laws };
  return linter.verify(code, [config] as Linter.Config[], { filename: path }).map(({ message }) => message);
}

describe('the lint', () => {
  it.each([
    { path: 'src/engine/storage/a.ts', code: 'const x = JSON.parse(text);', says: 'parseJson' },
    { path: 'src/apps/cli/a.ts', code: 'const x = JSON.parse(text);', says: 'parseJson' },
    { path: 'src/engine/models/a.ts', code: 'const key = process.env.KEY;', says: 'Only src/apps' },
    { path: 'src/extensions/stores/files/a.ts', code: 'process.exit(1);', says: 'Only src/apps' },
    { path: 'src/core/a.ts', code: 'console.log(1);', says: 'Unexpected console statement.' },
    { path: 'src/core/a.ts', code: 'const at = Date.now();', says: 'Time comes in' },
    { path: 'src/engine/session/a.ts', code: 'const at = new Date();', says: 'Time comes in' },
    { path: 'src/engine/session/a.ts', code: 'const id = crypto.randomUUID();', says: 'Randomness' },
    { path: 'src/extensions/strategies/a/a.ts', code: 'const dice = Math.random();', says: 'Randomness' },
    { path: 'src/engine/detection/a.ts', code: "if (language === 'python') skip();", says: 'no extension by name' },
    { path: 'src/engine/detection/a.ts', code: "switch (x) { case 'python': skip(); }", says: 'no extension by name' },
    { path: 'src/core/a.ts', code: 'export default 1;', says: 'Export by name' },
    { path: 'src/index.ts', code: "export * from './core/a.ts';", says: 'Name what is exported' },
    { path: 'src/core/utils.ts', code: '', says: 'says nothing' },
    { path: 'src/core/myFile.ts', code: '', says: 'not kebab-case' },
    { path: 'src/core/a.ts', code: '// eslint-disable-next-line no-eval\nx();', says: 'gives no reason' },
    { path: 'src/core/a.ts', code: '// @ts-expect-error\nx();', says: 'gives no reason' },
    { path: 'src/core/a.ts', code: '\n'.repeat(401), says: 'too many lines' },
  ])('goes red in $path for $code', async ({ path, code, says }) => {
    expect(await messagesFor(path, code)).toContainEqual(expect.stringContaining(says));
  });

  it.each([
    { path: 'src/core/parse-json.ts', code: 'const x = JSON.parse(text);' },
    { path: 'src/apps/cli/main.ts', code: 'console.log(process.env.KEY, Date.now(), Math.random());' },
    { path: 'src/extensions/stores/files/a.ts', code: 'const at = Date.now();' },
    { path: 'src/extensions/detectors/a/a.ts', code: "if (language === 'python') use();" },
    { path: 'src/engine/session/a.ts', code: 'const at = new Date(atMs);' },
    { path: 'src/core/a.test.ts', code: 'const x = JSON.parse(text); console.log(x);' },
    { path: 'src/core/a.ts', code: '// @ts-expect-error -- The library has no types.\nx();' },
  ])('passes $code in $path', async ({ path, code }) => {
    expect(await messagesFor(path, code)).toEqual([]);
  });
});
