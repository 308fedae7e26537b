import type { Expression, IrFunction, Parameter, Statement, TypeName } from '#engine/analysis/ir.ts';
import { type Declared, readDeclarator } from './declarator.ts';
import { lowerFieldInitializers } from './field-initializers.ts';
import type { Lowering } from './lowering.ts';
import { lowerTryBody } from './try.ts';
import { baseType } from './type-name.ts';

/** Name under which a constructor is known, whatever its class is called. */
export const CONSTRUCTOR = 'constructor';

/** A function, and the class outside of whose braces it is written: `C` of `T C::m() {…}`. */
export interface LoweredFunction {
  readonly function: IrFunction;
  readonly outer: string | undefined;
}

/** Lowers a definition; `undefined` for what has no body of its own (`= default`) or is no function after all. */
export function lowerFunction(context: Lowering, node: number): LoweredFunction | undefined {
  const declarator = context.child(node, 'declarator');
  const body = context.child(node, 'body');
  if (declarator < 0 || body < 0) return undefined;
  const declared = readDeclarator(context, declarator, baseType(context, node));
  const parameters = parametersOf(context, declared.functionNode, oldStyleTypes(context, node));
  return finished(context, { node, declared, parameters, statements: () => bodyOf(context, node, body) });
}

/** A function of which only the head and some statements parse. */
export function lowerBrokenFunction(
  context: Lowering,
  {
    head,
    type,
    statements,
  }: {
    readonly head: number;
    readonly type: TypeName;
    readonly statements: () => Statement[];
  },
): LoweredFunction | undefined {
  const declared = readDeclarator(context, head, type);
  if (declared.functionNode < 0) return undefined;
  return finished(context, {
    node: head,
    declared,
    parameters: parametersOf(context, declared.functionNode, new Map()),
    statements,
  });
}

function finished(
  context: Lowering,
  {
    node,
    declared,
    parameters,
    statements,
  }: {
    readonly node: number;
    readonly declared: Declared;
    readonly parameters: readonly Parameter[];
    readonly statements: () => Statement[];
  },
): LoweredFunction {
  const outer = declared.scope.findLast((name) => !context.names.namespaces.has(name));
  const isMember = outer !== undefined || (context.classes.length > 0 && context.functions === 0);
  const owner = outer ?? context.classes.at(-1);
  const isConstructor = isMember && owner === declared.name;
  const name = declared.isDestructor || !isConstructor ? declared.name : CONSTRUCTOR;
  const { functions, fields, shadows, references } = context;
  if (functions === 0) context.references = new Map();
  if (isMember && functions === 0) context.openFields(owner, node);
  context.functions += 1;
  const body = statements();
  context.functions = functions;
  context.fields = fields;
  context.shadows = shadows;
  context.references = references;
  return {
    function: {
      name,
      nameAt: declared.nameAt,
      parameters: name === 'main' || /^(?:w|_t)main$/.test(name) ? mainParameters(parameters) : parameters,
      body,
      decorators: [],
      isAsync: false,
      isGenerator: false,
      isMethod: isMember,
      isStatic: context
        .children(node)
        .some((child) => context.type(child) === 'storage_class_specifier' && context.source(child) === 'static'),
      at: context.place(node),
    },
    outer: context.classes.length > 0 ? undefined : outer,
  };
}

function bodyOf(context: Lowering, node: number, body: number): Statement[] {
  const list = context.childOf(node, 'field_initializer_list');
  const before = list < 0 ? [] : lowerFieldInitializers(context, list);
  const statements = context.type(body) === 'try_statement' ? lowerTryBody(context, body) : context.block(body);
  return before.length === 0 ? statements : [...before, ...statements];
}

/** Parameters of a function's declarator. */
export function parametersOf(
  context: Lowering,
  functionNode: number,
  oldStyle: ReadonlyMap<string, TypeName>,
): Parameter[] {
  const list = functionNode < 0 ? -1 : context.child(functionNode, 'parameters');
  if (list < 0) return [];
  const parameters: Parameter[] = [];
  for (const child of context.parts(list)) {
    const type = context.type(child);
    if (type === 'variadic_parameter' || type === '...') {
      const at = context.place(child);
      parameters.push({ target: { kind: 'name', name: '', at }, name: '', form: 'rest', at });
    } else if (type === 'identifier') {
      const name = context.source(child);
      parameters.push(parameter(context, child, { name, type: oldStyle.get(name) ?? { name: 'int' } }));
    } else if (/parameter_declaration$/.test(type)) {
      const lowered = lowerParameter(context, child);
      if (lowered !== undefined) parameters.push(lowered);
    }
  }
  return parameters;
}

function lowerParameter(context: Lowering, node: number): Parameter | undefined {
  const declarator = context.child(node, 'declarator');
  const base = baseType(context, node);
  const declared = declarator < 0 ? undefined : readDeclarator(context, declarator, base);
  // `f(void)` takes nothing.
  if (declared === undefined && base.name === 'void') return undefined;
  const fallback = context.child(node, 'default_value');
  return parameter(context, node, {
    name: declared?.name ?? '',
    type: declared?.type ?? base,
    isRest: context.type(node) === 'variadic_parameter_declaration',
    ...(fallback < 0 ? {} : { default: context.expression(fallback) }),
  });
}

function parameter(
  context: Lowering,
  node: number,
  given: {
    readonly name: string;
    readonly type: TypeName;
    readonly isRest?: boolean;
    readonly default?: Expression;
  },
): Parameter {
  const at = context.place(node);
  const { name, type } = given;
  // A pointer to numbers is no number: the annotation says so.
  const written = `${type.name}${' *'.repeat((type.pointers ?? 0) + (type.sizes?.length ?? 0))}`;
  return {
    target: { kind: 'name', name, at },
    name,
    form: given.isRest === true ? 'rest' : 'plain',
    ...(given.default === undefined ? {} : { default: given.default }),
    annotation: { kind: 'name', name: written, at },
    type,
    at,
  };
}

/** What the second and third parameter of `main` hold comes from whoever starts the program. */
function mainParameters(parameters: readonly Parameter[]): Parameter[] {
  return parameters.map((one, index) => {
    const name = index === 1 ? 'main.argv' : index === 2 ? 'main.envp' : undefined;
    return name === undefined ? one : { ...one, annotation: { kind: 'name', name, at: one.at } };
  });
}

/** K&R: types stand between the list of names and the body. */
function oldStyleTypes(context: Lowering, node: number): ReadonlyMap<string, TypeName> {
  const types = new Map<string, TypeName>();
  for (const child of context.children(node)) {
    if (context.type(child) !== 'declaration') continue;
    const base = baseType(context, child);
    for (const part of context.children(child)) {
      if (context.field(part) !== 'declarator') continue;
      const declared = readDeclarator(context, part, base);
      types.set(declared.name, declared.type);
    }
  }
  return types;
}

/** `[&](int x) { … }`. */
export function lowerLambda(context: Lowering, node: number): IrFunction {
  const declarator = context.child(node, 'declarator');
  const body = context.child(node, 'body');
  const at = context.place(node);
  context.functions += 1;
  const statements = body < 0 ? [] : context.block(body);
  context.functions -= 1;
  return {
    name: '',
    nameAt: { start: at.start, end: at.start },
    parameters: parametersOf(context, declarator, new Map()),
    body: statements,
    decorators: [],
    isAsync: false,
    isGenerator: false,
    isMethod: false,
    isStatic: false,
    at,
  };
}
