import type { Expression, Parameter } from '#engine/analysis/ir.ts';
import { typeOfAnnotation } from './annotations.ts';
import { Field, Kind } from './grammar-kinds.ts';
import {
  after,
  fieldOf,
  isExpression,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerFirst,
  placeOf,
} from './lowering.ts';

/** The parameters of a function or a lambda; `/` and `*` alone are none. */
export function lowerParameters(lowering: Lowering, list: number): Parameter[] {
  const end = after(lowering, list);
  const found: Parameter[] = [];
  for (let child = list + 1; child < end; child = after(lowering, child)) {
    const parameter = lowerParameter(lowering, child);
    if (parameter !== undefined) found.push(parameter);
  }
  return found;
}

/** @returns nothing when the node is no parameter. */
export function lowerParameter(lowering: Lowering, node: number): Parameter | undefined {
  const kind = kindOf(lowering, node);
  if (kind >= Kind.typedParameter && kind <= Kind.typedDefaultParameter) return lowerFull(lowering, node);
  return isExpression(lowering, node) ? { ...lowerBare(lowering, node), at: placeOf(lowering, node) } : undefined;
}

type Bare = Pick<Parameter, 'target' | 'name' | 'form'>;

function lowerBare(lowering: Lowering, node: number): Bare {
  const kind = kindOf(lowering, node);
  const isSpread = kind === Kind.listSplatPattern || kind === Kind.dictionarySplatPattern;
  const target = isSpread ? lowerFirst(lowering, node) : lowerExpression(lowering, node);
  const form = kind === Kind.listSplatPattern ? 'rest' : kind === Kind.dictionarySplatPattern ? 'record' : 'plain';
  return { target, name: target.kind === 'name' ? target.name : '', form };
}

function lowerFull(lowering: Lowering, node: number): Parameter {
  const end = after(lowering, node);
  let bare: Bare | undefined;
  let annotation: Expression | undefined;
  let initial: Expression | undefined;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (fieldOf(lowering, child) === Field.type) annotation = lowerExpression(lowering, child);
    else if (fieldOf(lowering, child) === Field.value) initial = lowerExpression(lowering, child);
    else if (bare === undefined && isExpression(lowering, child)) bare = lowerBare(lowering, child);
  }
  const at = placeOf(lowering, node);
  const type = annotation === undefined ? undefined : typeOfAnnotation(annotation);
  return {
    ...(bare ?? { target: { kind: 'unknown', parts: [], at }, name: '', form: 'plain' }),
    ...(initial === undefined ? {} : { default: initial }),
    ...(annotation === undefined ? {} : { annotation }),
    ...(type === undefined ? {} : { type }),
    at,
  };
}
