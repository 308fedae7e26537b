/** What a program is a version of, and a variant of. */
export interface Scenario {
  readonly pair?: string;
  readonly cluster?: string;
}

/** What tells the version with the weakness from the other: `1.c` and `p_1.c`, `cwe-77.c` and `cwe-77-p.c`. */
const VERSION: readonly (readonly [pattern: RegExp, kept: string])[] = [
  [/(^|\/)p_(?=\d+\.\w+$)/, '$1'],
  [/-p(?=\.\w+$)/, ''],
  [/\/(?:vuln|patch)\.\w+$/, ''],
  [/\.\w+$/, ''],
];

/**
 * Reads a program's paths in the publisher's repository. Versions with and without the weakness are a pair; one scenario
 * with other names, comments and libraries is a cluster.
 */
export function scenarioOf(paths: readonly string[]): Scenario {
  // The same text lies in many folders; all versions of a scenario are in the one that the others were made from.
  const path = paths.find((one) => one.startsWith('hand-crafted/')) ?? paths[0];
  if (path === undefined) return {};
  const pair = VERSION.reduce((text, [pattern, kept]) => text.replace(pattern, kept), path);
  const scenario = /dataset\/([^/]+\/[^/]+)$/.exec(pair)?.[1];
  return { pair, cluster: scenario ?? pair };
}
