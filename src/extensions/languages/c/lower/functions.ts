import type { Expression, IrFunction, Parameter, Place, Statement } from '#engine/analysis/ir.ts';
import { baseType, readDeclarator } from './declared-type.ts';
import { childOf, kindOf, type Lowering, lowerBody, lowerExpression, partsOf, placeOf, sourceOf } from './lowering.ts';

const NOTHING = { decorators: [], isAsync: false, isGenerator: false } as const;

/** Parameters as they are written; `(void)` has none. */
export function lowerParameters(lowering: Lowering, list: number): Parameter[] {
  const found: Parameter[] = [];
  if (list < 0) return found;
  for (const node of partsOf(lowering, list)) {
    const at = placeOf(lowering, node);
    const kind = kindOf(lowering, node);
    if (kind === 'variadic_parameter' || kind === 'identifier') continue;
    const declarator = childOf(lowering, node, 'declarator');
    const base = baseType(lowering, node);
    const { name, type, nameNode } =
      declarator < 0 ? { name: '', type: base, nameNode: -1 } : readDeclarator(lowering, declarator, base);
    if (name === '' && type.name === 'void' && (type.pointers ?? 0) === 0) continue;
    const value = childOf(lowering, node, 'default_value');
    const target: Expression = { kind: 'name', name, at: nameNode < 0 ? at : placeOf(lowering, nameNode) };
    found.push({
      target,
      name,
      form: 'plain',
      type,
      annotation: { kind: 'name', name: type.name, at },
      ...(value >= 0 && { default: lowerExpression(lowering, value) }),
      at,
    });
  }
  return found;
}

/** `int f(int a) { … }`, and a method outside of its class. */
export function lowerFunction(lowering: Lowering, node: number, isInClass: boolean): IrFunction | undefined {
  const at = placeOf(lowering, node);
  const declarator = childOf(lowering, node, 'declarator');
  if (declarator < 0) return undefined;
  const { name, nameNode, parameters } = readDeclarator(lowering, declarator, baseType(lowering, node));
  const short = name.slice(name.lastIndexOf(':') + 1).trim();
  const body: Statement[] = [];
  const set = partsOf(lowering, node).find((part) => kindOf(lowering, part) === 'field_initializer_list');
  if (set !== undefined) initialise(lowering, set, body);
  body.push(...lowerBody(lowering, childOf(lowering, node, 'body')));
  return {
    ...NOTHING,
    name: short,
    nameAt: nameNode < 0 ? at : placeOf(lowering, nameNode),
    parameters: lowerParameters(lowering, parameters),
    body,
    isMethod: isInClass || name.includes('::'),
    isStatic: false,
    at,
  };
}

/** `T::T(int n) : size(n)` sets a member. */
function initialise(lowering: Lowering, list: number, out: Statement[]): void {
  for (const node of partsOf(lowering, list)) {
    const [member = -1, given = -1] = partsOf(lowering, node);
    const at = placeOf(lowering, node);
    if (member < 0 || given < 0) continue;
    const object: Expression = { kind: 'name', name: 'this', at };
    const self: Expression = { kind: 'unary', operator: 'deref', operand: object, at };
    const target: Expression = { kind: 'member', object: self, property: sourceOf(lowering, member), at };
    const value = lowerExpression(lowering, partsOf(lowering, given)[0] ?? -1);
    out.push({ kind: 'assign', targets: [target], value, at });
  }
}

export function lowerLambda(lowering: Lowering, node: number): Expression {
  const at: Place = placeOf(lowering, node);
  const declarator = childOf(lowering, node, 'declarator');
  const list = declarator < 0 ? -1 : childOf(lowering, declarator, 'parameters');
  const made: IrFunction = {
    ...NOTHING,
    name: '',
    nameAt: { start: at.start, end: at.start },
    parameters: lowerParameters(lowering, list),
    body: lowerBody(lowering, childOf(lowering, node, 'body')),
    isMethod: false,
    isStatic: false,
    at,
  };
  return { kind: 'function', function: made, at };
}
