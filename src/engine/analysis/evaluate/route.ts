import type { CallFact, RouteFact } from '../facts.ts';
import type { Route } from '../framework.ts';
import type { Value } from '../value.ts';
import type { FunctionUnit, Machine } from './machine.ts';

/** Marks the functions that a call registers as handlers of requests. */
export function registerRoutes(machine: Machine, call: CallFact): void {
  for (const route of machine.knowledge.routes(call.names)) {
    if (route.handlers === undefined || route.when?.(call) === false) continue;
    const handlers = route.handlers;
    for (const [index, { value }] of call.arguments.entries()) {
      if (handlers !== 'all-functions' && !handlers.includes(index)) continue;
      for (const one of value.form === 'list' ? [...(value.fields?.values() ?? [])] : [value]) {
        const unit = one.function === undefined ? undefined : machine.unitOf(one.function.function);
        if (unit !== undefined) markRoute(unit, route, call);
      }
    }
  }
}

/** Makes a function a handler of requests. */
export function markRoute(unit: FunctionUnit, route: Omit<Route, 'handlers'>, call: CallFact | undefined): void {
  if (unit.fact.route !== undefined) return;
  unit.fact.route = routeFact(route, call);
  unit.parameterTypes = route.parameterTypes ?? unit.parameterTypes;
  unit.areParametersRemote = route.areParametersRemote === true;
}

function routeFact(route: Omit<Route, 'handlers'>, call: CallFact | undefined): RouteFact {
  const pattern = call?.argument(0)?.constant?.value;
  const listed = [...(call?.argument('methods')?.fields?.values() ?? [])].flatMap(({ constant }) =>
    typeof constant?.value === 'string' ? [constant.value.toUpperCase()] : [],
  );
  const verb = /\.(get|post|put|patch|delete|head|options)$/i.exec(call?.names[0] ?? route.callee)?.[1]?.toUpperCase();
  return {
    callee: route.callee,
    pattern: typeof pattern === 'string' ? pattern : undefined,
    methods: listed.length > 0 ? listed : verb === undefined ? [] : [verb],
    registration: call,
    returnsHtml: route.returnsHtml === true,
  };
}

/** The name of a decorator as the tables have it. */
export function decoratorNames(value: Value, call: CallFact | undefined): readonly string[] {
  if (call !== undefined) return call.names;
  return value.name === undefined ? [] : [value.name];
}
