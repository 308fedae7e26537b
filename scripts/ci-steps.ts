/** One check. */
export interface Step {
  readonly name: string;
  /** Script of package.json. */
  readonly script: string;
  /** Steps of one lane run one after the other; lanes run at the same time. */
  readonly lane: Lane;
}

/** `code` reads what is written, `build` uses what is built, `tests` takes the whole machine and comes last. */
export type Lane = 'code' | 'build' | 'tests';

/** Cheapest first, as measured on two cores. */
export const STEPS: readonly Step[] = [
  { name: 'format', lane: 'code', script: 'format:check' },
  { name: 'licences', lane: 'code', script: 'check:licences' },
  { name: 'links', lane: 'code', script: 'check:links' },
  { name: 'generated', lane: 'code', script: 'generate:check' },
  { name: 'lock', lane: 'code', script: 'check:lock' },
  { name: 'direction', lane: 'code', script: 'deps' },
  { name: 'types', lane: 'code', script: 'typecheck' },
  { name: 'dead-code', lane: 'code', script: 'dead' },
  { name: 'lint', lane: 'code', script: 'lint' },
  { name: 'examples', lane: 'build', script: 'examples' },
  { name: 'demo', lane: 'build', script: 'demo' },
  { name: 'package', lane: 'build', script: 'check:package' },
  { name: 'packed-cli', lane: 'build', script: 'check:packed-cli' },
  { name: 'tests', lane: 'tests', script: 'coverage' },
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

/**
 * Runs the steps, up to the first red one of each lane; tests only when all else is green.
 *
 * @param passes Runs one step.
 * @returns the red ones, in the order in which they came.
 */
export async function runSteps(
  steps: readonly Step[],
  passes: (step: Step) => Promise<boolean>,
): Promise<readonly Step[]> {
  const red: Step[] = [];
  const runLane = async (lane: Lane): Promise<void> => {
    for (const step of steps.filter((one) => one.lane === lane)) {
      if (red.length > 0) return;
      if (!(await passes(step))) red.push(step);
    }
  };
  await Promise.all([runLane('code'), runLane('build')]);
  await runLane('tests');
  return red;
}
