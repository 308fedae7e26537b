import type { Language } from '../syntax/language.ts';
import type { Change, Version } from './change.ts';

export interface Versions {
  readonly before?: Version;
  readonly after: Version;
  /** Lines of `before` that an open finding points at, by path. */
  readonly flaggedLines: Readonly<Record<string, readonly number[]>>;
}

/** Two versions as a change, with what the languages say of callees that hide code. */
export function changeBetween(versions: Versions, languages: readonly Language[]): Change {
  return {
    ...versions,
    evaluators: Object.fromEntries(languages.map(({ id, evaluators }) => [id, evaluators])),
    lookups: Object.fromEntries(languages.map(({ id, lookups = [] }) => [id, lookups])),
  };
}
