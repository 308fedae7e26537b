import type { Handler, Statement } from '#engine/analysis/ir.ts';
import { readDeclarator } from './declarator.ts';
import { nameExpression } from './expression-parts.ts';
import type { Lowering } from './lowering.ts';
import { baseType } from './type-name.ts';

/** `try { } catch (T &e) { } catch (...) { }`, also as the body of a function. */
export function lowerTry(context: Lowering, node: number, into: Statement[]): void {
  into.push(...lowerTryBody(context, node));
}

export function lowerTryBody(context: Lowering, node: number): Statement[] {
  const body = context.child(node, 'body');
  const handlers = context
    .children(node)
    .filter((child) => context.type(child) === 'catch_clause' || context.type(child) === 'seh_except_clause')
    .map((child) => lowerHandler(context, child));
  const last = context.childOf(node, 'seh_finally_clause');
  const lastBody = last < 0 ? -1 : context.child(last, 'body');
  return [
    {
      kind: 'try',
      body: body < 0 ? [] : context.block(body),
      handlers,
      otherwise: [],
      finally: lastBody < 0 ? [] : context.block(lastBody),
      at: context.place(node),
    },
  ];
}

function lowerHandler(context: Lowering, node: number): Handler {
  const at = context.place(node);
  const bodyNode = context.child(node, 'body');
  const body = bodyNode < 0 ? [] : context.block(bodyNode);
  const list = context.child(node, 'parameters');
  const caught = list < 0 ? -1 : context.childOf(list, 'parameter_declaration');
  if (caught < 0) return { types: [], body, at };
  const base = baseType(context, caught);
  const declarator = context.child(caught, 'declarator');
  const name = declarator < 0 ? '' : readDeclarator(context, declarator, base).name;
  return { types: [nameExpression(base.name, context, caught)], ...(name === '' ? {} : { name }), body, at };
}
