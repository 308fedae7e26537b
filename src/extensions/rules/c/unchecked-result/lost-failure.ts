import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** A result whose failure is asked for in a way in which it never shows. */
export interface LostFailure {
  readonly at: Place;
  readonly message: string;
}

/** What a call gives when it fails. */
type Failure = 'below-zero' | 'end-of-file' | 'failed-map';

const BELOW_ZERO =
  /^(?:read|write|pread|pwrite|recv|recvfrom|recvmsg|send|sendto|sendmsg|readlink|readlinkat|getline|getdelim|getrandom|open|openat|creat|socket|accept|accept4|dup|fileno|mkstemp|snprintf|vsnprintf)$/;
const END_OF_FILE = /^(?:getc|fgetc|getchar|getc_unlocked|getchar_unlocked)$/;
const FAILED_MAP = /^(?:mmap|mmap64|shmat)$/;

const UNSIGNED =
  /^(?:size_t|unsigned(?: (?:int|long|short|char|long long))?|u?int(?:8|16|32|64)_t|uint|ulong|u(?:8|16|32|64))$/;

/**
 * Failures that a function keeps where they can no longer be told: a number below zero in an unsigned variable that is then
 * compared with zero, the end of a file in a `char`, and the failure of `mmap` that is no null pointer.
 */
export function lostFailures(facts: ModuleFacts): readonly LostFailure[] {
  return facts.functions.flatMap(({ function: one }) => lostIn(one));
}

function lostIn(one: IrFunction): readonly LostFailure[] {
  const types = new Map<string, string>();
  const kept = new Map<string, { readonly failure: Failure; readonly callee: string }>();
  const compared: { readonly name: string; readonly operator: string; readonly other: string; readonly at: Place }[] =
    [];
  let isMapAsked = false;
  const keep = (name: string, value: Expression): void => {
    const made = value.kind === 'cast' ? value.operand : value;
    const callee = made.kind === 'call' && made.callee.kind === 'name' ? made.callee.name : '';
    const failure = failureOf(callee);
    if (failure !== undefined) kept.set(name, { failure, callee });
  };
  for (const node of bodyNodes(one.body)) {
    if (node.kind === 'name' && node.name === 'MAP_FAILED') isMapAsked = true;
    if (node.kind === 'declare') {
      if (node.type !== undefined && (node.type.pointers ?? 0) === 0 && (node.type.sizes?.length ?? 0) === 0)
        // Blocks may give one name several types.
        types.set(node.name, (types.get(node.name) ?? node.type.name) === node.type.name ? node.type.name : '');
      if (node.value !== undefined) keep(node.name, node.value);
    } else if (node.kind === 'assign' && node.operator === undefined) {
      for (const target of node.targets) if (target.kind === 'name') keep(target.name, node.value);
    } else if (node.kind === 'assignment' && node.operator === undefined && node.target.kind === 'name')
      keep(node.target.name, node.value);
    else if (node.kind === 'compare') {
      const side = node.left.kind === 'assignment' ? node.left.target : node.left;
      if (side.kind === 'name')
        compared.push({ name: side.name, operator: node.operator, other: textOf(node.right), at: node.at });
    } else if (node.kind === 'if') {
      const test = node.test.kind === 'unary' && node.test.operator === 'not' ? node.test.operand : node.test;
      if (test.kind === 'name') compared.push({ name: test.name, operator: '==', other: 'NULL', at: node.test.at });
    }
  }
  const found: LostFailure[] = [];
  for (const { name, operator, other, at } of compared) {
    const lost = kept.get(name);
    if (lost === undefined) continue;
    const message = messageOf(lost.failure, lost.callee, {
      name,
      type: types.get(name) ?? '',
      operator,
      other,
      isMapAsked,
    });
    if (message !== undefined) found.push({ at, message });
  }
  return found;
}

function failureOf(callee: string): Failure | undefined {
  if (BELOW_ZERO.test(callee)) return 'below-zero';
  if (END_OF_FILE.test(callee)) return 'end-of-file';
  return FAILED_MAP.test(callee) ? 'failed-map' : undefined;
}

interface Asked {
  readonly name: string;
  readonly type: string;
  readonly operator: string;
  readonly other: string;
  readonly isMapAsked: boolean;
}

function messageOf(
  failure: Failure,
  callee: string,
  { name, type, operator, other, isMapAsked }: Asked,
): string | undefined {
  switch (failure) {
    case 'below-zero':
      return UNSIGNED.test(type) && !/^int/.test(type) && other === '0' && /^(?:<|<=|>|>=)$/.test(operator)
        ? `'${callee}' gives a number below 0 when it fails, and '${name}' is unsigned.`
        : undefined;
    case 'end-of-file':
      return /^(?:char|unsigned char|uint8_t)$/.test(type) && (other === 'EOF' || other === '-1')
        ? `'${callee}' gives a number at the end of the file that no 'char' holds, such as '${name}'.`
        : undefined;
    case 'failed-map':
      return !isMapAsked && other === 'NULL' && (operator === '==' || operator === '!=')
        ? `'${callee}' gives no null pointer when it fails, but one made of -1.`
        : undefined;
  }
}

function textOf(expression: Expression): string {
  const plain = expression.kind === 'cast' ? expression.operand : expression;
  if (plain.kind === 'literal') return plain.value === null ? 'NULL' : String(plain.value);
  if (plain.kind === 'unary' && plain.operator === 'minus' && plain.operand.kind === 'literal')
    return `-${String(plain.operand.value)}`;
  return lastName(plain);
}
