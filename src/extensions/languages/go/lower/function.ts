import type { Expression, IrFunction, Parameter, Statement } from '#engine/analysis/ir.ts';
import type { Lowering, Results } from './lowering.ts';
import { typeExpression } from './type-name.ts';

/** Lowers functions, methods and function literals; a method has its receiver for its first parameter. */
export function lowerFunctionNode(context: Lowering, node: number): IrFunction {
  const at = context.place(node);
  const named = context.child(node, 'name');
  const receiver = context.child(node, 'receiver');
  const list = context.child(node, 'parameters');
  const parameters = [
    ...(receiver < 0 ? [] : parametersIn(context, receiver)),
    ...(list < 0 ? [] : parametersIn(context, list)),
  ];
  const outer = { results: context.results, breakLabel: context.breakLabel, iota: context.iota };
  const failed = context.failed.splice(0);
  context.results = resultsOf(context, context.child(node, 'result'));
  context.breakLabel = undefined;
  context.iota = undefined;
  const body: Statement[] = context.results.names.map((name): Statement => ({ kind: 'declare', name, at }));
  const block = context.child(node, 'body');
  if (block >= 0) body.push(...context.statements(block));
  context.results = outer.results;
  context.breakLabel = outer.breakLabel;
  context.iota = outer.iota;
  context.failed.push(...failed);
  return {
    name: named < 0 ? '' : context.source(named),
    nameAt: named < 0 ? { start: at.start, end: at.start } : context.place(named),
    parameters,
    body,
    decorators: [],
    isAsync: false,
    isGenerator: false,
    isMethod: receiver >= 0,
    isStatic: false,
    at,
  };
}

function parametersIn(context: Lowering, list: number): Parameter[] {
  return context.children(list).flatMap((child): Parameter[] => {
    const kind = context.type(child);
    if (kind !== 'parameter_declaration' && kind !== 'variadic_parameter_declaration') return [];
    const type = typeExpression(context, context.child(child, 'type'));
    const form = kind === 'variadic_parameter_declaration' ? 'rest' : 'plain';
    const names = context.children(child).filter((part) => context.field(part) === 'name');
    const common = { form, ...(type === undefined ? {} : { annotation: type }) } as const;
    if (names.length === 0) {
      const at = context.place(child);
      return [{ ...common, name: '', target: { kind: 'name', name: '', at }, at }];
    }
    return names.map((node): Parameter => {
      const name = context.source(node);
      const at = context.place(node);
      const target: Expression = { kind: 'name', name, at };
      return { ...common, name, target, at };
    });
  });
}

function resultsOf(context: Lowering, node: number): Results {
  if (node < 0) return { names: [], hasError: false };
  if (context.type(node) !== 'parameter_list') return { names: [], hasError: context.source(node) === 'error' };
  const parts = context.children(node);
  const names = parts.flatMap((part) =>
    context
      .children(part)
      .filter((child) => context.field(child) === 'name')
      .map(context.source),
  );
  const last = parts.at(-1);
  const type = last === undefined ? -1 : context.child(last, 'type');
  return { names, hasError: type >= 0 && context.source(type) === 'error' };
}
