import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { CallExpression } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { sizedArray } from '#engine/analysis/judges/sized-array.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { MemoryFault } from '#engine/analysis/memory/memory-fault.ts';
import type { TextEdit } from '#engine/analysis/rule.ts';
import { limitScanned } from './limit-scanned.ts';

/** Where the limit of a call stands that has one, and whether what is in the array already takes room from it. */
const LIMITS: Readonly<Record<string, { readonly position: number; readonly appends?: true }>> = {
  snprintf: { position: 1 },
  vsnprintf: { position: 1 },
  fgets: { position: 1 },
  strlcpy: { position: 2 },
  strncat: { position: 2, appends: true },
};
const BOUNDED: Readonly<Record<string, string>> = { sprintf: 'snprintf', vsprintf: 'vsnprintf' };
const SCANNING: Readonly<Record<string, number>> = { scanf: 0, fscanf: 1, sscanf: 1 };

/**
 * The edit that gives a writing call the size of the array it writes into. None unless the array is known for certain; and
 * none for a call that gets another name when somebody looks at its result, which is not the same.
 */
export function boundWrite(facts: ModuleFacts, { kind, at }: MemoryFault): readonly TextEdit[] {
  if (kind !== 'write-beyond' && kind !== 'unlimited-text') return [];
  const call = nodesOf(facts, 'call').find((one) => one.at.start === at.start && one.at.end === at.end);
  if (call?.callee.kind !== 'name' || !isWritten(facts, call)) return [];
  const { name } = call.callee;
  // One of the program's own does what its code says.
  if (facts.functions.some(({ function: made }) => made.name === name)) return [];
  if (name in SCANNING) return limitScanned(facts, call, SCANNING[name] ?? 0);
  const [into] = call.arguments;
  const array = into === undefined ? undefined : sizedArray(facts, into.value);
  if (array === undefined) return [];
  const rest = call.arguments.slice(1);
  const limit = LIMITS[name];
  // What is written from the array into itself is another fault, which no size removes.
  const read = rest.filter((_, index) => index + 1 !== limit?.position).map(({ value }) => value);
  if ([...walk(read)].some((node) => facts.textAt(node.at) === array.text)) return [];
  const size = `sizeof(${array.text})`;
  if (limit !== undefined) {
    const given = call.arguments[limit.position]?.value;
    if (given === undefined) return [];
    const newText = limit.appends === true ? `${size} - strlen(${array.text}) - 1` : size;
    return facts.textAt(given.at) === newText ? [] : [{ at: given.at, newText }];
  }
  const [from] = rest;
  if (from === undefined || !isStatement(facts, call)) return [];
  if (name === 'strcat' && rest.length === 1) {
    const room = `${size} - strlen(${array.text}) - 1`;
    return [{ at, newText: `strncat(${array.text}, ${facts.textAt(from.value.at)}, ${room})` }];
  }
  const bounded = BOUNDED[name];
  if (bounded !== undefined) {
    const behind = facts.textAt({ start: from.value.at.start, end: at.end });
    return [{ at, newText: `${bounded}(${array.text}, ${size}, ${behind}` }];
  }
  if (name !== 'strcpy' || rest.length !== 1) return [];
  const header = declaredIn(facts);
  if (header === undefined) return [];
  return [...header, { at, newText: `snprintf(${array.text}, ${size}, "%s", ${facts.textAt(from.value.at)})` }];
}

/** Whether the text at the call is the call: what a macro makes stands elsewhere. */
function isWritten(facts: ModuleFacts, { callee, at }: CallExpression): boolean {
  const text = facts.textAt(at);
  return callee.kind === 'name' && text.startsWith(callee.name) && /^\w+\s*\(/.test(text) && text.endsWith(')');
}

function isStatement(facts: ModuleFacts, call: CallExpression): boolean {
  return nodesOf(facts, 'evaluate').some(({ value }) => (value.kind === 'cast' ? value.operand : value) === call);
}

const INPUT_OUTPUT = ['stdio.h', 'cstdio'];
const DECLARED_THERE = new Set(['printf', 'fprintf', 'sprintf', 'snprintf', 'puts', 'fopen', 'fgets']);

/**
 * What has to be added so that `snprintf` is declared: often nothing. `undefined` where no line is sure to be read by the
 * compiler, such as the first `#include` of a file behind an `#if`.
 */
function declaredIn(facts: ModuleFacts): readonly TextEdit[] | undefined {
  const calls = nodesOf(facts, 'call').map(({ callee }) => (callee.kind === 'name' ? callee.name : ''));
  if (INPUT_OUTPUT.some((name) => facts.imports.has(name)) || calls.some((name) => DECLARED_THERE.has(name))) return [];
  const first = /^[ \t]*#[ \t]*include\b/m.exec(facts.codeText);
  if (first === null || /^[ \t]*#[ \t]*if/m.test(facts.codeText.slice(0, first.index))) return undefined;
  return [{ at: { start: first.index, end: first.index }, newText: '#include <stdio.h>\n' }];
}
