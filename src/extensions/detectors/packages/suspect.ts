import type { Span } from '#core/finding.ts';

export type RegistryName = 'pypi' | 'npm';

/** A name that the list of a registry does not have, where it was written. */
export interface Suspect {
  readonly registry: RegistryName;
  /** As a finding calls it. */
  readonly name: string;
  /** Names under which the package may be registered, that one first. */
  readonly candidates: readonly string[];
  readonly span: Span;
  /** It stands in a list of what is to be installed, not in an import, whose name need not be the package's. */
  readonly isRequirement: boolean;
}
