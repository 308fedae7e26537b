import type { Linter } from 'eslint';
import { RULES } from './rules.ts';

/** Objects of browsers and Node that rules must know as global; a local variable of the same name is another thing. */
const GLOBALS = [
  'document',
  'execScript',
  'global',
  'globalThis',
  'self',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
];

/** Lints one text in one dialect. */
export type Lint = (text: string) => readonly Linter.LintMessage[];

/** `javascript` includes JSX. */
export type Dialect = 'javascript' | 'typescript' | 'tsx';

/**
 * Loads ESLint with SecCode's rules alone: about 0.15 s, and 0.4 s more for TypeScript. Nothing of the scanned folder is
 * read, and comments in the code cannot switch rules off.
 */
export async function loadLint(dialect: Dialect): Promise<Lint> {
  const [{ Linter: EslintLinter }, security, unsanitized] = await Promise.all([
    import('eslint/universal'),
    import('eslint-plugin-security'),
    import('eslint-plugin-no-unsanitized'),
  ]);
  const base: Linter.Config = {
    plugins: { security: security.default, 'no-unsanitized': unsanitized.default },
    rules: Object.fromEntries(Object.keys(RULES).map((rule) => [rule, 'error'])),
    linterOptions: {
      noInlineConfig: true,
      reportUnusedDisableDirectives: 'off',
      reportUnusedInlineConfigs: 'off',
    },
  };
  const configs = (await languageOptions(dialect)).map((options) => ({ ...base, ...options }));
  return (text) => {
    const tries: (readonly Linter.LintMessage[])[] = [];
    for (const config of configs) {
      // The name is ours: ESLint would skip a file in `node_modules`, and the parser goes by the ending.
      const messages = new EslintLinter({ configType: 'flat' }).verify(text, [config], {
        filename: FILE_NAMES[dialect],
      });
      if (faultLine(messages) === undefined) return messages;
      tries.push(messages);
    }
    // The reading that got furthest is most likely the one that was meant.
    return tries.toSorted((a, b) => (faultLine(b) ?? 0) - (faultLine(a) ?? 0))[0] ?? [];
  };
}

/** Where a text stopped to parse; 0 when the parser does not say, `undefined` when it parses. */
function faultLine(messages: readonly Linter.LintMessage[]): number | undefined {
  const fault = messages.find(({ fatal }) => fatal === true);
  if (fault === undefined) return undefined;
  // A parser that breaks down leaves the line out, whatever the type says.
  return Number.isInteger(fault.line) ? fault.line : 0;
}

const FILE_NAMES: Readonly<Record<Dialect, string>> = {
  javascript: 'code.js',
  typescript: 'code.ts',
  tsx: 'code.tsx',
};

/** Ways to read a dialect, to be tried in order until one parses. */
async function languageOptions(dialect: Dialect): Promise<readonly Pick<Linter.Config, 'files' | 'languageOptions'>[]> {
  const globals = Object.fromEntries(GLOBALS.map((name) => [name, 'readonly' as const]));
  const files = [`**/${FILE_NAMES[dialect]}`];
  const jsx = { ecmaFeatures: { jsx: dialect !== 'typescript' } };
  if (dialect === 'javascript') {
    // A file that ends in .js may be either: `await` at top level is only in a module, `with` and a return are only out of it.
    const sourceTypes = ['module', 'commonjs'] as const;
    return sourceTypes.map((sourceType) => ({
      files,
      languageOptions: { ecmaVersion: 'latest', sourceType, globals, parserOptions: jsx },
    }));
  }
  const parser = await import('@typescript-eslint/parser');
  // Without `loggerFn: false` the parser prints on standard output.
  const parserOptions = { ...jsx, loggerFn: false, warnOnUnsupportedTypeScriptVersion: false };
  return [{ files, languageOptions: { ecmaVersion: 'latest', sourceType: 'module', globals, parser, parserOptions } }];
}
