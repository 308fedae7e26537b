import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecCodeError } from '#core/errors.ts';
import { type LoadedConfig, type LoadOptions, loadConfig } from './load.ts';

let root: string;
let home: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'config-'));
  home = join(root, 'home');
  await write('project/.git/HEAD', '');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function write(path: string, text: string): Promise<string> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

async function load(options: Partial<LoadOptions> = {}): Promise<LoadedConfig> {
  return await loadConfig({
    folder: join(root, 'project'),
    flags: {},
    ...options,
    environment: { HOME: home, ...options.environment },
  });
}

/** The error that loading ends in. */
async function fault(options: Partial<LoadOptions> = {}): Promise<SecCodeError> {
  const error: unknown = await load(options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SecCodeError)) throw new Error('Loading was expected to fail.', { cause: error });
  return error;
}

const originOf = ({ entries }: LoadedConfig, wanted: string): string | undefined =>
  entries.find(({ key }) => key === wanted)?.origin;

describe('loadConfig', () => {
  it('has a default for everything that needs a value', async () => {
    const loaded = await load();

    expect(loaded.config).toEqual({
      strategy: 'encouragement',
      failOn: 'medium',
      minConfidence: 'medium',
      build: 'off',
      rules: [],
      withoutRules: [],
      limits: { maxIterations: 5, flatRounds: 2 },
      retries: 4,
      callTimeoutMs: 300_000,
      concurrency: 4,
      format: 'pretty',
      output: [],
      prices: [],
      tests: false,
      prove: false,
      ignore: [],
    });
    expect(originOf(loaded, 'failOn')).toBe('default');
    expect(originOf(loaded, 'model')).toBe('unset');
  });

  it('takes each key from the nearest source that has it, and says which', async () => {
    const user = await write(
      'home/.config/seccode/config.yaml',
      'model: a/user\nstrategy: user\nfailOn: low\nretries: 1\n',
    );
    const project = await write('project/seccode.config.yaml', 'model: a/project\nstrategy: project\nfailOn: high\n');

    const loaded = await load({
      environment: { SECCODE_MODEL: 'a/environment', SECCODE_STRATEGY: 'environment' },
      flags: { model: 'a/flag', timeout: undefined },
    });

    expect(loaded.config).toMatchObject({ model: 'a/flag', strategy: 'environment', failOn: 'high', retries: 1 });
    expect(
      ['model', 'strategy', 'failOn', 'retries', 'flatRounds', 'timeout'].map((key) => originOf(loaded, key)),
    ).toEqual([
      'flag: --model',
      'environment: SECCODE_STRATEGY',
      `project: ${project}`,
      `user: ${user}`,
      'default',
      'unset',
    ]);
    expect(loaded.projectFolder).toBe(join(root, 'project'));
  });

  it('converts dollars and durations', async () => {
    await write('project/.seccoderc', 'maxCost: 0.25\ntimeout: 10m\ncallTimeout: 90\nmaxTokens: 50000\nmaxCalls: 12\n');

    const { config } = await load({ flags: { timeout: '1.5h' } });

    expect(config.callTimeoutMs).toBe(90_000);
    expect(config.limits).toEqual({
      maxIterations: 5,
      flatRounds: 2,
      maxTokens: 50_000,
      maxCalls: 12,
      maxCostMicroUsd: 250_000,
      timeoutMs: 5_400_000,
    });
  });

  it('reads numbers, lists and objects from texts', async () => {
    const { config } = await load({
      environment: {
        SECCODE_MAX_COST: '2',
        SECCODE_FEEDBACK: 'ruff, eslint',
        SECCODE_FLAT_ROUNDS: ' ',
        SECCODE_PRICES: '{"own/m":{"input":1,"output":2.5,"cachedInput":0.1}}',
        SECCODE_TIMEOUT: '30',
      },
      flags: { maxIterations: '0', output: ['a.sarif', 'b.md'], ignore: 'dist' },
    });

    expect(config).toMatchObject({
      limits: { maxIterations: 0, flatRounds: 2, maxCostMicroUsd: 2_000_000, timeoutMs: 30_000 },
      feedback: ['ruff', 'eslint'],
      output: ['a.sarif', 'b.md'],
      ignore: ['dist'],
      prices: [
        {
          provider: 'own',
          model: 'm',
          inputMicroUsd: 1_000_000,
          outputMicroUsd: 2_500_000,
          cachedInputMicroUsd: 100_000,
          asOf: 'own',
        },
      ],
    });
  });

  it.each([
    ['seccode.config.yaml', 'model: a/b'],
    ['seccode.config.yml', 'model: a/b'],
    ['seccode.config.json', '{"$schema": "./x.json", "model": "a/b"}'],
    ['.seccoderc', 'model: a/b'],
    ['.seccoderc', '{"model": "a/b"}'],
    ['.seccoderc.json', '{"model": "a/b"}'],
    ['.seccoderc.yaml', 'model: a/b'],
    ['.seccoderc.yml', '# only this\nmodel: a/b'],
    ['package.json', '{"name": "x", "seccode": {"model": "a/b"}}'],
  ])('finds %s with %j from a folder below', async (name, text) => {
    const path = await write(`project/${name}`, text);
    await mkdir(join(root, 'project/src/deep'), { recursive: true });

    const loaded = await load({ folder: join(root, 'project/src/deep') });

    expect(loaded.config.model).toBe('a/b');
    expect(originOf(loaded, 'model')).toBe(`project: ${path}`);
  });

  it('prefers the nearer file, and looks no further than the repository', async () => {
    await write('seccode.config.yaml', 'model: outside/x');
    await write('project/src/package.json', '{"name": "no settings here"}');

    expect((await load({ folder: join(root, 'project/src') })).config.model).toBeUndefined();

    await write('project/seccode.config.yaml', 'model: a/top');
    await write('project/src/.seccoderc', 'model: a/near');

    expect((await load({ folder: join(root, 'project/src') })).config.model).toBe('a/near');
  });

  it.each([
    ['an empty file', ''],
    ['a file of comments', '# nothing yet\n'],
  ])('takes %s for no settings', async (_, text) => {
    await write('project/seccode.config.yaml', text);

    expect((await load()).config.strategy).toBe('encouragement');
  });

  it('takes a named file instead of the project file, and lets it set everything', async () => {
    await write('project/seccode.config.yaml', 'model: a/b\n');
    const file = await write('elsewhere/my.yaml', 'baseUrl: http://localhost:8080/v1\n');

    const { config } = await load({ file });

    expect(config.model).toBeUndefined();
    expect(config.baseUrl).toBe('http://localhost:8080/v1');
  });

  it('finds the user file by XDG_CONFIG_HOME, unless that is relative', async () => {
    await write('xdg/seccode/config.yaml', 'model: a/xdg');
    await write('home/.config/seccode/config.yaml', 'model: a/home');

    expect((await load({ environment: { XDG_CONFIG_HOME: join(root, 'xdg') } })).config.model).toBe('a/xdg');
    expect((await load({ environment: { XDG_CONFIG_HOME: 'xdg' } })).config.model).toBe('a/home');
  });
});

describe('an error', () => {
  it('names the file, the key and the nearest known one', async () => {
    const path = await write('project/seccode.config.yaml', 'maxIteratons: 3\n');

    const error = await fault();

    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.message).toBe(`${path}: 'maxIteratons' is not a setting.`);
    expect(error.remedy).toBe("Did you mean 'maxIterations'? Rename or remove the key.");
    expect(error.details).toEqual({ source: path, key: 'maxIteratons', nearest: 'maxIterations' });
  });

  it('names the value, what is expected and the nearest allowed one', async () => {
    const path = await write('project/seccode.config.yaml', 'failOn: hihg\n');

    const error = await fault();

    expect(error.message).toBe(`${path}: 'failOn' is 'hihg'.`);
    expect(error.remedy).toBe("Did you mean 'high'? Give one of info, low, medium, high, critical.");
    expect(error.details).toMatchObject({ value: "'hihg'", nearest: 'high' });
  });

  it.each([
    ['max-cost: 1', "'max-cost' is not a setting.", "Did you mean 'maxCost'?"],
    ['quidditch: 1', "'quidditch' is not a setting.", 'Remove it, or choose one of model'],
    ['maxIterations: -1', "'maxIterations' is -1.", 'Give a whole number from 0 to 1000.'],
    ['maxIterations: many', "'maxIterations' is 'many'.", 'Give a whole number from 0 to 1000.'],
    ['retries: 2.5', "'retries' is 2.5.", 'Give a whole number from 0 to 20.'],
    ['timeout: 10 minutes', "'timeout' is '10 minutes'.", 'Give a duration such as 90s'],
    ['timeout: 0s', "'timeout' is '0s'.", 'Give a duration such as 90s'],
    ['feedback: ruff', "'feedback' is 'ruff'.", 'Give a list of detector names.'],
    ['feedback: [1]', "'feedback.0' is 1.", 'Give a list of detector names.'],
    ['prices: {a/b: {input: 1}}', "'prices.a/b.output' is missing.", 'Give a number of US dollars, 0 or more.'],
    ['prices: {a/b: {input: 1, ouput: 2}}', "'prices.a/b.ouput' is not a setting.", "Did you mean 'output'?"],
    ['prices: {gpt: {input: 1, output: 1}}', "'prices.gpt' is ", 'Give a model as provider/name.'],
    ['baseUrl: file:///etc/passwd', "'baseUrl' is 'file:///etc/passwd'.", 'Give an http or https address'],
    ['- model', 'holds ["model"]; expected is a list of keys and values.', 'Write one "key: value" per line.'],
    ['model: a/b\nmodel: c/d', 'is not valid YAML: Map keys must be unique', 'Correct the file'],
    ['model: [', 'is not valid YAML', 'Correct the file'],
    ['a: 1\n---\nb: 2', 'is not valid YAML', 'Correct the file'],
    ['model: !!js/function x', 'is not valid YAML: Unresolved tag', 'Correct the file'],
    ['model: &a x/y\nreviewerModel: *a', 'is not usable YAML: Alias resolution is disabled', 'Correct the file'],
    ['['.repeat(5_000), 'is not', 'Correct the file'],
    ['__proto__: {model: a/b}', "'__proto__' is not a setting.", 'remove the key'],
  ])('says what is wrong with %j', async (text, message, remedy) => {
    const path = await write('project/seccode.config.yaml', text);

    const error = await fault();

    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.message.startsWith(`${path}: ${message}`)).toBe(true);
    expect(error.remedy).toContain(remedy);
  });

  it('tells JSON that is none', async () => {
    await write('project/seccode.config.json', '{"model": "a/b",}');

    expect((await fault()).message).toMatch(/seccode\.config\.json: is not valid JSON/);
  });

  it('speaks of variables and flags by their names', async () => {
    expect((await fault({ environment: { SECCODE_MAX_COST: 'free' } })).message).toBe("SECCODE_MAX_COST is 'free'.");
    expect((await fault({ flags: { failOn: 'worst' } })).message).toBe("--fail-on is 'worst'.");
  });

  it('catches a mistyped variable, and leaves foreign ones and keys alone', async () => {
    const error = await fault({ environment: { SECCODE_MAX_COTS: '1' } });
    expect(error.message).toBe('SECCODE_MAX_COTS is not a setting.');
    expect(error.remedy).toContain('SECCODE_MAX_COST');

    const { unknownVariables } = await load({
      environment: { SECCODE_BENCH_FOLDER: 'x', SECCODE_API_KEY: 'y', SECCODE_MODELS: 'z' },
    });
    expect(unknownVariables).toEqual(['SECCODE_BENCH_FOLDER']);
  });

  it.each([
    [{ 'seccode.config.yaml': '', '.seccoderc': '' }],
    [{ 'seccode.config.yml': '', 'package.json': '{"seccode": {}}' }],
  ])('refuses two files in one folder: %j', async (files) => {
    for (const [name, text] of Object.entries(files)) await write(`project/${name}`, text);

    expect((await fault()).message).toMatch(/two files configure this folder/);
  });

  it('refuses a named file that is missing, a folder, or huge', async () => {
    expect((await fault({ file: join(root, 'no.yaml') })).message).toMatch(/cannot be read/);
    expect((await fault({ file: root })).message).toMatch(/is not a file/);
    const file = await write('huge.yaml', '#'.repeat(256_001));
    expect((await fault({ file })).message).toMatch(/has 256001 bytes/);
  });

  it.each([
    ['openaiApiKey: abc', 'openaiApiKey'],
    ['apiKey: abc', 'apiKey'],
    ['token: abc', 'token'],
    [`model: sk-ant-api03-a8Kd93jfLq02nVb47sTzXw61mRc5Yh0uGpEo`, 'model'],
    ['baseUrl: https://me:hunter22@proxy.internal/v1', 'baseUrl'],
    [`ignore: [x, ghp_a8Kd93jfLq02nVb47sTzXw61mRc5Yh0uGpEo]`, 'ignore.1'],
  ])('refuses a credential without repeating it: %s', async (text, key) => {
    await write('home/.config/seccode/config.yaml', text);

    const error = await fault();

    expect(error.message).toMatch(new RegExp(`'${key}' (?:looks like|holds) a credential`));
    expect(error.remedy).toContain('OPENAI_API_KEY');
    expect(`${error.message}${JSON.stringify(error.details)}`).not.toMatch(/abc|a8Kd|hunter/);
  });
});

describe('a project file', () => {
  it.each([
    ['baseUrl: https://collect.attacker.test/v1', 'baseUrl'],
    ['prices: {openai/gpt: {input: 0, output: 0}}', 'prices'],
    ['sandbox: none', 'sandbox'],
    ['sandboxImage: attacker/image', 'sandboxImage'],
    ['detectorSettings: {semgrep: {rules: /etc}}', 'detectorSettings'],
    ['trustedProjects: [/]', 'trustedProjects'],
    ['model: relay:/tmp/inbox', 'model'],
    ['reviewerModel: local/./weights.gguf', 'reviewerModel'],
    ['fallbackModel: local//home/me/x', 'fallbackModel'],
    ['model: local/weights.GGUF', 'model'],
    ['output: ../../.bashrc', 'output'],
    ['output: [report.md, /etc/motd]', 'output'],
  ])('may not decide %s', async (text, key) => {
    const path = await write('project/seccode.config.yaml', text);

    const error = await fault();

    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.message.startsWith(`${path}: '${key}' may not be set by a project`)).toBe(true);
  });

  it('may name models, and writes inside its folder', async () => {
    await write(
      'project/package.json',
      '{"seccode": {"model": "openrouter/meta-llama/llama-3:free", "output": "out/r.sarif"}}',
    );

    const { config } = await load();

    expect(config.model).toBe('openrouter/meta-llama/llama-3:free');
    expect(config.output).toEqual([join(root, 'project/out/r.sarif')]);
  });

  it.each([
    {
      who: 'the user',
      user: (folder: string) => `trustedProjects: ["${folder}"]`,
      environment: () => ({}),
      flags: () => ({}),
    },
    {
      who: 'the environment',
      user: () => '',
      environment: (folder: string) => ({ SECCODE_TRUSTED_PROJECTS: folder }),
      flags: () => ({}),
    },
    {
      who: 'a flag',
      user: () => '',
      environment: () => ({}),
      flags: (folder: string) => ({ trustedProjects: [folder] }),
    },
  ])('may set everything when $who trusts it', async ({ user, environment, flags }) => {
    const folder = join(root, 'project');
    await write('project/seccode.config.yaml', 'baseUrl: http://localhost:1234/v1\n');
    await write('home/.config/seccode/config.yaml', user(folder));

    const { config } = await load({ environment: environment(folder), flags: flags(folder) });

    expect(config.baseUrl).toBe('http://localhost:1234/v1');
  });

  it('is not trusted because a neighbour is, or by a relative folder', async () => {
    await write('project/seccode.config.yaml', 'baseUrl: http://localhost:1234/v1\n');

    const flags = { trustedProjects: [join(root, 'proj'), 'project', '.'] };

    expect((await fault({ flags })).message).toContain('may not be set by a project');
  });
});
