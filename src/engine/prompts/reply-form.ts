/** How a first program is to be handed in. */
export const PROGRAM_REPLY_FORM = `Reply in Markdown: every file of the program, whole, in a fenced block of its own, with its path in bold alone on the line before. Outside of the blocks write two sentences at most.`;

/** How a fix is to be handed in. */
export const FIX_REPLY_FORM = `Reply in Markdown, in this order:

1. A list with one line for each weakness that you removed, and none for what you left: \`- CWE-<number>, <path>: <what you changed>\`.
2. Every file that you changed, whole, in a fenced block of its own, with its path in bold alone on the line before. Files that you do not repeat stay as they are.

Write out each file from its first line to its last. No diff, no "rest unchanged", no placeholder.`;

/**
 * What makes a fix void, whatever else it does. True of every strategy: the referee checks it.
 *
 * @param areRun - Programs are run on cases of the model's.
 */
export function fixRules(areRun: boolean): readonly string[] {
  return [...RULES, areRun ? NOTHING_ELSE_INSTALLED : FEW_PACKAGES];
}

const FEW_PACKAGES =
  'Use only the standard library and the packages that the program already uses, unless a weakness cannot be fixed without another.';

/** A fix that brings in what is not there is void, however sound: it cannot be tested. */
const NOTHING_ELSE_INSTALLED =
  'Use only the standard library and the packages that the program already uses: nothing else is installed where it is tested.';

const RULES: readonly string[] = [
  'Do what the task asks, as before: keep every function, class, route and option that other code or a user can reach, with its name and its results for legitimate input.',
  'Keep every check that is there. Tighten one if you must; do not drop it.',
  'Change what the open weaknesses need, and nothing else.',
  'Do not add comments that silence a tool, do not hide a call in a string or a wrapper, do not swallow errors, do not stub anything out.',
];
