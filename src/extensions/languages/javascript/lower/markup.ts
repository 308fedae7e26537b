import type { Expression, MarkupAttribute } from '#engine/analysis/ir.ts';
import { decodeMarkup } from './literal-text.ts';
import type { LowerExpression, Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

/** JSX, by the type of its node. */
export const markupLowerers: Readonly<Record<string, LowerExpression>> = {
  jsx_element: (context, node) => lowerElement(context, node, context.child(node, FIELD.open_tag)),
  jsx_fragment: (context, node) => lowerElement(context, node, -1),
  jsx_self_closing_element: (context, node) => lowerElement(context, node, node),
  jsx_opening_element: (context, node) => lowerElement(context, node, node),
  jsx_text: lowerText,
  html_character_reference: lowerText,
  jsx_expression: lowerHole,
};

function lowerElement(context: Lowering, node: number, head: number): Expression {
  const named = head < 0 ? -1 : context.child(head, FIELD.name);
  return {
    kind: 'markup',
    tag: named < 0 ? '' : context.source(named),
    attributes: head < 0 ? [] : lowerAttributes(context, head),
    children: head === node ? [] : lowerChildren(context, node),
    at: context.place(node),
  };
}

function lowerAttributes(context: Lowering, head: number): MarkupAttribute[] {
  const found: MarkupAttribute[] = [];
  const end = context.next(head);
  for (let at = head + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.jsxAttribute) found.push(lowerAttribute(context, at));
    else if (kind === KIND.jsxExpression) {
      const spread = context.first(at);
      const value = spread < 0 ? -1 : context.kind(spread) === KIND.spread ? context.first(spread) : spread;
      if (value >= 0) found.push({ value: context.expression(value), at: context.place(at) });
    }
  }
  return found;
}

function lowerAttribute(context: Lowering, node: number): MarkupAttribute {
  const at = context.place(node);
  const nameNode = context.first(node);
  const name = nameNode < 0 ? '' : context.source(nameNode);
  const end = context.next(node);
  for (let child = nameNode < 0 ? end : context.next(nameNode); child < end; child = context.next(child)) {
    const kind = context.kind(child);
    if (kind === KIND.sign || kind === KIND.comment) continue;
    if (kind !== KIND.string) return { name, value: context.expression(child), at };
    const text = decodeMarkup(context.source(child).slice(1, -1));
    return { name, value: { kind: 'literal', value: text, at: context.place(child) }, at };
  }
  return { name, value: { kind: 'literal', value: true, at }, at };
}

function lowerChildren(context: Lowering, node: number): Expression[] {
  const found: Expression[] = [];
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    const field = context.field(at);
    if (field === FIELD.open_tag || field === FIELD.close_tag || kind === KIND.sign || kind === KIND.comment) continue;
    if (kind === KIND.jsxText) {
      // White space with a line break is layout.
      if (!/^\s*\n\s*$/.test(context.source(at))) found.push(lowerText(context, at));
    } else if (kind !== KIND.jsxExpression || context.first(at) >= 0) found.push(context.expression(at));
  }
  return found;
}

function lowerText(context: Lowering, node: number): Expression {
  return { kind: 'literal', value: decodeMarkup(context.source(node)), at: context.place(node) };
}

function lowerHole(context: Lowering, node: number): Expression {
  const inner = context.first(node);
  return inner < 0 ? { kind: 'literal', value: undefined, at: context.place(node) } : context.expression(inner);
}
