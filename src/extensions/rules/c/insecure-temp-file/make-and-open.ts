import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { CallExpression, Expression } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { standsAlone } from '#engine/analysis/judges/stands-alone.ts';
import type { TextEdit } from '#engine/analysis/rule.ts';

/** Flags that say nothing but what `mkstemp` does anyway. */
const PLAIN_FLAGS = new Set(['O_CREAT', 'O_EXCL', 'O_RDWR', 'O_WRONLY', 'O_TRUNC', 'O_NOFOLLOW']);
/** Permissions of the file that `mkstemp` makes. */
const OWNER_ALONE = /^(?:0600|S_IRUSR\s*\|\s*S_IWUSR|S_IWUSR\s*\|\s*S_IRUSR)$/;
/** What may stand between the call that names a file and the one that opens it. */
const TAKEN = /^\s*(?:if\s*\(+\s*)?[\w\s*]*=\s*$/;
/** Letters of comments have been replaced. */
const COMMENT = /\/\/[x \t]*\n|\/\*[x\s]*\*\//g;
/** Characters that are looked at: enough for the longest such line. */
const LINE = 400;

/**
 * The edits that make and open a file in one step where the program names it and opens it right after; none when anything is
 * done in between, or when the file is opened in another way than `mkstemp` does.
 */
export function makeAndOpen(facts: ModuleFacts, { expression: naming, at }: CallFact): readonly TextEdit[] {
  const { callee } = naming;
  const [given, ...more] = naming.arguments;
  if (callee.kind !== 'name' || given === undefined || more.length > 0) return [];
  if (facts.functions.some(({ function: made }) => made.name === callee.name)) return [];
  const openings = nodesOf(facts, 'call').filter((call) => opens(call));
  const around = openings.find((call) => call.arguments[0]?.value === naming);
  if (callee.name === 'tmpnam') {
    const isNameless = given.value.kind === 'literal' && (given.value.value === null || given.value.value === 0);
    // Nobody knows the name, so the file may do without one.
    return isNameless && around !== undefined && modeOf(around)?.startsWith('w') === true
      ? [{ at: around.at, newText: 'tmpfile()' }]
      : [];
  }
  if (callee.name !== 'mktemp' || given.value.kind !== 'name') return [];
  const template = given.value.name;
  if (around !== undefined) return opened(facts, around, template);
  const isStatement = nodesOf(facts, 'evaluate').some(({ value }) => value === naming);
  const end = facts.codeText.indexOf(';', at.end) + 1;
  if (!isStatement || !standsAlone(facts, { start: at.start, end })) return [];
  const next = openings.find((call) => {
    const [path] = call.arguments;
    const isOfIt = path?.value.kind === 'name' && path.value.name === template && call.at.start > end;
    return isOfIt && TAKEN.test(facts.codeText.slice(end, call.at.start).slice(0, LINE).replace(COMMENT, ' '));
  });
  const edits = next === undefined ? [] : opened(facts, next, template);
  const gap = /^\s*/.exec(facts.codeText.slice(end, end + LINE))?.[0].length ?? 0;
  return edits.length === 0 ? [] : [{ at: { start: at.start, end: end + gap }, newText: '' }, ...edits];
}

function opens({ callee, arguments: given }: CallExpression): boolean {
  return callee.kind === 'name' && ((callee.name === 'open' && given.length === 3) || callee.name === 'fopen');
}

function modeOf({ callee, arguments: given }: CallExpression): string | undefined {
  const mode = given[1]?.value;
  if (callee.kind !== 'name' || callee.name !== 'fopen' || mode?.kind !== 'literal') return undefined;
  return typeof mode.value === 'string' && /^[wa]b?\+?b?$/.test(mode.value) ? mode.value : undefined;
}

function opened(facts: ModuleFacts, call: CallExpression, template: string): readonly TextEdit[] {
  const mode = modeOf(call);
  if (mode !== undefined) return [{ at: call.at, newText: `fdopen(mkstemp(${template}), "${mode}")` }];
  const [, flags, permissions] = call.arguments;
  if (flags === undefined || permissions === undefined) return [];
  const names = namesOf(flags.value);
  const isPlain = names?.includes('O_CREAT') === true && names.every((name) => PLAIN_FLAGS.has(name));
  if (!isPlain || !OWNER_ALONE.test(facts.textAt(permissions.value.at))) return [];
  return [{ at: call.at, newText: `mkstemp(${template})` }];
}

/** The names that `A | B | C` puts together; `undefined` for anything else. */
function namesOf(flags: Expression): readonly string[] | undefined {
  if (flags.kind === 'name') return [flags.name];
  if (flags.kind !== 'binary' || flags.operator !== '|') return undefined;
  const [left, right] = [namesOf(flags.left), namesOf(flags.right)];
  return left === undefined || right === undefined ? undefined : [...left, ...right];
}
