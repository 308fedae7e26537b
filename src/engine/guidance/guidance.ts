import type { CweId } from '#core/cwe-id.ts';

/** What a fixer needs to know of one weakness; one folder in `extensions/guidance` each. Our own words. */
export interface Guidance {
  readonly cwe: CweId;
  /** Short usual name: "SQL injection". */
  readonly title: string;
  /** What it is: one or two sentences. */
  readonly what: string;
  /** How an attacker uses it: one or two sentences. */
  readonly exploited: string;
  /** How it is fixed; `general` always, and per language id where the language has its own way. Imperative. */
  readonly fixed: { readonly general: string } & Readonly<Record<string, string>>;
  /** Looks like a fix and is none: one sentence each; empty when there is no usual trap. */
  readonly traps: readonly string[];
}
