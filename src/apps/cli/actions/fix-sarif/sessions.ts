import { SecCodeError, type SecCodeErrorCode } from '#core/errors.ts';
import type { Limits } from '#core/settings.ts';
import { addCost, type Cost, totalTokens } from '#core/usage.ts';
import { plural } from '#engine/reports/amounts.ts';
import { initialState, type SessionState } from '#engine/session/state.ts';
import { extensions } from '../../../compose.ts';
import { callSettings } from '../../../workbench/from-config.ts';
import type { SessionResult, SessionWatch } from '../../../workbench/run-session.ts';
import { earlierSessions, type EarlierSessions } from '../../../workbench/earlier-sessions.ts';
import { startSession } from '../../../workbench/start-session.ts';
import { openStage, wishFor } from '../run-and-report.ts';
import type { FileFindings } from './findings.ts';
import { type FileEnd, leftOf, untouchedEnd } from './file-end.ts';
import type { SarifJob } from './job.ts';
import { exitCodeOf } from '../session-end.ts';
import { MAX_SESSION_CHARACTERS } from '../session-size.ts';
import { hostFor, text } from '../setting.ts';

/** What no other file would escape: the run ends. */
const OF_THE_RUN: readonly SecCodeErrorCode[] = [
  'USAGE',
  'CONFIG_INVALID',
  'EXTENSION_UNKNOWN',
  'MODEL_UNAVAILABLE',
  'SANDBOX_UNAVAILABLE',
  'STORE_FAILED',
  'CANCELLED',
];

/** So many files in a row without an answer, and the model is taken to be away. */
const MAX_UNANSWERED = 3;

/** What the sessions so far took. */
interface Spent {
  readonly tokens: number;
  readonly cost: Cost;
  readonly calls: number;
  readonly elapsedMs: number;
}

/** Fixes file after file, a session each. One that fails leaves the others alone; limits are those of all together. */
export async function* fixSarifBySessions(job: SarifJob): AsyncGenerator<FileEnd> {
  const { work, options, config, context } = job;
  const host = hostFor(context);
  const startedMs = host.nowMs();
  const earlier =
    options['resume'] === true ? await earlierSessions(await extensions.openStore(host.stateFolder)) : undefined;
  let spent: Omit<Spent, 'elapsedMs'> = { tokens: 0, cost: 0, calls: 0 };
  let unanswered = 0;
  for (const [index, one] of work.entries()) {
    const { file, findings } = one;
    const limits = limitsLeft(config.limits, { ...spent, elapsedMs: host.nowMs() - startedMs });
    const why =
      limits === undefined
        ? 'A limit of the whole run was reached before this file.'
        : unanswered >= MAX_UNANSWERED
          ? `The model did not answer for ${plural(unanswered, 'file')} in a row, so it was not asked about this one.`
          : file.text.length > MAX_SESSION_CHARACTERS
            ? `It has ${String(file.text.length)} characters; a session takes ${String(MAX_SESSION_CHARACTERS)}.`
            : undefined;
    if (limits === undefined || why !== undefined) {
      yield untouchedEnd(file, findings, why ?? '');
      continue;
    }
    context.terminal.note(
      `file ${String(index + 1)} of ${String(work.length)}: ${file.path}, ${plural(findings.length, 'finding')}`,
    );
    const { end, state } = await fixFile(one, limits, earlier, job);
    spent = {
      tokens: spent.tokens + totalTokens(state.usage) + state.estimatedTokens,
      cost: addCost(spent.cost, state.cost),
      calls: spent.calls + state.calls,
    };
    unanswered = state.verdict?.stopReason === 'model-failed' ? unanswered + 1 : 0;
    yield end;
  }
}

async function fixFile(
  one: FileFindings,
  limits: Limits,
  earlier: EarlierSessions | undefined,
  { options, config, context }: SarifJob,
): Promise<{ readonly end: FileEnd; readonly state: SessionState }> {
  const { file, findings, tool, version } = one;
  const stage = await openStage(options, context, config);
  let state = initialState;
  const watch: SessionWatch = {
    ...stage.watch,
    onEvent: (event, now) => {
      state = now;
      stage.watch.onEvent?.(event, now);
    },
  };
  try {
    const imported = { tool, version, findings };
    const known = earlier?.of(file, imported);
    const request = text(options['request']) ?? '';
    const wish = { ...wishFor({ ...config, limits }, options, { kind: 'fix', request, files: [file] }), imported };
    const calls = callSettings(config);
    const result: SessionResult =
      known === undefined
        ? await startSession(wish, calls, extensions, stage.host, watch)
        : await known.resume(calls, extensions, stage.host, watch);
    const { verdict } = result;
    const outcomes = result.state.best?.outcomes ?? [];
    return {
      end: {
        path: file.path,
        reported: findings.length,
        left: leftOf(findings, outcomes, result.state.started?.task.imported?.repeatedBy),
        verdict: verdict.verdict,
        code: exitCodeOf(verdict),
        explanation: verdict.explanation,
        sessionId: result.sessionId,
        files: result.files,
        outcomes,
      },
      state: result.state,
    };
  } catch (error) {
    if (!(error instanceof SecCodeError) || context.signal.aborted || OF_THE_RUN.includes(error.code)) throw error;
    return { end: untouchedEnd(file, findings, `${error.message} ${error.remedy}`), state };
  } finally {
    stage.stop();
  }
}

/** What the sessions before have left of the limits; `undefined` when that is nothing. */
function limitsLeft(limits: Limits, spent: Spent): Limits | undefined {
  const { maxTokens, maxCostMicroUsd, maxCalls, timeoutMs, ...rest } = limits;
  const tokens = maxTokens === undefined ? undefined : maxTokens - spent.tokens;
  // An unknown price is not none: the session itself refuses to go on with it.
  const money =
    maxCostMicroUsd === undefined || spent.cost === 'unknown' ? maxCostMicroUsd : maxCostMicroUsd - spent.cost;
  const calls = maxCalls === undefined ? undefined : maxCalls - spent.calls;
  const time = timeoutMs === undefined ? undefined : timeoutMs - spent.elapsedMs;
  if ([tokens, money, calls, time].some((amount) => amount !== undefined && amount <= 0)) return undefined;
  return {
    ...rest,
    ...(tokens === undefined ? {} : { maxTokens: tokens }),
    ...(money === undefined ? {} : { maxCostMicroUsd: money }),
    ...(calls === undefined ? {} : { maxCalls: calls }),
    ...(time === undefined ? {} : { timeoutMs: time }),
  };
}
