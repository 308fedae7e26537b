import type { Expression, IrClass, IrFunction, Parameter, Place, Statement } from '#engine/analysis/ir.ts';
import { Field, Kind } from './grammar-kinds.ts';
import {
  after,
  expressionFrom,
  fieldOf,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerFirst,
  placeOf,
  sourceOf,
  type StatementRule,
} from './lowering.ts';
import { lowerArguments } from './chains.ts';
import { lowerParameters } from './parameters.ts';
import { recover } from './recover.ts';
import { lowerSuite } from './suites.ts';

/** Functions and classes, with their decorators. */
export const definitionRules: Readonly<Record<string, StatementRule>> = {
  function_definition: (lowering, node, out) => {
    out.push({ kind: 'function', function: lowerFunction(lowering, node, []), at: placeOf(lowering, node) });
  },
  class_definition: (lowering, node, out) => {
    out.push({ kind: 'class', class: lowerClass(lowering, node, []), at: placeOf(lowering, node) });
  },
  decorated_definition: lowerDecorated,
};

function lowerDecorated(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const decorators: Expression[] = [];
  const at = placeOf(lowering, node);
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.decorator) decorators.push(lowerFirst(lowering, child));
    else if (kind === Kind.error) recover(lowering, child, out);
    else if (kind === Kind.functionDefinition) {
      out.push({ kind: 'function', function: lowerFunction(lowering, child, decorators), at });
    } else if (kind === Kind.classDefinition) {
      out.push({ kind: 'class', class: lowerClass(lowering, child, decorators), at });
    }
  }
}

function lowerFunction(lowering: Lowering, node: number, decorators: readonly Expression[]): IrFunction {
  const end = after(lowering, node);
  const at = placeOf(lowering, node);
  let isAsync = false;
  let name = '';
  let nameAt: Place = { start: at.start, end: at.start };
  let parameters: readonly Parameter[] = [];
  const body: Statement[] = [];
  const { isGenerator: isOuterGenerator, isInClass } = lowering;
  lowering.isGenerator = false;
  lowering.isInClass = false;
  let hasBody = false;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    switch (kindOf(lowering, child)) {
      case Kind.async:
        isAsync = true;
        break;
      case Kind.identifier:
        name = sourceOf(lowering, child);
        nameAt = placeOf(lowering, child);
        break;
      case Kind.parameters:
        parameters = lowerParameters(lowering, child);
        recoverWithin(lowering, child, body);
        break;
      case Kind.error:
        recover(lowering, child, body);
        break;
      case Kind.block:
        hasBody = after(lowering, child) > child + 1;
        lowerSuite(lowering, child, body);
        break;
      default:
    }
  }
  const { isGenerator } = lowering;
  lowering.isGenerator = isOuterGenerator;
  lowering.isInClass = isInClass;
  lowering.openBody = hasBody || isCommentNext(lowering, end) ? undefined : body;
  lowering.openColumn = -1;
  return {
    name,
    nameAt,
    parameters,
    body,
    decorators,
    isAsync,
    isGenerator,
    isMethod: isInClass || isReceiver(parameters[0]),
    isStatic: decorators.some(isStaticMarker),
    at,
  };
}

/** A bracket that was not closed takes what follows for parameters. */
function recoverWithin(lowering: Lowering, list: number, body: Statement[]): void {
  const end = after(lowering, list);
  for (let child = list + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) === Kind.error) recover(lowering, child, body);
  }
}

/** A function that consists of a comment is a stub, and what follows is not its body. */
function isCommentNext(lowering: Lowering, end: number): boolean {
  return end < lowering.types.length && kindOf(lowering, end) === Kind.comment;
}

/** A method that was cut out of its class still names its object. */
function isReceiver(parameter: Parameter | undefined): boolean {
  return parameter?.name === 'self' || parameter?.name === 'cls';
}

function isStaticMarker(decorator: Expression): boolean {
  const name = decorator.kind === 'name' ? decorator.name : decorator.kind === 'member' ? decorator.property : '';
  return name === 'staticmethod' || name === 'abstractstaticmethod';
}

function lowerClass(lowering: Lowering, node: number, decorators: readonly Expression[]): IrClass {
  const end = after(lowering, node);
  const at = placeOf(lowering, node);
  let name = '';
  let nameAt: Place = { start: at.start, end: at.start };
  let bases: readonly Expression[] = [];
  const body: Statement[] = [];
  const { isInClass } = lowering;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.identifier) {
      name = sourceOf(lowering, child);
      nameAt = placeOf(lowering, child);
    } else if (kind === Kind.argumentList) bases = basesOf(lowering, child);
    else if (kind === Kind.block || kind === Kind.error) {
      lowering.isInClass = true;
      if (kind === Kind.block) lowerSuite(lowering, child, body);
      else recover(lowering, child, body);
      lowering.isInClass = isInClass;
    }
  }
  return { name, nameAt, bases, decorators, body, at };
}

function basesOf(lowering: Lowering, list: number): Expression[] {
  return lowerArguments(lowering, list).flatMap(({ name, value }) => (name === undefined ? [value] : []));
}

/** `lambda x: …` has its expression for a `return`. */
export function lowerLambda(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  const at = placeOf(lowering, node);
  const { isGenerator: isOuterGenerator } = lowering;
  lowering.isGenerator = false;
  let parameters: readonly Parameter[] = [];
  let value: Expression | undefined;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) === Kind.lambdaParameters) parameters = lowerParameters(lowering, child);
    else if (fieldOf(lowering, child) === Field.body) {
      const inner = expressionFrom(lowering, child, end);
      if (inner < end) value = lowerExpression(lowering, inner);
    }
  }
  const body: Statement[] = value === undefined ? [] : [{ kind: 'return', value, at: value.at }];
  const { isGenerator } = lowering;
  lowering.isGenerator = isOuterGenerator;
  return {
    kind: 'function',
    function: {
      name: '',
      nameAt: { start: at.start, end: at.start },
      parameters,
      body,
      decorators: [],
      isAsync: false,
      isGenerator,
      isMethod: false,
      isStatic: false,
      isExpression: true,
      at,
    },
    at,
  };
}
