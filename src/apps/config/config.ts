import type { BuildWhen, DetectorSettings, Limits } from '#core/settings.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { Price, Prices } from '#engine/models/prices.ts';
import { DEFAULTS } from './defaults.ts';
import type { ConfigValues, WrittenPrice } from './config-values.ts';

/** Settings in force, in the units that the engine uses. */
export interface Config {
  /** `provider/name`; absent: the first usable model. */
  readonly model?: string;
  readonly reviewerModel?: string;
  readonly fallbackModel?: string;
  readonly strategy: string;
  readonly language?: string;
  /** Detector names; absent: by each detector's default role. */
  readonly feedback?: readonly string[];
  readonly marking?: readonly string[];
  /** By detector and key. */
  readonly detectorSettings?: DetectorSettings;
  readonly failOn: Severity;
  readonly minConfidence: Confidence;
  readonly build: BuildWhen;
  /** Rules to run, by id, language or weakness; empty for every stable one. */
  readonly rules: readonly string[];
  readonly withoutRules: readonly string[];
  readonly limits: Limits;
  readonly retries: number;
  readonly callTimeoutMs: number;
  /** For one detector of a scan. */
  readonly detectorTimeoutMs?: number;
  readonly concurrency: number;
  readonly format: string;
  /** Files to write; those of a project file are absolute and inside its folder. */
  readonly output: readonly string[];
  readonly baseUrl?: string;
  /** The user's own, to be searched before the kept table. */
  readonly prices: Prices;
  /** The person's own tests: a line for `sh -c`. */
  readonly testCommand?: string;
  /** Files and folders that it needs; absent: what the command takes by itself. */
  readonly testFiles?: readonly string[];
  /** Have tests written from the request. */
  readonly tests: boolean;
  /** Have pairs of inputs made for findings of high severity. */
  readonly prove: boolean;
  /** In gitignore syntax. */
  readonly ignore: readonly string[];
  /** Absent: the best that isolates here. */
  readonly sandbox?: string;
  /** Absent: the usual one. */
  readonly sandboxImage?: string;
}

/** Fills in the defaults and converts units. `values` has been checked. */
export function toConfig(values: ConfigValues): Config {
  const { model, reviewerModel, fallbackModel, language, feedback, marking, baseUrl, sandbox, sandboxImage } = values;
  const { testCommand, testFiles, detectorSettings } = values;
  const output = values.output ?? DEFAULTS.output;
  const prices = values.prices ?? DEFAULTS.prices;
  return {
    ...(model === undefined ? {} : { model }),
    ...(reviewerModel === undefined ? {} : { reviewerModel }),
    ...(fallbackModel === undefined ? {} : { fallbackModel }),
    strategy: values.strategy ?? DEFAULTS.strategy,
    ...(language === undefined ? {} : { language }),
    ...(feedback === undefined ? {} : { feedback }),
    ...(marking === undefined ? {} : { marking }),
    ...(detectorSettings === undefined ? {} : { detectorSettings }),
    failOn: values.failOn ?? DEFAULTS.failOn,
    minConfidence: values.minConfidence ?? DEFAULTS.minConfidence,
    build: values.build ?? DEFAULTS.build,
    rules: values.rules ?? DEFAULTS.rules,
    withoutRules: values.withoutRules ?? DEFAULTS.withoutRules,
    limits: limitsOf(values),
    retries: values.retries ?? DEFAULTS.retries,
    callTimeoutMs: milliseconds(values.callTimeout ?? DEFAULTS.callTimeout),
    ...(values.detectorTimeout === undefined ? {} : { detectorTimeoutMs: milliseconds(values.detectorTimeout) }),
    concurrency: values.concurrency ?? DEFAULTS.concurrency,
    format: values.format ?? DEFAULTS.format,
    output: typeof output === 'string' ? [output] : output,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    prices: Object.entries(prices).map(([name, price]) => priceOf(name, price)),
    ...(testCommand === undefined ? {} : { testCommand }),
    ...(testFiles === undefined ? {} : { testFiles }),
    tests: values.tests ?? DEFAULTS.tests,
    prove: values.prove ?? DEFAULTS.prove,
    ignore: values.ignore ?? DEFAULTS.ignore,
    ...(sandbox === undefined ? {} : { sandbox }),
    ...(sandboxImage === undefined ? {} : { sandboxImage }),
  };
}

function limitsOf({ maxIterations, flatRounds, maxTokens, maxCost, maxCalls, timeout }: ConfigValues): Limits {
  return {
    maxIterations: maxIterations ?? DEFAULTS.maxIterations,
    flatRounds: flatRounds ?? DEFAULTS.flatRounds,
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(maxCalls === undefined ? {} : { maxCalls }),
    ...(maxCost === undefined ? {} : { maxCostMicroUsd: microUsd(maxCost) }),
    ...(timeout === undefined ? {} : { timeoutMs: milliseconds(timeout) }),
  };
}

function priceOf(name: string, { input, output, cachedInput }: WrittenPrice): Price {
  const slash = name.indexOf('/');
  return {
    provider: name.slice(0, slash),
    model: name.slice(slash + 1),
    inputMicroUsd: microUsd(input),
    ...(cachedInput === undefined ? {} : { cachedInputMicroUsd: microUsd(cachedInput) }),
    outputMicroUsd: microUsd(output),
    asOf: 'own',
  };
}

function microUsd(dollars: number): number {
  return Math.round(dollars * 1_000_000);
}

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** A checked duration in milliseconds, at least 1; a bare number counts seconds. */
export function milliseconds(duration: string | number): number {
  const [, amount = '0', unit = 's'] = /^([\d.]+)(\D*)$/.exec(String(duration)) ?? [];
  return Math.max(1, Math.round(Number(amount) * (UNIT_MS[unit === '' ? 's' : unit] ?? 1_000)));
}
