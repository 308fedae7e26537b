import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';
import type { CweId } from '#core/cwe-id.ts';
import type { FrontEnd } from '#engine/analysis/front-end.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Detector } from '#engine/detection/detector.ts';
import type { Dataset } from '#engine/evals/dataset.ts';
import type { EvalQueue } from '#engine/evals/eval-queue.ts';
import type { Scorer } from '#engine/evals/scorer.ts';
import type { Metric } from '#engine/evals/metric.ts';
import { guidanceFor } from '#engine/guidance/find-guidance.ts';
import type { Guidance } from '#engine/guidance/guidance.ts';
import type { Provider } from '#engine/models/provider.ts';
import type { Format } from '#engine/reports/format.ts';
import type { Toolchain } from '#engine/build/toolchain.ts';
import type { Sandbox } from '#engine/sandbox/sandbox.ts';
import type { Strategy } from '#engine/session/strategy.ts';
import type { SessionStore } from '#engine/storage/store.ts';
import { readGrammarFile } from '#engine/syntax/grammar-files.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { datasets } from '#extensions/datasets/index.generated.ts';
import { detectors } from '#extensions/detectors/index.generated.ts';
import { formats } from '#extensions/formats/index.generated.ts';
import { guidance } from '#extensions/guidance/index.generated.ts';
import { frontEnds } from '#extensions/languages/front-ends.generated.ts';
import { languages } from '#extensions/languages/index.generated.ts';
import { metrics } from '#extensions/metrics/index.generated.ts';
import { providers } from '#extensions/providers/index.generated.ts';
import { queues } from '#extensions/queues/index.generated.ts';
import { rules } from '#extensions/rules/index.generated.ts';
import { sandboxes } from '#extensions/sandboxes/index.generated.ts';
import { scorers } from '#extensions/scorers/index.generated.ts';
import { stores } from '#extensions/stores/index.generated.ts';
import { strategies } from '#extensions/strategies/index.generated.ts';
import { toolchains } from '#extensions/toolchains/index.generated.ts';

/** Loaders by name, one per extension of a kind. */
export type Registry<Extension> = Readonly<Record<string, () => Promise<Extension>>>;

/** Everything there is one more of, each loaded when it is first asked for. The only reader of the registries. */
export interface Extensions {
  readonly datasets: Registry<Dataset>;
  readonly detectors: Registry<Detector>;
  readonly formats: Registry<Format>;
  /** By the language whose folder they lie in; one may read more languages. */
  readonly frontEnds: Registry<FrontEnd>;
  /** All rules of a language, by its folder. */
  readonly rules: Registry<readonly Rule[]>;
  readonly metrics: Registry<Metric>;
  readonly providers: Registry<Provider>;
  readonly queues: Registry<EvalQueue>;
  readonly sandboxes: Registry<Sandbox>;
  readonly scorers: Registry<Scorer>;
  readonly strategies: Registry<Strategy>;
  readonly toolchains: Registry<Toolchain>;
  readonly syntax: () => Promise<Syntax>;
  readonly guidanceFor: (cwe: CweId) => Promise<Guidance | undefined>;
  readonly openStore: (folder: string) => Promise<SessionStore>;
}

/** A module that is there already still costs a turn through the module loader; many sessions in one process feel it. */
function once<Extension>(registry: Registry<Extension>): Registry<Extension> {
  const memorised = Object.entries(registry).map(([name, loader]): [string, () => Promise<Extension>] => {
    let loading: Promise<Extension> | undefined;
    return [name, () => (loading ??= loader())];
  });
  return Object.fromEntries(memorised);
}

const loadedGuidance = once(guidance);
let opened: Promise<Syntax> | undefined;

export const extensions: Extensions = {
  datasets: once(datasets),
  detectors: once(detectors),
  formats: once(formats),
  frontEnds: once(frontEnds),
  rules: once(rules),
  metrics: once(metrics),
  providers: once(providers),
  queues: once(queues),
  sandboxes: once(sandboxes),
  scorers: once(scorers),
  strategies: once(strategies),
  toolchains: once(toolchains),
  syntax: () => {
    opened ??= loadAll(languages).then((all) => openSyntax({ languages: all, readGrammar: readGrammarFile }));
    return opened;
  },
  guidanceFor: (cwe) => guidanceFor(cwe, loadedGuidance),
  openStore: async (folder) => (await load(stores, 'files', 'store'))(folder),
};

/**
 * Loads one extension by name.
 *
 * @throws {SecCodeError} `EXTENSION_UNKNOWN`, naming the nearest known one.
 */
export async function load<Extension>(registry: Registry<Extension>, name: string, kind: string): Promise<Extension> {
  const loader = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (loader !== undefined) return await loader();
  const known = Object.keys(registry);
  const close = nearestName(name, known);
  throw new SecCodeError('EXTENSION_UNKNOWN', `There is no ${kind} '${name}'.`, {
    remedy:
      close === undefined
        ? `Choose one of ${known.join(', ')}.`
        : `Did you mean '${close}'? Known: ${known.join(', ')}.`,
    details: { kind, name },
  });
}

/** Loads every extension of a kind, in the registry's order. */
export async function loadAll<Extension>(registry: Registry<Extension>): Promise<readonly Extension[]> {
  return await Promise.all(Object.values(registry).map((loader) => loader()));
}
