/** One check. */
export interface Step {
  readonly name: string;
  /** Script of package.json. */
  readonly script: string;
  readonly runsTests?: boolean;
}

/** Cheapest first, as measured on two cores; those that need the build come last. */
export const STEPS: readonly Step[] = [
  { name: 'format', script: 'format:check' },
  { name: 'licences', script: 'check:licences' },
  { name: 'links', script: 'check:links' },
  { name: 'generated', script: 'generate:check' },
  { name: 'lock', script: 'check:lock' },
  { name: 'direction', script: 'deps' },
  { name: 'types', script: 'typecheck' },
  { name: 'dead-code', script: 'dead' },
  { name: 'lint', script: 'lint' },
  { name: 'examples', script: 'examples' },
  { name: 'demo', script: 'demo' },
  { name: 'package', script: 'check:package' },
  { name: 'packed-cli', script: 'check:packed-cli' },
  { name: 'tests', script: 'coverage', runsTests: true },
];

/** The steps to run, or why the choice makes no sense. */
export type Choice =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly message: string };

/** Leaves out the steps before `from` and those named in `without`. */
export function chooseSteps(steps: readonly Step[], from: string | undefined, without: readonly string[]): Choice {
  const names = steps.map(({ name }) => name);
  const unknown = [...(from === undefined ? [] : [from]), ...without].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    return { ok: false, message: `There is no step '${unknown}'. The steps are ${names.join(', ')}.` };
  }
  const start = from === undefined ? 0 : names.indexOf(from);
  return { ok: true, steps: steps.slice(start).filter(({ name }) => !without.includes(name)) };
}
