import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { childOf, type Lowering, lowerExpression, partOf, partsOf, placeOf, sourceOf } from './lowering.ts';
import { typeNameOf, typedValue } from './declared-type.ts';

/** `T a = 1, b;`: variables and fields. A field without a value is of its type all the same. */
export function lowerDeclarators(lowering: Lowering, node: number, out: Statement[], isField: boolean): void {
  const type = childOf(lowering, node, 'type');
  const written = type < 0 ? '' : typeNameOf(lowering, type);
  for (const declarator of partsOf(lowering, node, 'declarator')) {
    const named = childOf(lowering, declarator, 'name');
    if (named < 0) continue;
    const name = sourceOf(lowering, named);
    const typeName = partOf(lowering, declarator, 'dimensions') < 0 ? written : `${written}[]`;
    const at = placeOf(lowering, node);
    const target: Expression = { kind: 'name', name, at: placeOf(lowering, named) };
    const value = childOf(lowering, declarator, 'value');
    const given: Expression | undefined =
      value >= 0
        ? lowerExpression(lowering, value)
        : isField
          ? { kind: 'unknown', parts: [], at: placeOf(lowering, declarator) }
          : undefined;
    if (given === undefined) {
      out.push({ kind: 'declare', name, ...(typeName === '' ? {} : { type: { name: typeName } }), at });
    } else out.push({ kind: 'assign', targets: [target], value: typedValue(typeName, given), at });
  }
}
