import { z } from 'zod';
import { BUILD_TIMES, type BuildWhen } from '#core/settings.ts';
import { CONFIDENCES, type Confidence, SEVERITIES, type Severity } from '#core/severity.ts';
import { SAMPLE_MODES, type SampleMode } from '#engine/evals/eval-cell.ts';

/** One dataset as it is written in a plan. */
export interface WrittenDataset {
  readonly name: string;
  readonly path?: string | undefined;
  readonly mapping?: Readonly<Record<string, string>> | undefined;
  readonly title?: string | undefined;
  readonly mode?: SampleMode | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** A plan as a person writes it: whatever is absent comes from the settings. */
export interface PlanValues {
  readonly $schema?: string | undefined;
  readonly models?: readonly string[] | undefined;
  readonly reviewerModel?: string | undefined;
  readonly strategies?: readonly string[] | undefined;
  readonly datasets?: readonly WrittenDataset[] | undefined;
  readonly repeats?: number | undefined;
  readonly maxIterations?: number | undefined;
  readonly flatRounds?: number | undefined;
  readonly feedback?: readonly string[] | undefined;
  readonly heldOut?: readonly string[] | undefined;
  readonly scorers?: readonly string[] | undefined;
  readonly budget?: { readonly calls?: number | undefined; readonly tokens?: number | undefined } | undefined;
  readonly maxCost?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly failOn?: Severity | undefined;
  readonly minConfidence?: Confidence | undefined;
  readonly build?: BuildWhen | undefined;
  readonly seed?: number | undefined;
  readonly keepSessions?: boolean | undefined;
}

/*
 * An error text says what is expected, as a phrase: the reader of plans makes the sentence and names the key.
 */

const words = (expected: string): z.ZodString =>
  z.string({ error: expected }).trim().min(1, expected).max(500, expected);

const list = (expected: string): z.ZodArray<z.ZodString> =>
  z.array(words(expected), { error: expected }).min(1, expected).max(200, expected);

const whole = (least: number, most: number): z.ZodNumber => {
  const expected = `a whole number from ${String(least)} to ${String(most)}`;
  return z.int({ error: expected }).min(least, expected).max(most, expected);
};

const oneOf = <const Options extends readonly [string, ...string[]]>(
  options: Options,
): z.ZodEnum<{ [Option in Options[number]]: Option }> => z.enum(options, { error: `one of ${options.join(', ')}` });

const MOST_TOKENS = 1_000_000_000_000;
const DOLLARS = 'a number of US dollars, 0 or more';

const dataset = {
  name: words('the name of a dataset').describe('Dataset, as `seccode eval datasets` lists it.'),
  path: words('a file or a folder')
    .optional()
    .describe('File or folder that it is read from, relative to the folder of the plan. Absent: as it was fetched.'),
  mapping: z
    .record(z.string(), words('the name of a column or field'), { error: 'an object of texts' })
    .optional()
    .describe('Which column or field means what, for datasets of any form.'),
  title: words('a name').optional().describe('What it is called in results. Absent: its name.'),
  mode: oneOf(SAMPLE_MODES)
    .optional()
    .describe(
      'request: the model writes from the words; code: the loop starts from the code. Absent: request where the first sample has words.',
    ),
  languages: list('a list of languages').optional().describe('Only samples in these languages.'),
  limit: whole(1, 1_000_000_000).optional().describe('Only the first so many samples.'),
};

const budget = {
  calls: whole(1, 1_000_000).optional().describe('Calls of each session.'),
  tokens: whole(1, MOST_TOKENS).optional().describe('Tokens of each session.'),
};

const shape = {
  $schema: z.string().optional().describe('Address of the JSON Schema, for editors. Ignored.'),
  models: list('a list of models as provider/name').optional().describe('Models to compare.'),
  reviewerModel: words('a model as provider/name')
    .optional()
    .describe('Model that reviews. Absent: the one that writes.'),
  strategies: list('a list of strategies').optional().describe('Strategies to compare.'),
  datasets: z
    .array(z.strictObject(dataset, { error: 'an object with a name' }), { error: 'a list of datasets' })
    .min(1, 'a list of datasets')
    .max(200, 'a list of datasets')
    .optional()
    .describe('What is run.'),
  repeats: whole(1, 1_000).optional().describe('How often each sample is run. Absent: once.'),
  maxIterations: whole(0, 1_000).optional().describe('Rounds of fixing after the first candidate.'),
  flatRounds: whole(1, 1_000).optional().describe('Rounds in a row without improvement after which a session stops.'),
  feedback: list('a list of detectors').optional().describe('Detectors whose findings go into prompts.'),
  heldOut: list('a list of detectors').optional().describe('Detectors that score, and give no feedback.'),
  scorers: list('a list of scorers').optional().describe('What is scored. Absent: everything that a sample allows.'),
  budget: z
    .strictObject(budget, { error: 'an object with calls or tokens' })
    .optional()
    .describe('Every strategy gets exactly as much for each sample; rounds are then not limited.'),
  maxCost: z
    .number({ error: DOLLARS })
    .min(0, DOLLARS)
    .max(1_000_000, DOLLARS)
    .optional()
    .describe('US dollars that the whole run may cost.'),
  maxTokens: whole(1, MOST_TOKENS).optional().describe('Tokens that the whole run may take.'),
  failOn: oneOf(SEVERITIES).optional().describe('Least severity of a finding that counts.'),
  minConfidence: oneOf(CONFIDENCES).optional().describe('Least confidence of a finding that counts.'),
  build: oneOf(BUILD_TIMES).optional().describe('Whether programs are compiled: off, auto or required.'),
  seed: whole(0, 4_294_967_295).optional().describe('Of everything that is drawn at random.'),
  keepSessions: z
    .boolean({ error: 'true or false' })
    .optional()
    .describe('Keep the log of each session, so that a killed run pays nothing twice. Absent: true.'),
};

/** The one source of the JSON Schema of plans, of their documentation and of their validation. */
export const planSchema: z.ZodType<PlanValues> = z.strictObject(shape);

/** Keys that may stand at a place in a plan. */
export const PLAN_KEYS: {
  readonly plan: readonly string[];
  readonly dataset: readonly string[];
  readonly budget: readonly string[];
} = {
  plan: Object.keys(shape),
  dataset: Object.keys(dataset),
  budget: Object.keys(budget),
};

/**
 * Plans as JSON Schema, for editors.
 *
 * @public The script that writes schemas uses it.
 */
export function planJsonSchema(): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(planSchema), title: 'SecCode plan of an evaluation' };
}
