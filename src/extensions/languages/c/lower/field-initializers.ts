import type { Statement } from '#engine/analysis/ir.ts';
import { lowerArguments, nameExpression } from './expression-parts.ts';
import type { Lowering } from './lowering.ts';

/** `: name_(name), n_{n}` of a constructor: each sets a field. What names a base class calls its constructor. */
export function lowerFieldInitializers(context: Lowering, list: number): Statement[] {
  const statements: Statement[] = [];
  for (const child of context.children(list)) {
    if (context.type(child) !== 'field_initializer') continue;
    const [named, given] = context.children(child);
    if (named === undefined) continue;
    const at = context.place(child);
    const values = given === undefined ? [] : lowerArguments(context, given);
    const [first] = values;
    // Where the fields of the class are known, another name is that of a base.
    const isBase = context.fields.size > 0 && !context.fields.has(context.source(named));
    if (context.type(named) !== 'field_identifier' || isBase || values.length !== 1 || first === undefined) {
      const callee = nameExpression(context.source(named).replace(/\s+|<[\s\S]*/g, ''), context, named);
      statements.push({ kind: 'evaluate', value: { kind: 'call', callee, arguments: values, isNew: true, at }, at });
      continue;
    }
    const self = { kind: 'name', name: 'this', at } as const;
    statements.push({
      kind: 'assign',
      targets: [
        {
          kind: 'member',
          object: { kind: 'unary', operator: 'deref', operand: self, at },
          property: context.source(named),
          at: context.place(named),
        },
      ],
      value: first.value,
      at,
    });
  }
  return statements;
}
