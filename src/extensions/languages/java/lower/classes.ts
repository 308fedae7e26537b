import type { Expression, IrClass, Statement } from '#engine/analysis/ir.ts';
import { argumentsOf } from './chains.ts';
import { lowerDeclarators } from './declarations.ts';
import { lowerMethod } from './functions.ts';
import {
  childOf,
  kindOf,
  type Lowering,
  lowerBody,
  lowerStatement,
  partOf,
  partsOf,
  placeOf,
  sourceOf,
  type StatementRule,
} from './lowering.ts';
import { annotationsOf } from './modifiers.ts';
import { lowerType, typeNameOf, typedValue } from './declared-type.ts';

/** Classes of all sorts; methods where there is no class around them. */
export const classRules: Readonly<Record<string, StatementRule>> = {
  class_declaration: pushClass,
  interface_declaration: pushClass,
  enum_declaration: pushClass,
  record_declaration: pushClass,
  annotation_type_declaration: pushClass,
  method_declaration: pushFunction,
  constructor_declaration: pushFunction,
};

function pushFunction(lowering: Lowering, node: number, out: Statement[]): void {
  out.push({ kind: 'function', function: lowerMethod(lowering, node, false), at: placeOf(lowering, node) });
}

function pushClass(lowering: Lowering, node: number, out: Statement[]): void {
  out.push({ kind: 'class', class: lowerClass(lowering, node), at: placeOf(lowering, node) });
}

function lowerClass(lowering: Lowering, node: number): IrClass {
  const named = childOf(lowering, node, 'name');
  const at = placeOf(lowering, node);
  const modifiers = partOf(lowering, node, 'modifiers');
  const body = childOf(lowering, node, 'body');
  return {
    name: named < 0 ? '' : sourceOf(lowering, named),
    nameAt: named < 0 ? at : placeOf(lowering, named),
    bases: basesOf(lowering, node),
    decorators: modifiers < 0 ? [] : annotationsOf(lowering, modifiers),
    body: [...componentsOf(lowering, node), ...(body < 0 ? [] : lowerClassBody(lowering, body, node))],
    at,
  };
}

function basesOf(lowering: Lowering, node: number): Expression[] {
  return partsOf(lowering, node).flatMap((part) => {
    const kind = kindOf(lowering, part);
    if (kind === 'superclass') return partsOf(lowering, part).map((type) => lowerType(lowering, type));
    if (kind !== 'super_interfaces' && kind !== 'extends_interfaces') return [];
    return partsOf(lowering, part).flatMap((list) => partsOf(lowering, list).map((type) => lowerType(lowering, type)));
  });
}

/** The fields that the head of a record declares. */
function componentsOf(lowering: Lowering, node: number): Statement[] {
  const list = kindOf(lowering, node) === 'record_declaration' ? childOf(lowering, node, 'parameters') : -1;
  if (list < 0) return [];
  return partsOf(lowering, list).flatMap((part): Statement[] => {
    const named = childOf(lowering, part, 'name');
    const type = childOf(lowering, part, 'type');
    if (named < 0) return [];
    const at = placeOf(lowering, part);
    const value = typedValue(type < 0 ? '' : typeNameOf(lowering, type), { kind: 'unknown', parts: [], at });
    const target: Expression = { kind: 'name', name: sourceOf(lowering, named), at: placeOf(lowering, named) };
    return [{ kind: 'assign', targets: [target], value, at }];
  });
}

/**
 * The members of a class.
 *
 * @param opening Node that opens the class's scope.
 */
export function lowerClassBody(lowering: Lowering, body: number, opening: number): Statement[] {
  const out: Statement[] = [];
  const scope = lowering.scopes.get(opening);
  if (scope !== undefined) lowering.around.push(scope);
  for (const part of partsOf(lowering, body)) lowerMember(lowering, part, out);
  if (scope !== undefined) lowering.around.pop();
  return out;
}

function lowerMember(lowering: Lowering, node: number, out: Statement[]): void {
  const at = placeOf(lowering, node);
  switch (kindOf(lowering, node)) {
    case 'method_declaration':
    case 'constructor_declaration':
    case 'compact_constructor_declaration': {
      // What has neither code nor annotations tells nothing; following it would lose what it is given.
      const isBodiless = childOf(lowering, node, 'body') < 0 && partOf(lowering, node, 'block') < 0;
      const method = lowerMethod(lowering, node, true);
      if (!isBodiless || method.decorators.length > 0) out.push({ kind: 'function', function: method, at });
      break;
    }
    case 'field_declaration':
    case 'constant_declaration':
      lowerDeclarators(lowering, node, out, true);
      break;
    case 'static_initializer':
      out.push({ kind: 'block', body: lowerBody(lowering, partOf(lowering, node, 'block')), at });
      break;
    case 'block':
      out.push({ kind: 'block', body: lowerBody(lowering, node), at });
      break;
    case 'enum_constant':
      lowerConstant(lowering, node, out);
      break;
    case 'enum_body_declarations':
    case 'ERROR':
      for (const part of partsOf(lowering, node)) lowerMember(lowering, part, out);
      break;
    case 'annotation_type_element_declaration':
      break;
    default:
      lowerStatement(lowering, node, out);
  }
}

/** A constant of an enum is a value of its own; what it is made of is evaluated all the same. */
function lowerConstant(lowering: Lowering, node: number, out: Statement[]): void {
  const named = childOf(lowering, node, 'name');
  if (named < 0) return;
  const at = placeOf(lowering, node);
  const name = sourceOf(lowering, named);
  for (const { value } of argumentsOf(lowering, childOf(lowering, node, 'arguments')))
    out.push({ kind: 'evaluate', value, at: value.at });
  const target: Expression = { kind: 'name', name, at: placeOf(lowering, named) };
  out.push({
    kind: 'assign',
    targets: [target],
    value: { kind: 'literal', value: name, at: placeOf(lowering, named) },
    at,
  });
}
