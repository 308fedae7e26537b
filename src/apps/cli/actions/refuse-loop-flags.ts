import { refuseFlags } from './refuse-flags.ts';
import type { Options } from './setting.ts';

/** Flags of `seccode fix` that speak of a model or of the session. */
const OF_THE_LOOP = {
  model: '--model',
  reviewerModel: '--reviewer-model',
  fallbackModel: '--fallback-model',
  interactive: '--interactive',
  request: '--request',
  resume: '--resume',
};

/** @throws {SecCodeError} `USAGE`, for the first flag that has no meaning without a model. */
export function refuseLoopFlags(options: Options): void {
  refuseFlags(options, OF_THE_LOOP, (flag) => ({
    message: `${flag} and --no-model exclude each other.`,
    remedy: 'Choose one of them.',
  }));
}
