import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Statement } from '#engine/analysis/ir.ts';
import { functionAround } from '#engine/analysis/judges/sized-array.ts';
import { standsAlone } from '#engine/analysis/judges/stands-alone.ts';
import type { MemoryFault } from '#engine/analysis/memory/memory-fault.ts';
import type { TextEdit } from '#engine/analysis/rule.ts';
import { failureOf } from './failure-of.ts';

/** Calls before an allocation that leave nothing behind which an early way out would have to take back. */
const HARMLESS =
  /^(?:str(?:n?len|n?cmp|n?casecmp|chr|rchr|str|pbrk|s?pn|cspn)|mem(?:cmp|set|cpy|move)|s?n?printf|v?fprintf|puts|fputs|perror|ato[ifl]|strto[a-z]+|isatty|abs|min|max|sizeof)$/i;

/**
 * The edit that leaves the function where an allocation gave nothing, as the function leaves it for other errors. None unless
 * that is all there is to do: nothing was allocated, opened or locked before, and what the function returns is known.
 */
export function checkForNull(facts: ModuleFacts, { kind, since }: MemoryFault): readonly TextEdit[] {
  const around = since === undefined ? undefined : functionAround(facts, since);
  if (kind !== 'unchecked-null' || since === undefined || around === undefined) return [];
  const nodes = [...bodyNodes(around.body, { intoFunctions: false })];
  const made = nodes.map(takenBy).find((one) => one?.call.at.start === since.start && one.call.at.end === since.end);
  if (made === undefined || !allocates(facts, made.call) || !isOnOneWay(nodes, around, made.statement)) return [];
  const { start } = made.statement.at;
  const earlier = nodes.filter((node) => node.kind === 'call' && node.at.start < start);
  if (earlier.some((node) => node.kind === 'call' && !isHarmless(facts, node.callee))) return [];
  if (releasesOther(nodes, made)) return [];
  const failure = failureOf(facts, around);
  const line = lineOf(facts, made);
  if (failure === undefined || line === undefined) return [];
  const { indent, end } = line;
  const step = innerStep(facts, around);
  const check = `\n${indent}if (${made.name} == NULL) {\n${indent}${step}${failure}\n${indent}}`;
  return [{ at: { start: end, end }, newText: check }];
}

interface Taken {
  readonly name: string;
  readonly call: Extract<Expression, { readonly kind: 'call' }>;
  readonly statement: Statement;
}

/** `char *p = malloc(…);` and `p = (char *)malloc(…);` with a plain variable. */
function takenBy(node: Expression | Statement): Taken | undefined {
  if (node.kind === 'declare' && node.value !== undefined) return taken(node.name, node.value, node);
  if (node.kind !== 'assign' || node.operator !== undefined) return undefined;
  const [target] = node.targets;
  return target?.kind === 'name' && node.targets.length === 1 ? taken(target.name, node.value, node) : undefined;
}

function taken(name: string, value: Expression, statement: Statement): Taken | undefined {
  const call = value.kind === 'cast' ? value.operand : value;
  return call.kind === 'call' ? { name, call, statement } : undefined;
}

/** What `realloc` failed to enlarge is still there and has to be given back. */
function allocates(facts: ModuleFacts, { callee }: Taken['call']): boolean {
  if (callee.kind !== 'name') return false;
  const known = facts.memory?.calls.find((one) => one.callee === callee.name);
  return known?.allocates !== undefined && known.releases === undefined && known.allocates.isOnStack !== true;
}

/** Neither in a loop, whose earlier rounds may have left something, nor in a function with a way out of its own. */
function isOnOneWay(nodes: readonly (Expression | Statement)[], around: IrFunction, made: Statement): boolean {
  const isRepeated = nodes.some(
    ({ kind, at }) =>
      (kind === 'loop' || kind === 'for-each' || kind === 'try') && at.start <= made.at.start && at.end >= made.at.end,
  );
  return !isRepeated && !nodes.some(({ kind }) => kind === 'label' || kind === 'goto') && around.name !== '';
}

const RELEASING = /free|close|release|unlock|destroy|delete|leave|unref|_put$|cleanup/i;

/** Whether the function gives anything back that was there before: a way out would have to do so, too. */
function releasesOther(nodes: readonly (Expression | Statement)[], { statement, name }: Taken): boolean {
  const later = nodes.flatMap((node) => (node.at.start > statement.at.start ? (takenBy(node)?.name ?? []) : []));
  const own = new Set([name, ...later]);
  return nodes.some((node) => {
    if (node.kind !== 'call' || node.callee.kind !== 'name' || !RELEASING.test(node.callee.name)) return false;
    const given = node.arguments[0]?.value;
    return given?.kind !== 'name' || !own.has(given.name);
  });
}

function isHarmless(facts: ModuleFacts, callee: Expression): boolean {
  return (
    callee.kind === 'name' &&
    HARMLESS.test(callee.name) &&
    !facts.functions.some(({ function: made }) => made.name === callee.name)
  );
}

/** The line of a statement that stands alone on it: what is before it, and where it ends. */
function lineOf(
  facts: ModuleFacts,
  { statement, call }: Taken,
): { readonly indent: string; readonly end: number } | undefined {
  const code = facts.codeText;
  const begin = code.lastIndexOf('\n', statement.at.start - 1) + 1;
  const [, indent, type] = /^([ \t]*)([\w\s*]*)$/.exec(code.slice(begin, statement.at.start)) ?? [];
  const end = code.indexOf(';', call.at.end) + 1;
  if (indent === undefined || type === undefined || end === 0 || /^(?:else|do|return|static)\b/.test(type))
    return undefined;
  const isWhole =
    code.slice(call.at.end, end - 1).trim() === '' && /^[^\S\n]*(?:\n|$)/.test(code.slice(end, end + 200));
  const isAlone = standsAlone(facts, { start: begin + indent.length, end });
  return isWhole && isAlone ? { indent, end } : undefined;
}

/** How much deeper a block is, as the function's own body shows. */
function innerStep(facts: ModuleFacts, { at, body: [first] }: IrFunction): string {
  const outer = indentAt(facts, at.start);
  const inner = first === undefined ? outer : indentAt(facts, first.at.start);
  return inner.startsWith(outer) && inner !== outer ? inner.slice(outer.length) : '  ';
}

function indentAt(facts: ModuleFacts, offset: number): string {
  const begin = facts.codeText.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(facts.codeText.slice(begin, offset))?.[0] ?? '';
}
