import type { BuildWhen, DetectorSettings } from '#core/settings.ts';
import type { Confidence, Severity } from '#core/severity.ts';

/** US dollars per million tokens. */
export interface WrittenPrice {
  readonly input: number;
  readonly output: number;
  readonly cachedInput?: number | undefined;
}

/** Settings of one source, or of all together, as they are written. What each means is said in `schema.ts`. */
export interface ConfigValues {
  readonly $schema?: string | undefined;
  readonly model?: string | undefined;
  readonly reviewerModel?: string | undefined;
  readonly fallbackModel?: string | undefined;
  readonly strategy?: string | undefined;
  readonly language?: string | undefined;
  readonly feedback?: readonly string[] | undefined;
  readonly marking?: readonly string[] | undefined;
  readonly detectorSettings?: DetectorSettings | undefined;
  readonly failOn?: Severity | undefined;
  readonly minConfidence?: Confidence | undefined;
  readonly build?: BuildWhen | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly withoutRules?: readonly string[] | undefined;
  readonly maxIterations?: number | undefined;
  readonly flatRounds?: number | undefined;
  readonly maxCost?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly maxCalls?: number | undefined;
  readonly timeout?: number | string | undefined;
  readonly retries?: number | undefined;
  readonly callTimeout?: number | string | undefined;
  readonly detectorTimeout?: number | string | undefined;
  readonly concurrency?: number | undefined;
  readonly format?: string | undefined;
  readonly output?: string | readonly string[] | undefined;
  readonly baseUrl?: string | undefined;
  readonly prices?: Readonly<Record<string, WrittenPrice>> | undefined;
  readonly testCommand?: string | undefined;
  readonly testFiles?: readonly string[] | undefined;
  readonly tests?: boolean | undefined;
  readonly prove?: boolean | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly sandbox?: string | undefined;
  readonly sandboxImage?: string | undefined;
  readonly trustedProjects?: readonly string[] | undefined;
}

export type ConfigKey = Exclude<keyof ConfigValues, '$schema'>;
