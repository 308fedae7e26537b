import type { Expression, IrClass, Statement } from '#engine/analysis/ir.ts';
import { nameExpression } from './expression-parts.ts';
import type { Lowering } from './lowering.ts';
import { typeOf, withoutTemplates } from './type-name.ts';

/**
 * A class, structure or union. Fields are `declare` statements, as memory has their types and sizes; methods are functions.
 * In C the name has its keyword (`struct node`), as a function or a variable may have the same one; in C++ it has not.
 *
 * @param fallback Name of one without a tag: that of the typedef around it.
 */
export function lowerClass(context: Lowering, node: number, fallback: string): IrClass {
  const tag = context.child(node, 'name');
  const at = context.place(node);
  const plain = tag < 0 ? fallback : withoutTemplates(context.source(tag).slice(0, LONGEST_NAME));
  const last = plain.split('::').at(-1) ?? plain;
  const body: Statement[] = [];
  const list = context.child(node, 'body');
  const { functions, classes } = context;
  context.functions = 0;
  context.classes = [...classes, last];
  if (list >= 0) for (const child of context.children(list)) context.statement(child, body);
  context.functions = functions;
  context.classes = classes;
  return {
    name: tag >= 0 && !context.isCpp ? typeOf(context, node).name : last,
    nameAt: tag < 0 ? { start: at.start, end: at.start } : context.place(tag),
    bases: basesOf(context, node),
    decorators: [],
    body,
    at,
  };
}

const LONGEST_NAME = 200;

function basesOf(context: Lowering, node: number): Expression[] {
  const clause = context.childOf(node, 'base_class_clause');
  if (clause < 0) return [];
  return context
    .children(clause)
    .filter((child) => /^(?:type_identifier|qualified_identifier|template_type)$/.test(context.type(child)))
    .map((child) => nameExpression(typeOf(context, child).name, context, child));
}
