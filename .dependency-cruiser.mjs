/** The tree is the architecture: core <- engine <- extensions <- apps. Every rule here is planted in check-law.test.ts. */
const tests = ['[.]test[.]ts$', '^src/testing/'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'core-uses-only-core',
      comment:
        'core holds values and errors and imports nothing else, not even Node. Move what you wrote into the engine, or pass the value in.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: tests },
      to: { pathNot: '^src/core/' },
    },
    {
      name: 'engine-knows-no-extension',
      comment: 'The engine runs whatever it is given. Take the extension as a parameter; apps/compose.ts passes it in.',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: tests },
      to: { path: '^src/(extensions|apps)/' },
    },
    {
      name: 'engine-foundations-come-first',
      comment: 'syntax and guidance are used by the rest of the engine and use none of it.',
      severity: 'error',
      from: { path: '^src/engine/(syntax|guidance)/', pathNot: tests },
      to: { path: '^src/engine/', pathNot: '^src/engine/(syntax|guidance)/' },
    },
    {
      name: 'engine-session-comes-last',
      comment:
        'The session uses the other machines and they do not know it; the prompts alone share its contract for strategies.',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: ['^src/engine/(session|prompts)/', ...tests] },
      to: { path: '^src/engine/session/' },
    },
    {
      name: 'extensions-stand-alone',
      comment: 'An extension may use its own folder, the engine and core. What two of them need belongs to the engine.',
      severity: 'error',
      // $1 is the folder of one extension.
      from: { path: '^src/extensions/([^/]+/[^/]+)/', pathNot: tests },
      to: { path: '^src/(extensions|apps)/', pathNot: '^src/extensions/$1/' },
    },
    {
      name: 'only-compose-picks-extensions',
      comment:
        'Registries are read in one place, src/apps/compose.ts, so that everything else can be tested with fakes.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/apps/compose[.]ts$', ...tests] },
      to: { path: '^src/extensions/[^/]+/(index|front-ends)[.]generated[.]ts$' },
    },
    {
      name: 'apps-share-through-compose',
      comment:
        'Apps are siblings: what two of them need belongs to compose.ts, the workbench, the configuration or the engine.',
      severity: 'error',
      from: { path: '^src/apps/([^/]+)/', pathNot: tests },
      to: { path: '^src/apps/[^/]+/', pathNot: ['^src/apps/$1/', '^src/apps/(config|workbench)/'] },
    },
    {
      name: 'shared-parts-know-no-front-end',
      comment: 'compose.ts, the workbench and the configuration serve every app and know none.',
      severity: 'error',
      from: { path: '^src/apps/(compose[.]ts$|config/|workbench/)', pathNot: tests },
      to: { path: '^src/apps/[^/]+/', pathNot: '^src/apps/(config|workbench)/' },
    },
    {
      name: 'apps-reach-extensions-through-compose',
      comment: 'Ask compose.ts for the service, so that an extension can be taken out without touching an app.',
      severity: 'error',
      from: { path: '^src/(apps/|index[.]ts$)', pathNot: ['^src/apps/compose[.]ts$', ...tests] },
      to: { path: '^src/extensions/' },
    },
    {
      name: 'pure-parts-do-no-io',
      comment: 'Here it is values in, values out: no Node built-ins. I/O belongs to providers, stores and apps.',
      severity: 'error',
      from: {
        path: '^src/(core|engine/(changes|detection|evals/(statistics|tallies)|guidance|prompts|session)|extensions/(formats|guidance|languages|metrics|rules|strategies))/',
        pathNot: tests,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'model-libraries-stay-behind-the-provider',
      comment: 'Only engine/models and providers may know the AI SDK; everybody else asks a ModelClient.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(engine/models|extensions/providers)/', ...tests] },
      to: { path: 'node_modules/(ai|@ai-sdk/[^/]+)/' },
    },
    {
      name: 'parser-stays-behind-the-syntax',
      comment: 'Only engine/syntax may know the parser; everybody else asks for an outline.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/engine/syntax/', ...tests] },
      to: { path: 'node_modules/web-tree-sitter/' },
    },
    {
      name: 'terminal-stays-in-the-command-line',
      comment: 'Flags, prompts and progress bars belong to apps/cli.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/apps/cli/', ...tests] },
      to: { path: 'node_modules/(commander|@clack/[^/]+)/' },
    },
    {
      name: 'no-test-code-in-production',
      comment: 'Tests and conformance kits are not in the package.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing uses this file and it uses nothing: delete it, or connect it.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['[.]test[.]ts$', '^src/extensions/[^/]+/(index|front-ends)[.]generated[.]ts$'],
      },
      to: {},
    },
    {
      name: 'declared-dependencies-only',
      comment: 'Users install "dependencies" alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm-peer'] },
    },
    {
      name: 'resolvable',
      comment: 'What is imported must be there.',
      severity: 'error',
      from: {},
      // An optional peer: the provider says how to get it when it is missing.
      to: { couldNotResolve: true, pathNot: '^node-llama-cpp$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Examples of rules, and the references of tasks, are code under review.
    exclude: { path: '^src/extensions/(rules/[^/]+/[^/]+/(bad|good)|datasets/[^/]+/tasks/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['seccode-source', 'types', 'import', 'node', 'default'],
    },
  },
};
