import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { house } from './scripts/lint-rules/index.mjs';

/** Law that syntax alone shows. One entry per law, so that a folder can be let off one and not the others. */
const LAWS = {
  json: {
    selector: 'CallExpression[callee.object.name="JSON"][callee.property.name="parse"]',
    message: 'Read JSON with parseJson of #core/parse-json.ts: it does not throw, and its value is unknown.',
  },
  defaultExport: {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name: a registry and a reader look for names.',
  },
  exportAll: { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
  environment: {
    selector:
      'MemberExpression[object.name="process"][property.name=/^(env|argv|exit|exitCode|stdin|stdout|stderr|cwd)$/]',
    message: 'Only src/apps speaks to the process. Take what you need as an argument.',
  },
  clock: {
    selector:
      'CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name="now"], NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time comes in as an argument.',
  },
  chance: {
    selector:
      'CallExpression[callee.object.name="Math"][callee.property.name="random"], CallExpression[callee.property.name=/^random(UUID|Bytes|Int)$/], CallExpression[callee.name=/^random(UUID|Bytes|Int)$/]',
    message: 'Randomness and ids come in as arguments.',
  },
};

/** Extensions the engine may not ask for by name; formats and stores share their names with plain words. */
const extensionNames = ['detectors', 'languages', 'providers', 'strategies'].flatMap((kind) =>
  readdirSync(join(import.meta.dirname, 'src/extensions', kind), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
);
const namesPattern = `/^(${extensionNames.join('|') || 'no-extension-yet'})$/`;
LAWS.names = {
  selector: `BinaryExpression[operator=/^[!=]==?$/] > Literal[value=${namesPattern}], SwitchCase > Literal[value=${namesPattern}]`,
  message: 'The engine knows no extension by name: ask its contract, and add to the contract what it does not say.',
};

const laws = (...left) => [
  'error',
  ...Object.entries(LAWS)
    .filter(([name]) => !left.includes(name))
    .map(([, law]) => law),
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '.cache/',
      '.seccode/',
      'node_modules/',
      'grammars/',
      'vendor/',
      'scripts/templates/',
      '**/*.generated.ts',
      '**/*.d.ts',
      '**/fixtures/**',
      // Examples of rules are code under review.
      'src/extensions/rules/*/*/{bad,good}*',
      'src/extensions/rules/*/*/{bad,good}*/**',
      // So are the references of tasks.
      'src/extensions/datasets/*/tasks/',
      'demo/recordings/',
      'tmp/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { house },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      // `import()` types name what is loaded lazily.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // The reason of an abort is whatever the caller gave.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Handing a promise of nothing on is how an effect ends.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Spreading a string into its code points is meant here; nobody counts what a person sees as a letter.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Contracts are asynchronous, and an async function turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-warning-comments': ['error', { terms: ['fixme', 'xxx'] }],
      eqeqeq: 'error',
      'house/disable-needs-reason': 'error',
      'house/file-name': 'error',
      'no-restricted-syntax': laws('names', 'clock', 'chance'),
    },
  },
  // Values and machines: nothing comes from outside but arguments.
  { files: ['src/core/**/*.ts'], rules: { 'no-restricted-syntax': laws() } },
  { files: ['src/core/parse-json.ts'], rules: { 'no-restricted-syntax': laws('json') } },
  { files: ['src/engine/**/*.ts'], rules: { 'no-restricted-syntax': laws() } },
  // Where the network and the parser are met: real clocks are made here, and given in from here on.
  { files: ['src/engine/{models,syntax}/**/*.ts'], rules: { 'no-restricted-syntax': laws('clock', 'chance') } },
  {
    files: ['src/extensions/{formats,guidance,languages,metrics,rules,strategies}/**/*.ts'],
    rules: { 'no-restricted-syntax': laws('names') },
  },
  // Apps are where the process, the person and the clock are met.
  {
    files: ['src/apps/**/*.ts'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': laws('names', 'clock', 'chance', 'environment') },
  },
  {
    files: ['scripts/**/*.ts', 'demo/**/*.ts', 'bench/**/*.ts', 'examples/**/*.ts', '*.config.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': laws('names', 'clock', 'chance', 'environment', 'json', 'defaultExport'),
    },
  },
  // Tests may build half a value and read what they just wrote.
  {
    files: ['**/*.test.ts', 'test/**/*.ts', 'src/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
      'no-restricted-syntax': 'off',
    },
  },
);
