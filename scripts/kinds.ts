/** The kinds of extension: where they lie, what each folder exports, and the contract it meets. */
export interface Kind {
  /** Folder in `src/extensions`, and name of the registry constant. */
  readonly folder: string;
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
    folder: 'providers',
    name: 'provider',
    file: 'provider',
    export: 'provider',
    type: 'Provider',
    contract: '#engine/models/provider.ts',
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
];
