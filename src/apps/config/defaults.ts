import type { ConfigKey, ConfigValues } from './config-values.ts';

type Defaulted = Exclude<
  ConfigKey,
  | 'model'
  | 'reviewerModel'
  | 'fallbackModel'
  | 'language'
  | 'feedback'
  | 'marking'
  | 'detectorSettings'
  | 'maxCost'
  | 'maxTokens'
  | 'maxCalls'
  | 'timeout'
  | 'detectorTimeout'
  | 'baseUrl'
  | 'sandbox'
  | 'sandboxImage'
  | 'testCommand'
  | 'testFiles'
>;

/**
 * What holds when nobody says otherwise; the only table of defaults.
 *
 * Absent keys have no default: no model (the first usable one is taken), no limits of money, tokens and time, each
 * detector in the role it is made for.
 */
export const DEFAULTS: { readonly [Key in Defaulted]: NonNullable<ConfigValues[Key]> } = {
  strategy: 'encouragement',
  failOn: 'medium',
  minConfidence: 'medium',
  build: 'off',
  rules: [],
  withoutRules: [],
  maxIterations: 5,
  flatRounds: 2,
  retries: 4,
  callTimeout: '5m',
  concurrency: 4,
  format: 'pretty',
  output: [],
  tests: false,
  prove: false,
  ignore: [],
  prices: {},
  trustedProjects: [],
};
