import type { Expression, TypeName } from '#engine/analysis/ir.ts';
import {
  after,
  type ExpressionRule,
  type Lowering,
  lowerExpression,
  lowerExpressions,
  lowerFirst,
  placeOf,
  sourceOf,
  unknownAt,
} from './lowering.ts';
import { Kind } from './grammar-kinds.ts';
import { kindOf } from './lowering.ts';

/** Types as the grammar reads them, made expressions: `List[str]`, `int | None`. */
export const annotationRules: Readonly<Record<string, ExpressionRule>> = {
  type: lowerFirst,
  as_pattern_target: lowerFirst,
  generic_type: lowerGeneric,
  union_type: (lowering, node) => {
    const [left, right] = lowerExpressions(lowering, node);
    if (left === undefined || right === undefined) return left ?? unknownAt(lowering, node);
    return { kind: 'binary', operator: '|', left, right, at: placeOf(lowering, node) };
  },
  constrained_type: lowerFirst,
  member_type: lowerMemberType,
};

function lowerGeneric(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  let object: Expression | undefined;
  let items: Expression[] = [];
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) === Kind.typeParameter) items = lowerExpressions(lowering, child);
    else object ??= lowerExpression(lowering, child);
  }
  object ??= unknownAt(lowering, node);
  const [first] = items;
  if (first === undefined) return object;
  const at = { start: first.at.start, end: items.at(-1)?.at.end ?? first.at.end };
  const index: Expression = items.length === 1 ? first : { kind: 'sequence', form: 'tuple', items, at };
  return { kind: 'index', object, index, at: placeOf(lowering, node) };
}

function lowerMemberType(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  let property = '';
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) === Kind.identifier) property = sourceOf(lowering, child);
  }
  return { kind: 'member', object: lowerFirst(lowering, node), property, at: placeOf(lowering, node) };
}

/** Longer names are nobody's types. */
const MAX_NAMES = 20;

/** The type that an annotation names, as far as it is one: `Optional[str]` and `str | None` are `str`. */
export function typeOfAnnotation(annotation: Expression): TypeName | undefined {
  const name = nameOf(annotation, MAX_NAMES);
  return name === undefined ? undefined : { name };
}

function nameOf(annotation: Expression, left: number): string | undefined {
  if (left === 0) return undefined;
  switch (annotation.kind) {
    case 'name':
      return annotation.name;
    case 'member': {
      const object = nameOf(annotation.object, left - 1);
      return object === undefined ? undefined : `${object}.${annotation.property}`;
    }
    case 'index': {
      const name = nameOf(annotation.object, left - 1);
      const isWrapper = name !== undefined && /(?:^|\.)(?:Optional|Annotated|Final|ClassVar)$/.test(name);
      if (!isWrapper) return name;
      const { index } = annotation;
      const inner = index.kind === 'sequence' ? index.items[0] : index;
      return inner === undefined ? name : nameOf(inner, left - 1);
    }
    case 'binary': {
      const first = nameOf(annotation.left, left - 1);
      const second = nameOf(annotation.right, left - 1);
      return isNone(annotation.right) ? first : isNone(annotation.left) ? second : undefined;
    }
    case 'literal':
      return typeof annotation.value === 'string' && /^[\w.]{1,200}$/.test(annotation.value)
        ? annotation.value
        : undefined;
    default:
      return undefined;
  }
}

function isNone(annotation: Expression): boolean {
  return annotation.kind === 'literal' && annotation.value === null;
}
