import type { ModuleFacts } from '../facts.ts';
import type { Expression, IrFunction, Place, Statement, TypeName } from '../ir.ts';
import { countWork } from '../rule-work.ts';
import { walk } from './walk.ts';

/** A variable or a field that is an array, so that the size of it is the size of its memory. */
export interface SizedArray {
  /** As written: `line`, `user->name`. */
  readonly text: string;
  /** Number of items; `undefined` where the file does not show it as a number. */
  readonly length: number | undefined;
}

/**
 * What `expression` is when it names an array of bytes for certain: declared once, with a size, where no other declaration can
 * be meant. Pointers know nothing of what they point to, and neither do parameters that look like arrays.
 */
export function sizedArray(facts: ModuleFacts, expression: Expression): SizedArray | undefined {
  const around = functionAround(facts, expression.at);
  if (around === undefined) return undefined;
  const type = typeOf(facts, around, expression);
  if (type?.sizes?.length !== 1 || (type.pointers ?? 0) > 0 || type.isReference === true) return undefined;
  const [size] = type.sizes;
  if (size === undefined || facts.memory?.plainType(type.name)?.bytes !== 1) return undefined;
  const length = numberOf(facts, size);
  // A field of no or one item at the end of a structure stands for more that follows.
  if (length !== undefined && length < 2) return undefined;
  return { text: facts.textAt(expression.at), length };
}

/** The innermost function that holds a place. */
export function functionAround(facts: ModuleFacts, { start, end }: Place): IrFunction | undefined {
  let innermost: IrFunction | undefined;
  for (const { function: one } of facts.functions) {
    countWork();
    const isAround = one.at.start <= start && one.at.end >= end;
    if (isAround && (innermost === undefined || one.at.start >= innermost.at.start)) innermost = one;
  }
  return innermost;
}

function typeOf(facts: ModuleFacts, around: IrFunction, expression: Expression): TypeName | undefined {
  if (expression.kind === 'name') return typeOfVariable(facts, around, expression.name);
  if (expression.kind !== 'member') return undefined;
  const isFollowed = expression.object.kind === 'unary' && expression.object.operator === 'deref';
  const object = isFollowed ? expression.object.operand : expression.object;
  if (object.kind !== 'name') return undefined;
  const type = typeOfVariable(facts, around, object.name);
  if (type === undefined || (type.sizes?.length ?? 0) > 0) return undefined;
  if ((type.pointers ?? 0) !== (isFollowed ? 1 : 0)) return undefined;
  const holders = facts.classes.filter((one) => bare(facts, one.class.name) === bare(facts, type.name));
  const [holder] = holders;
  return holder === undefined || holders.length > 1 ? undefined : onlyType(holder.class.body, expression.property);
}

function typeOfVariable(facts: ModuleFacts, around: IrFunction, name: string): TypeName | undefined {
  const parameter = around.parameters.find((one) => one.name === name);
  const isDeclared = declarations(around.body, name).length > 0;
  if (parameter !== undefined) {
    return isDeclared || (parameter.type?.sizes?.length ?? 0) > 0 ? undefined : parameter.type;
  }
  return onlyType(isDeclared ? around.body : facts.module.body.filter(({ kind }) => kind === 'declare'), name);
}

function onlyType(body: readonly Statement[], name: string): TypeName | undefined {
  const declared = declarations(body, name);
  return declared.length === 1 ? declared[0]?.type : undefined;
}

type Declaration = Extract<Statement, { readonly kind: 'declare' }>;

function declarations(body: readonly Statement[], name: string): readonly Declaration[] {
  return [...walk(body, { intoFunctions: false })].filter(
    (node): node is Declaration => node.kind === 'declare' && node.name === name,
  );
}

function bare(facts: ModuleFacts, name: string): string {
  const words = facts.memory?.structureWords;
  return words === undefined ? name : name.replace(words, '');
}

function numberOf(facts: ModuleFacts, size: Expression): number | undefined {
  if (size.kind === 'literal') return typeof size.value === 'number' ? size.value : undefined;
  if (size.kind === 'binary') {
    const [left, right] = [numberOf(facts, size.left), numberOf(facts, size.right)];
    if (left === undefined || right === undefined) return undefined;
    return size.operator === '+' ? left + right : size.operator === '*' ? left * right : undefined;
  }
  if (size.kind !== 'name') return undefined;
  const made = facts.assignments.filter((one) => one.name === size.name && one.within === undefined);
  const value = made.length === 1 ? made[0]?.value.constant?.value : undefined;
  return typeof value === 'number' ? value : undefined;
}
