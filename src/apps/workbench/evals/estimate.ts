import { addCost, type Cost } from '#core/usage.ts';
import type { SampleMode } from '#engine/evals/eval-cell.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import { costOf, type Prices } from '#engine/models/prices.ts';
import type { ExpectedCalls } from '#engine/session/expected-calls.ts';
import type { DatasetCount } from './lay-out.ts';

/** What a run may take, at most and roughly: it cannot be known how early sessions end and how much models write. */
export interface Estimate {
  readonly cells: number;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** `unknown` when the price of one of the models is. */
  readonly cost: Cost;
  /** Models without a known price. */
  readonly unpriced: readonly string[];
}

/** What is known of a strategy before it is run. */
export interface StrategyCalls {
  readonly name: string;
  readonly fixes: boolean;
  /** By where it begins, what it asks the model that writes. */
  readonly expected: Readonly<Record<SampleMode, ExpectedCalls>>;
}

export interface EstimateInput {
  readonly plan: EvalPlan;
  readonly counts: readonly DatasetCount[];
  readonly strategies: readonly StrategyCalls[];
  /** Calls for the review of one program: 0 when no feedback detector asks a model. */
  readonly callsPerReview: number;
  readonly isFree: (model: string) => boolean;
  readonly prices: Prices;
}

const CHARACTERS_PER_TOKEN = 4;
/** What a prompt has beside the sample: roles, guidance, findings. */
const PROMPT_TOKENS = 900;
/** A program that is written from a request of a few lines. */
const PROGRAM_TOKENS = 600;

/** Every session takes all its rounds: a run costs less than this unless models write more than usual. */
export function estimateRun(input: EstimateInput): Estimate {
  const { plan, counts, strategies, isFree, prices } = input;
  let total: Omit<Estimate, 'unpriced'> = { cells: 0, calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  const unpriced = new Set<string>();
  for (const { planned, samples, characters } of counts) {
    const own = samples === 0 ? 0 : Math.ceil(characters / samples / CHARACTERS_PER_TOKEN);
    const program = planned.mode === 'code' ? own : PROGRAM_TOKENS;
    for (const strategy of strategies) {
      for (const model of plan.models) {
        const cells = samples * plan.repeats;
        const calls = callsOf(strategy, planned.mode, input);
        const usage = {
          inputTokens: calls * (PROMPT_TOKENS + own + program),
          outputTokens: calls * Math.max(program, 1),
        };
        const each = costOf(
          { model, answeredBy: model.slice(model.indexOf('/') + 1), usage, isFree: isFree(model) },
          prices,
        );
        if (each === 'unknown') unpriced.add(model);
        total = {
          cells: total.cells + cells,
          calls: total.calls + cells * calls,
          inputTokens: total.inputTokens + cells * usage.inputTokens,
          outputTokens: total.outputTokens + cells * usage.outputTokens,
          cost: addCost(total.cost, each === 'unknown' ? each : each * cells),
        };
      }
    }
  }
  return { ...total, unpriced: [...unpriced] };
}

function callsOf(
  { fixes, expected }: StrategyCalls,
  mode: SampleMode,
  { plan, callsPerReview }: EstimateInput,
): number {
  const { calls: writing, rounds } = expected[mode];
  const calls = writing + (rounds + 1) * callsPerReview;
  const { budget } = plan;
  if (budget?.calls !== undefined) return Math.min(budget.calls, fixes ? budget.calls : calls);
  return calls;
}
