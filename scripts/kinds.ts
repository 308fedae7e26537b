/** The kinds of extension: where they lie, what each folder exports, and the contract it meets. */
export interface Kind {
  /** Folder in `src/extensions`. */
  readonly folder: string;
  /** Name of the registry constant. Absent: the folder's. */
  readonly constant?: string;
  /** File name of the registry in that folder. Absent: `index.generated.ts`. */
  readonly registry?: string;
  /**
   * Whether the folders lie one level deeper, in groups (`rules/python/sql-injection`). The registry then has one entry
   * per group, which loads the group's own registry: a hundred small files cost one import.
   */
  readonly isGrouped?: boolean;
  /** What `npm run new` calls it. */
  readonly name: string;
  /** File in each extension's folder, without the ending. */
  readonly file: string;
  readonly export: string;
  readonly type: string;
  readonly contract: string;
}

export const KINDS: readonly Kind[] = [
  {
    folder: 'datasets',
    name: 'dataset',
    file: 'dataset',
    export: 'dataset',
    type: 'Dataset',
    contract: '#engine/evals/dataset.ts',
  },
  {
    folder: 'detectors',
    name: 'detector',
    file: 'detector',
    export: 'detector',
    type: 'Detector',
    contract: '#engine/detection/detector.ts',
  },
  {
    folder: 'formats',
    name: 'format',
    file: 'format',
    export: 'format',
    type: 'Format',
    contract: '#engine/reports/format.ts',
  },
  {
    folder: 'guidance',
    name: 'guidance',
    file: 'guidance',
    export: 'guidance',
    type: 'Guidance',
    contract: '#engine/guidance/guidance.ts',
  },
  {
    folder: 'languages',
    name: 'language',
    file: 'language',
    export: 'language',
    type: 'Language',
    contract: '#engine/syntax/language.ts',
  },
  {
    folder: 'metrics',
    name: 'metric',
    file: 'metric',
    export: 'metric',
    type: 'Metric',
    contract: '#engine/evals/metric.ts',
  },
  {
    folder: 'providers',
    name: 'provider',
    file: 'provider',
    export: 'provider',
    type: 'Provider',
    contract: '#engine/models/provider.ts',
  },
  {
    folder: 'queues',
    name: 'queue',
    file: 'queue',
    export: 'queue',
    type: 'EvalQueue',
    contract: '#engine/evals/eval-queue.ts',
  },
  {
    folder: 'rules',
    name: 'rule',
    file: 'rule',
    export: 'rule',
    type: 'Rule',
    contract: '#engine/analysis/rule.ts',
    isGrouped: true,
  },
  {
    folder: 'sandboxes',
    name: 'sandbox',
    file: 'sandbox',
    export: 'sandbox',
    type: 'Sandbox',
    contract: '#engine/sandbox/sandbox.ts',
  },
  {
    folder: 'scorers',
    name: 'scorer',
    file: 'scorer',
    export: 'scorer',
    type: 'Scorer',
    contract: '#engine/evals/scorer.ts',
  },
  {
    folder: 'stores',
    name: 'store',
    file: 'store',
    export: 'openStore',
    type: 'OpenStore',
    contract: '#engine/storage/store.ts',
  },
  {
    folder: 'strategies',
    name: 'strategy',
    file: 'strategy',
    export: 'strategy',
    type: 'Strategy',
    contract: '#engine/session/strategy.ts',
  },
  {
    folder: 'toolchains',
    name: 'toolchain',
    file: 'toolchain',
    export: 'toolchain',
    type: 'Toolchain',
    contract: '#engine/build/toolchain.ts',
  },
];

/** What some languages have beside `language.ts`: written by hand, and registered like an extension. */
export const FRONT_ENDS: Kind = {
  folder: 'languages',
  constant: 'frontEnds',
  registry: 'front-ends.generated.ts',
  name: 'front end',
  file: 'front-end',
  export: 'frontEnd',
  type: 'FrontEnd',
  contract: '#engine/analysis/front-end.ts',
};
