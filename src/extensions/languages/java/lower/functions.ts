import type { Expression, IrFunction, Parameter, Statement } from '#engine/analysis/ir.ts';
import {
  childOf,
  type ExpressionRule,
  kindOf,
  type Lowering,
  lowerBody,
  lowerExpression,
  partOf,
  partsOf,
  placeOf,
  sourceOf,
} from './lowering.ts';
import { annotationsOf } from './modifiers.ts';
import { CONSTRUCTOR, overloadName } from './scopes.ts';
import { lowerType, typeNameOf } from './declared-type.ts';

/** Lambdas and references to methods. */
export const functionRules: Readonly<Record<string, ExpressionRule>> = {
  lambda_expression: lowerLambda,
  method_reference: (lowering, node) => {
    const parts = partsOf(lowering, node);
    const [object = -1, method = -1] = parts;
    const at = placeOf(lowering, node);
    const owner = kindOf(lowering, object).endsWith('type')
      ? lowerType(lowering, object)
      : lowerExpression(lowering, object);
    if (method < 0) return owner;
    return { kind: 'member', object: owner, property: sourceOf(lowering, method), at };
  },
};

/** What stands in a function knows its local names. */
function inside<T>(lowering: Lowering, node: number, read: () => T): T {
  const scope = lowering.scopes.get(node);
  if (scope !== undefined) lowering.around.push(scope);
  try {
    return read();
  } finally {
    if (scope !== undefined) lowering.around.pop();
  }
}

function lowerLambda(lowering: Lowering, node: number): Expression {
  const at = placeOf(lowering, node);
  return inside(lowering, node, () => {
    const body = childOf(lowering, node, 'body');
    const isBlock = body >= 0 && kindOf(lowering, body) === 'block';
    const value = isBlock ? undefined : lowerExpression(lowering, body);
    const statements: Statement[] =
      value === undefined ? lowerBody(lowering, body) : [{ kind: 'return', value, at: value.at }];
    return {
      kind: 'function',
      function: {
        name: '',
        nameAt: { start: at.start, end: at.start },
        parameters: parametersOf(lowering, childOf(lowering, node, 'parameters'), false),
        body: statements,
        decorators: [],
        isAsync: false,
        isGenerator: false,
        isMethod: false,
        isStatic: false,
        ...(isBlock ? {} : { isExpression: true }),
        at,
      },
      at,
    };
  });
}

/** A method or constructor. */
export function lowerMethod(lowering: Lowering, node: number, isInClass: boolean): IrFunction {
  const at = placeOf(lowering, node);
  const isConstructor = kindOf(lowering, node) !== 'method_declaration';
  const list = partOf(lowering, node, 'formal_parameters');
  const named = childOf(lowering, node, 'name');
  const written = named < 0 ? '' : sourceOf(lowering, named);
  const modifiers = partOf(lowering, node, 'modifiers');
  const isStatic = modifiers >= 0 && /\bstatic\b/.test(sourceOf(lowering, modifiers).slice(-200));
  return inside(lowering, node, () => {
    const parameters = parametersOf(lowering, list, written === 'main');
    // A fragment's constructor is read as a method without a name.
    const isUnnamed = !isConstructor && written === '';
    const own = isConstructor || isUnnamed ? CONSTRUCTOR : written;
    const counts = lowering.around.at(-2)?.methods.get(own);
    return {
      name: overloadName(own, parameters.length, counts),
      nameAt: named < 0 ? at : placeOf(lowering, named),
      parameters,
      body: lowerBody(lowering, childOf(lowering, node, 'body')),
      decorators: modifiers < 0 ? [] : annotationsOf(lowering, modifiers),
      isAsync: false,
      isGenerator: false,
      isMethod: isInClass,
      isStatic,
      at,
    };
  });
}

/** Parameters of a method or lambda: with types, or names alone. */
export function parametersOf(lowering: Lowering, list: number, isMain: boolean): Parameter[] {
  if (list < 0) return [];
  if (kindOf(lowering, list) === 'identifier') return [untyped(lowering, list)];
  return partsOf(lowering, list).flatMap((node): Parameter[] => {
    const kind = kindOf(lowering, node);
    if (kind === 'identifier') return [untyped(lowering, node)];
    if (kind !== 'formal_parameter' && kind !== 'spread_parameter') return [];
    return [typed(lowering, node, kind === 'spread_parameter', isMain)];
  });
}

function untyped(lowering: Lowering, node: number): Parameter {
  const at = placeOf(lowering, node);
  const name = sourceOf(lowering, node);
  return { target: { kind: 'name', name, at }, name, form: 'plain', at };
}

function typed(lowering: Lowering, node: number, isRest: boolean, isMain: boolean): Parameter {
  const parts = partsOf(lowering, node);
  const declarator = isRest ? partOf(lowering, node, 'variable_declarator') : node;
  const named = declarator < 0 ? -1 : childOf(lowering, declarator, 'name');
  const at = placeOf(lowering, node);
  const name = named < 0 ? '' : sourceOf(lowering, named);
  const type = isRest
    ? (parts.find((part) => part !== declarator && kindOf(lowering, part) !== 'modifiers') ?? -1)
    : childOf(lowering, node, 'type');
  const typeName = type < 0 ? '' : typeNameOf(lowering, type);
  const modifiers = partOf(lowering, node, 'modifiers');
  const origin = modifiers < 0 ? undefined : annotationsOf(lowering, modifiers).find(isRequestPart);
  const written: Expression | undefined = type < 0 ? undefined : lowerType(lowering, type);
  const annotation: Expression | undefined =
    isMain && typeName === 'String[]' ? { kind: 'name', name: MAIN_ARGUMENTS, at } : written;
  return {
    target: { kind: 'name', name, at: named < 0 ? at : placeOf(lowering, named) },
    name,
    form: isRest ? 'rest' : 'plain',
    ...(origin !== undefined && !PLAIN.test(typeName)
      ? { annotation: origin }
      : annotation === undefined
        ? {}
        : { annotation }),
    ...(typeName === '' ? {} : { type: { name: typeName } }),
    at,
  };
}

/** Type of what `main` is given. */
const MAIN_ARGUMENTS = 'MainArguments';

/** Types that no text gets through, whatever a request says. */
const PLAIN =
  /^(?:byte|short|int|long|float|double|boolean|Byte|Short|Integer|Long|Float|Double|Boolean|Big(?:Integer|Decimal)|UUID|LocalDate(?:Time)?|Date|MultipartFile(?:\[\])?)$/;

/** Annotations that say from which part of a request a parameter is filled. */
function isRequestPart(annotation: Expression): boolean {
  const callee = annotation.kind === 'call' ? annotation.callee : annotation;
  const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '';
  return /^(?:Request(?:Param|Body|Header|Part)|PathVariable|CookieValue|MatrixVariable|ModelAttribute|(?:Query|Path|Form|Header|Cookie|Matrix|Bean)Param)$/.test(
    name,
  );
}
