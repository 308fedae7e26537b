import { z } from 'zod';
import { BUILD_TIMES } from '#core/settings.ts';
import { CONFIDENCES, SEVERITIES } from '#core/severity.ts';
import type { ConfigKey, ConfigValues } from './config-values.ts';

/** What a duration looks like: `90s`, `10m`, `1.5h`, `500ms`, or bare seconds. */
export const DURATION: RegExp = /^\d{1,9}(?:\.\d{1,3})?(?:ms|s|m|h)?$/;

/*
 * An error text says what is expected, as a phrase: the loader makes the sentence and names file and key.
 */

const words = (expected: string): z.ZodString =>
  z.string({ error: expected }).trim().min(1, expected).max(500, expected);

const list = (expected: string): z.ZodArray<z.ZodString> =>
  z.array(words(expected), { error: expected }).max(200, expected);

const whole = (least: number, most: number): z.ZodNumber => {
  const expected = `a whole number from ${least} to ${most}`;
  return z.int({ error: expected }).min(least, expected).max(most, expected);
};

const oneOf = <const Options extends readonly [string, ...string[]]>(
  options: Options,
): z.ZodEnum<{ [Option in Options[number]]: Option }> => z.enum(options, { error: `one of ${options.join(', ')}` });

const DURATION_EXPECTED = 'a duration such as 90s, 10m or 1h, or a number of seconds, above 0';

const duration = (): z.ZodUnion<[z.ZodNumber, z.ZodString]> =>
  z.union(
    [
      z.number().positive(DURATION_EXPECTED).max(604_800, DURATION_EXPECTED),
      z.string().regex(DURATION, DURATION_EXPECTED).regex(/[1-9]/, DURATION_EXPECTED),
    ],
    { error: DURATION_EXPECTED },
  );

const dollars = (): z.ZodNumber => {
  const expected = 'a number of US dollars, 0 or more';
  return z.number({ error: expected }).min(0, expected).max(1_000_000, expected);
};

const model = (): z.ZodString => words('a model as provider/name');

const price = z
  .strictObject(
    {
      input: dollars().describe('Input tokens, US dollars per million.'),
      output: dollars().describe('Output tokens, US dollars per million.'),
      cachedInput: dollars()
        .optional()
        .describe("Input tokens from the provider's cache, US dollars per million. Absent: as other input."),
    },
    { error: 'an object with input and output in US dollars per million tokens' },
  )
  .describe('What one model costs.');

const BASE_URL_EXPECTED = 'an http or https address without a user name or password in it';

const shape = {
  $schema: z.string().optional().describe('Address of the JSON Schema, for editors. Ignored.'),
  model: model().optional().describe('Model that writes and fixes the code, as provider/name.'),
  reviewerModel: model().optional().describe('Model that reviews the code. Absent: the same as model.'),
  fallbackModel: model().optional().describe('Model that is asked once when model refuses or fails for good.'),
  strategy: words('the name of a strategy').optional().describe('How prompts are built.'),
  language: words('the name of a language').optional().describe('Language to write in when the request names none.'),
  feedback: list('a list of detector names')
    .optional()
    .describe('Detectors whose findings go into the prompt. Absent: those that are meant for it.'),
  marking: list('a list of detector names')
    .optional()
    .describe('Detectors that decide the verdict. Absent: those that are meant for it.'),
  detectorSettings: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'the name of a detector'),
      z.record(z.string().regex(/^[a-zA-Z][\w-]{0,40}$/, 'a key of letters'), words('a text'), {
        error: 'an object of texts',
      }),
      { error: 'an object with an object of texts for each detector' },
    )
    .optional()
    .describe(
      'What single detectors are told, such as where the rules of semgrep lie. Not taken from a project file unless the project is trusted.',
    ),
  failOn: oneOf(SEVERITIES)
    .optional()
    .describe('Least severity of a finding that is fixed and that decides the verdict.'),
  minConfidence: oneOf(CONFIDENCES)
    .optional()
    .describe('Least confidence of a finding that is fixed and that decides the verdict; a scan leaves others out.'),
  build: oneOf(BUILD_TIMES)
    .optional()
    .describe(
      'Whether a session compiles its programs: off; auto where something here can; required, or else undecided.',
    ),
  rules: list('a list of rules')
    .optional()
    .describe('Rules that a scan runs: ids, python/* or CWE-89. Empty: every stable one.'),
  withoutRules: list('a list of rules').optional().describe('Rules that a scan leaves out: ids, python/* or CWE-89.'),
  maxIterations: whole(0, 1_000).optional().describe('Rounds of fixing after the first candidate; 0 never fixes.'),
  flatRounds: whole(1, 1_000).optional().describe('Rounds in a row without improvement after which the loop stops.'),
  maxCost: dollars().optional().describe('US dollars that a whole session may cost, resumed parts included.'),
  maxTokens: whole(1, 1_000_000_000_000)
    .optional()
    .describe('Input and output tokens that all calls of a session may use together.'),
  maxCalls: whole(1, 1_000_000)
    .optional()
    .describe('Calls of a model that a whole session may make, tries again counted.'),
  timeout: duration().optional().describe('Working time of a whole session: 90s, 10m, 1h or seconds.'),
  retries: whole(0, 20).optional().describe('Further tries after a call that failed for now; 0 turns them off.'),
  callTimeout: duration().optional().describe('Time for one call of a model: 90s, 10m, 1h or seconds.'),
  detectorTimeout: duration()
    .optional()
    .describe('Time for one detector of a scan: 90s, 10m, 1h or seconds. Absent: 10m.'),
  concurrency: whole(1, 256).optional().describe('Sessions or files worked on at the same time.'),
  format: words('the name of a format').optional().describe('Format on standard output.'),
  output: z
    .union([words('a file'), list('a list of files')], { error: 'a file or a list of files' })
    .optional()
    .describe('Files to write reports to, each in the format of its ending. In a project file: inside the project.'),
  baseUrl: z
    .string({ error: BASE_URL_EXPECTED })
    .refine(isPlainAddress, BASE_URL_EXPECTED)
    .optional()
    .describe(
      "Address to use instead of the provider's own. Not taken from a project file unless the project is trusted.",
    ),
  prices: z
    .record(z.string().regex(/^[^/\s]+\/\S+$/, 'a model as provider/name'), price, {
      error: 'an object with a price for each provider/name',
    })
    .optional()
    .describe(
      'Prices by provider/name, before the kept table. Not taken from a project file unless the project is trusted.',
    ),
  testCommand: words('a command')
    .optional()
    .describe(
      'Command of your own that tests a program, for sh, in a sandbox. Not taken from a project file unless the project is trusted.',
    ),
  testFiles: list('a list of files and folders')
    .optional()
    .describe(
      'Files and folders that testCommand needs beside the program. Absent: for a fix the folder you stand in. Not taken from a project file unless the project is trusted.',
    ),
  tests: z
    .boolean({ error: 'true or false' })
    .optional()
    .describe('The model writes tests from the request alone, and no fix may break one.'),
  prove: z
    .boolean({ error: 'true or false' })
    .optional()
    .describe('For each finding of high severity two inputs show that a fix stops the attack and nothing else.'),
  ignore: list('a list of patterns')
    .optional()
    .describe('Files that a scan leaves out, in gitignore syntax, relative to the folder of the project file.'),
  sandbox: words('the name of a sandbox')
    .optional()
    .describe(
      'Sandbox that programs run in. Absent: the best that isolates here; none isolates nothing. Not taken from a project file unless the project is trusted.',
    ),
  sandboxImage: words('an image for containers')
    .optional()
    .describe(
      'Image that Docker and Podman start programs from; never fetched. Not taken from a project file unless the project is trusted.',
    ),
  trustedProjects: list('a list of absolute folders')
    .optional()
    .describe('Folders whose project files may set every key. Not taken from a project file.'),
};

/**
 * Every setting that a file, the environment or a flag can give, as it is written there: `timeout: 10m`.
 *
 * The one source of the JSON Schema, of the documentation and of validation. Units are converted in `config.ts`.
 */
export const configSchema: z.ZodType<ConfigValues> = z.strictObject(shape);

/** Every key, in the order of the schema. */
export const CONFIG_KEYS: readonly ConfigKey[] = configSchemaKeys();

/** The schema of one key. */
export function schemaOf(key: ConfigKey): z.ZodType {
  return shape[key];
}

function configSchemaKeys(): readonly ConfigKey[] {
  return z
    .strictObject(shape)
    .keyof()
    .options.filter((key): key is ConfigKey => key !== '$schema');
}

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
