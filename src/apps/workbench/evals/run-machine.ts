import type { DetectorSettings, SessionSettings } from '#core/settings.ts';
import type { EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { Scorer } from '#engine/evals/scorer.ts';
import type { Stage } from '#engine/behaviour/stage.ts';
import type { CallProgress } from '#engine/models/call-progress.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import { redactSecrets, redactText } from '#engine/secrets/redact-secrets.ts';
import type { Language } from '#engine/syntax/language.ts';
import { type Extensions, load, loadAll } from '../../compose.ts';
import type { Host } from '../host.ts';
import { type CallSettings, type Models, openModels } from '../models.ts';
import { openAnalysis } from '../open-analysis.ts';
import { unknownLanguage } from '../run-session.ts';
import { chooseSandbox, machineOf, openTools } from '../tools.ts';
import { openAccount, type RunAccount } from './account.ts';
import { chooseJuries, type Juries } from './juries.ts';
import type { ScoringServices } from './score-program.ts';

/** Everything that the cells of one run share: opened once, however many cells there are. */
export interface RunMachine {
  readonly runId: string;
  readonly plan: EvalPlan;
  /** Where sessions are kept; absent: nowhere. */
  readonly sessionsFolder?: string;
  readonly scorers: readonly Scorer[];
  readonly extensions: Extensions;
  readonly host: Host;
  readonly tools: Toolbox;
  readonly account: RunAccount;
  readonly onProgress: (progress: CallProgress) => void;
  readonly onAnswered: () => void;
  /** By the name of the model that writes. */
  readonly models: (model: string) => Promise<Models>;
  /** @throws {SecCodeError} `LANGUAGE_UNSUPPORTED`, or what choosing juries throws. */
  readonly settle: (cell: Pick<EvalCell, 'sample' | 'model' | 'strategy'>) => Promise<SettledCell>;
  readonly scoring: (language: Language, juries: Juries, signal: AbortSignal) => Promise<ScoringServices>;
  readonly close: () => Promise<void>;
}

/** What is the same for all cells of one language, model and strategy. */
export interface SettledCell {
  readonly language: Language;
  readonly juries: Juries;
  readonly settings: SessionSettings;
}

/** What a run is opened with. */
export interface RunOptions {
  readonly runId: string;
  readonly plan: EvalPlan;
  readonly sessionsFolder: string;
  readonly calls: CallSettings;
  readonly extensions: Extensions;
  readonly host: Host;
  readonly detectorSettings?: DetectorSettings;
  /** Where tests of samples run, by name; absent: the best that isolates here. */
  readonly sandbox?: string;
  readonly onProgress?: (progress: CallProgress) => void;
  readonly onAnswered?: () => void;
}

/** Longest that a detector may take on one program, milliseconds. */
const DETECTOR_TIMEOUT_MS = 60_000;
/** Rounds of a run whose budget alone ends its sessions. */
const UNLIMITED_ROUNDS = 1_000_000;

/** Opens a run. Nothing is asked of a model, and no program is started, before the first cell. */
export async function openRunMachine(options: RunOptions): Promise<RunMachine> {
  const { runId, plan, extensions, host, calls, detectorSettings, sandbox } = options;
  const syntax = await extensions.syntax();
  const tools = openTools(extensions, host);
  const analysis = openAnalysis(extensions);
  const scorers = await loadAll(extensions.scorers);
  for (const name of plan.scorers) await load(extensions.scorers, name, 'scorer');
  const juriesOf = memo(async (language: string): Promise<{ language: Language; juries: Juries }> => {
    const known = syntax.languageNamed(language.toLowerCase());
    if (known === undefined)
      throw unknownLanguage(
        { language },
        syntax.languages.map(({ id }) => id),
      );
    return { language: known, juries: await chooseJuries(plan, known, extensions, tools, detectorSettings) };
  });
  const models = memo(
    async (model: string): Promise<Models> =>
      await openModels(
        {
          model,
          ...(plan.reviewerModel === undefined ? {} : { reviewerModel: plan.reviewerModel }),
          // A cap of money asks for known prices, as a limit of a session does.
          limits: { ...limitsOf(plan), ...capOf(plan) },
        },
        calls,
        extensions.providers,
        host,
      ),
  );
  const stage = memo(async (): Promise<Stage> => {
    const machine = machineOf(host);
    const chosen = await chooseSandbox(extensions, machine, sandbox);
    return {
      sandbox: chosen.name,
      open: async (files) => await chosen.open(files, machine),
      projectFiles: () => Promise.resolve([]),
      hide: (text) => redactText(text, redactSecrets([])).text,
    };
  });
  return {
    runId,
    plan,
    ...(plan.keepSessions === false ? {} : { sessionsFolder: options.sessionsFolder }),
    scorers,
    extensions,
    host,
    tools,
    account: openAccount(plan),
    onProgress: options.onProgress ?? ((): void => undefined),
    onAnswered: options.onAnswered ?? ((): void => undefined),
    models: models.get,
    settle: async ({ sample, model, strategy }) => {
      const { language, juries } = await juriesOf.get(sample.language);
      await load(extensions.strategies, strategy, 'strategy');
      return { language, juries, settings: settingsOf(plan, { model, strategy }, juries, detectorSettings) };
    },
    scoring: async (language, juries, signal) => ({
      scorers,
      wanted: plan.scorers,
      thresholds: { failOn: plan.failOn, minConfidence: plan.minConfidence },
      language,
      juries,
      detect: {
        syntax,
        analysis,
        tools,
        toolchains: async () => await loadAll(extensions.toolchains),
        nowMs: host.nowMs,
        timeoutMs: DETECTOR_TIMEOUT_MS,
      },
      ...(detectorSettings === undefined ? {} : { detectorSettings }),
      openStage: async () => await stage.get(''),
      signal,
    }),
    close: async () => {
      for (const opening of models.made()) await (await opening.catch(() => undefined))?.close();
    },
  };
}

function settingsOf(
  plan: EvalPlan,
  { model, strategy }: Pick<EvalCell, 'model' | 'strategy'>,
  { feedback }: Juries,
  detectorSettings: DetectorSettings | undefined,
): SessionSettings {
  const names = feedback.map(({ name }) => name);
  return {
    strategy,
    model,
    ...(plan.reviewerModel === undefined ? {} : { reviewerModel: plan.reviewerModel }),
    feedback: names,
    // Whoever scores is kept out of the session altogether: a second jury in it would be heard in the end.
    marking: names,
    ...(detectorSettings === undefined ? {} : { detectorSettings }),
    failOn: plan.failOn,
    minConfidence: plan.minConfidence,
    ...(plan.build === 'off' ? {} : { build: plan.build }),
    isInteractive: false,
    limits: limitsOf(plan),
  };
}

function limitsOf({ maxIterations, flatRounds, budget }: EvalPlan): SessionSettings['limits'] {
  if (budget?.calls === undefined && budget?.tokens === undefined) return { maxIterations, flatRounds };
  return {
    maxIterations: UNLIMITED_ROUNDS,
    flatRounds: UNLIMITED_ROUNDS,
    ...(budget.calls === undefined ? {} : { maxCalls: budget.calls }),
    ...(budget.tokens === undefined ? {} : { maxTokens: budget.tokens }),
  };
}

function capOf({ cap }: EvalPlan): { readonly maxCostMicroUsd?: number } {
  return cap?.costMicroUsd === undefined ? {} : { maxCostMicroUsd: cap.costMicroUsd };
}

interface Memo<Value> {
  readonly get: (key: string) => Promise<Value>;
  readonly made: () => readonly Promise<Value>[];
}

/** Makes each thing once; one that failed is tried again. */
function memo<Value>(make: (key: string) => Promise<Value>): Memo<Value> {
  const made = new Map<string, Promise<Value>>();
  return {
    get: async (key) => {
      const making = made.get(key) ?? make(key);
      made.set(key, making);
      try {
        return await making;
      } catch (error) {
        made.delete(key);
        throw error;
      }
    },
    made: () => [...made.values()],
  };
}
