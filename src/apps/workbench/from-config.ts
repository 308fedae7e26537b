import { homedir } from 'node:os';
import { join } from 'node:path';
import type { SourceFiles } from '#core/source-file.ts';
import { PRICE_TABLE } from '#engine/models/price-table.ts';
import type { Config } from '../config/config.ts';
import type { Host } from './host.ts';
import type { CallSettings } from './models.ts';
import type { SessionWish } from './start-session.ts';

/** What a session is to be about, beside the settings in force. */
export interface Matter {
  readonly kind: SessionWish['kind'];
  readonly request: string;
  readonly files: SourceFiles;
  readonly isInteractive: boolean;
  readonly isForgotten: boolean;
}

/** A wish from the settings in force. */
export function wishOf(config: Config, matter: Matter): SessionWish {
  const {
    language,
    model,
    reviewerModel,
    fallbackModel,
    strategy,
    feedback,
    marking,
    failOn,
    minConfidence,
    build,
    limits,
  } = config;
  const { testCommand, testFiles, sandbox, detectorSettings } = config;
  return {
    ...matter,
    ...(language === undefined ? {} : { language }),
    ...(model === undefined ? {} : { model }),
    ...(reviewerModel === undefined ? {} : { reviewerModel }),
    ...(fallbackModel === undefined ? {} : { fallbackModel }),
    strategy,
    ...(feedback === undefined ? {} : { feedback }),
    ...(marking === undefined ? {} : { marking }),
    ...(detectorSettings === undefined ? {} : { detectorSettings }),
    failOn,
    minConfidence,
    build,
    limits,
    ...(testCommand === undefined ? {} : { testCommand }),
    ...(testFiles === undefined ? {} : { testFiles }),
    writesTests: config.tests,
    proves: config.prove,
    ...(sandbox === undefined ? {} : { sandbox }),
  };
}

/** How calls are made by the settings in force: the user's own prices win over the kept table. */
export function callSettings({ retries, callTimeoutMs, prices, baseUrl }: Config): CallSettings {
  return {
    retries,
    callTimeoutMs,
    prices: [...prices, ...PRICE_TABLE],
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
}

/** This machine for whoever has these environment variables and stands in this folder. */
export function hostOf(environment: Host['environment'], folder: string): Host {
  const data = environment['XDG_DATA_HOME'] ?? join(environment['HOME'] ?? homedir(), '.local', 'share');
  return {
    environment,
    folder,
    stateFolder: join(folder, '.seccode'),
    modelsFolder: environment['SECCODE_MODELS'] ?? join(data, 'seccode', 'models'),
    nowMs: Date.now,
    random: Math.random,
  };
}
