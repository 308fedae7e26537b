import type { Sample } from '#core/sample.ts';

/** One file that a dataset is read from, as its publisher gives it. */
export interface DatasetFile {
  /** Name under which it is kept. */
  readonly name: string;
  /** Where its publisher has it, at one fixed version. */
  readonly url: string;
  /** SHA-256 of the file, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Size of the file; more is not read. */
  readonly bytes: number;
}

/** Where a dataset comes from. */
export interface DatasetOrigin {
  /** Page of the publisher. */
  readonly home: string;
  /** SPDX expression, or what the publisher says instead. */
  readonly licence: string;
  /** What `seccode eval datasets fetch` gets; empty when it cannot be fetched. */
  readonly files: readonly DatasetFile[];
  /** It comes with SecCode, and no path is needed. */
  readonly isIncluded?: true;
}

/** What a dataset is read from. */
export interface DatasetSource {
  /** A file, or a folder of files, as the person named it; absent for a dataset that is in the package. */
  readonly path?: string;
  /** Which column or field means what, for datasets of any form. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** A language that SecCode knows, as far as datasets need it. */
export interface SampleLanguage {
  readonly id: string;
  readonly title: string;
  /** Name of the file for code that comes without one. */
  readonly defaultFile: string;
}

/** What a dataset asks of its surroundings. */
export interface DatasetKit {
  /** The language that a publisher's word means (`Python`, `c++`, `js`); `undefined` when SecCode knows none. */
  readonly languageNamed: (word: string) => SampleLanguage | undefined;
  /** Tells the person what was left out, one sentence. */
  readonly note: (text: string) => void;
}

/**
 * A set of samples (inspect_ai `Dataset`). One folder in `extensions/datasets` each.
 *
 * Reads its publisher's own form. Holds no sample of anybody else's.
 */
export interface Dataset {
  /** The folder's name. */
  readonly name: string;
  readonly title: string;
  /** Absent for forms that are nobody's in particular. */
  readonly origin?: DatasetOrigin;
  /**
   * Reads the samples in the order of the source, one after another: memory does not grow with their number, but for
   * their ids. Rows in a language that SecCode does not know are left out, and noted.
   *
   * @throws {SecCodeError} `INPUT_INVALID` for a source that is not there or not in the form, naming file and row.
   */
  readonly read: (source: DatasetSource, kit: DatasetKit) => AsyncIterable<Sample>;
}
