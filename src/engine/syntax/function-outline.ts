import type { Language } from './language.ts';
import type { LineMap } from './line-map.ts';
import type { OutlineFunction, StubKind } from './outline.ts';
import { ROLE, type RolesOf } from './roles.ts';
import type { Statements } from './statements.ts';
import {
  childByField,
  endOf,
  folded,
  isNamedNode,
  nextOf,
  parentOf,
  type SyntaxTree,
  startOf,
  textOf,
  typeOf,
} from './tree.ts';

/** What a function is outlined with. */
export interface FunctionContext {
  readonly tree: SyntaxTree;
  readonly language: Language;
  readonly rolesOf: RolesOf;
  readonly statements: Statements;
  readonly lines: LineMap;
}

/** Where a function stands. */
export interface FunctionPlace {
  /** Names of the types and namespaces around it, outermost first. */
  readonly scopes: readonly string[];
  /** Text of the innermost type's head, empty outside of types. */
  readonly typeHead: string;
  /** The section it stands in keeps other code from using it. */
  readonly isInPrivateSection: boolean;
  readonly isNested: boolean;
}

const CONSTANT =
  /^(?:[-+]?\d[\w.]*|[bru]{0,2}"[^"\\]{0,200}"|[bru]{0,2}'[^'\\]{0,200}'|`[^`$\\]{0,200}`|true|false|none|null|nil|undefined|nullptr|\[\s*\]|\{\s*\}|\(\s*\))$/i;
const UNIMPLEMENTED = /not[\s_-]?implemented|unimplemented|unsupportedoperation|\bnot yet implemented|\btodo\b/i;
/** `a = b`, with or without a declaration before it; the groups are the two names. */
const COPY =
  /^(?:(?:const|let|var|final|auto)\s+)?(?:[A-Za-z_][\w:<>]{0,40}[\s*&]+)?([A-Za-z_$][\w$]*)\s*:?=\s*([A-Za-z_$][\w$]*)\s*;?$/;
const NAME = /^[A-Za-z_$][\w$]*$/;
/** Parameters that are the object itself, or none. */
const NO_PARAMETER = /^(?:self|cls|this|void)$/;

/** Name of a function without what is around it; empty when it has none. */
export function ownName(tree: SyntaxTree, language: Language, node: number): string {
  const named = nameNode(tree, node);
  const receiver = childByField(tree, node, 'receiver');
  if (named !== undefined) {
    const name = textOf(tree, named, 200).replace(/::/g, '.').replace(/\s+/g, '');
    return receiver === undefined ? name : `${receiverType(textOf(tree, receiver, 200))}.${name}`;
  }
  let parent = parentOf(tree, node);
  // A value may stand in a list of values or in parentheses before what names it.
  for (let step = 0; step < 2 && WRAPPERS.has(typeOf(tree, parent)); step += 1) parent = parentOf(tree, parent);
  const field = language.nodes.binding?.[typeOf(tree, parent)];
  const target = field === undefined ? undefined : childByField(tree, parent, field);
  const text = target === undefined ? '' : textOf(tree, target, 200).replace(/\s+/g, '');
  return text.slice(text.lastIndexOf('.') + 1).replace(/^["']|["']$/g, '');
}

const WRAPPERS: ReadonlySet<string> = new Set(['expression_list', 'parenthesized_expression']);

/** The node that names a definition, where the definition holds its name itself. */
export function nameNode(tree: SyntaxTree, node: number): number | undefined {
  return childByField(tree, node, 'name') ?? declaredName(tree, node);
}

/** Words before the name of a definition: `private static void`. */
export function modifiersOf(tree: SyntaxTree, node: number): string {
  const named = nameNode(tree, node);
  const from = startOf(tree, node);
  return named === undefined ? '' : tree.text.slice(from, Math.min(startOf(tree, named), from + 400));
}

/** Follows a chain of declarators (`*f(int)`) down to the name. */
function declaredName(tree: SyntaxTree, node: number): number | undefined {
  let at = childByField(tree, node, 'declarator');
  for (let step = 0; at !== undefined && step < 50; step += 1) {
    // A reference's name fills no field.
    const inner = childByField(tree, at, 'declarator') ?? functionWithin(tree, at);
    if (inner === undefined) return typeOf(tree, at).startsWith('abstract_') ? undefined : at;
    at = inner;
  }
  return undefined;
}

function functionWithin(tree: SyntaxTree, declarator: number): number | undefined {
  if (!/^(?:reference|parenthesized)_declarator$/.test(typeOf(tree, declarator))) return undefined;
  const end = nextOf(tree, declarator);
  for (let child = declarator + 1; child < end; child = nextOf(tree, child)) {
    if (isNamedNode(tree, child)) return child;
  }
  return undefined;
}

function receiverType(text: string): string {
  return /([A-Za-z_]\w*)\s*(?:\[[^\]]*\])?\s*\)$/.exec(text)?.[1] ?? '';
}

/** Outlines the function at `node`; `undefined` when it has no name or no body. */
export function outlineFunction(
  node: number,
  place: FunctionPlace,
  context: FunctionContext,
): OutlineFunction | undefined {
  const { tree, language, statements, lines } = context;
  const own = ownName(tree, language, node);
  const body = childByField(tree, node, 'body');
  if (own === '' || body === undefined) return undefined;

  const last = own.slice(own.lastIndexOf('.') + 1);
  const isHidden =
    place.isInPrivateSection ||
    language.privateName?.test(last) === true ||
    language.privateModifier?.test(modifiersOf(tree, node)) === true;
  const direct = statements.directlyIn(body, 4);
  const stub = isAbstract(node, place, context) ? undefined : stubOf(direct, body, context);

  return {
    name: [...place.scopes, own].join('.'),
    isPublic: !place.isNested && !isHidden,
    span: lines.spanOf(startOf(tree, node), endOf(tree, node)),
    statements: statements.count(body, nextOf(tree, body)),
    isStub: stub !== undefined,
    ...(stub === undefined ? {} : { stub: stub.kind }),
    ...(stub?.constant === undefined ? {} : { constant: stub.constant }),
    returnsInput: returnsInput(node, direct, body, context),
    takesInput: parametersOf(tree, node, body).some((name) => !NO_PARAMETER.test(name)),
  };
}

/** Whether a language allows this function to have no body of its own. */
function isAbstract(node: number, place: FunctionPlace, { tree, language }: FunctionContext): boolean {
  if (language.abstractMarker === undefined) return false;
  const start = startOf(tree, node);
  const decorators = tree.text.slice(Math.max(startOf(tree, parentOf(tree, node)), start - 300), start);
  const isDecorated = typeOf(tree, parentOf(tree, node)).startsWith('decorated');
  return (isDecorated && language.abstractMarker.test(decorators)) || language.abstractMarker.test(place.typeHead);
}

interface Stub {
  readonly kind: StubKind;
  readonly constant?: string;
}

function stubOf(direct: readonly number[], body: number, context: FunctionContext): Stub | undefined {
  const { tree, rolesOf, statements } = context;
  const [only, second] = direct;
  if (only === undefined) {
    return { kind: statements.hasEllipsis(body, nextOf(tree, body)) ? 'ellipsis' : 'empty' };
  }
  if (second !== undefined) return undefined;
  const text = folded(textOf(tree, only, 300), 300);
  const isLeaving = (rolesOf(only) & (ROLE.leave | ROLE.return)) !== 0;
  const value = returnedText(text, only, context);
  if (value !== undefined && (value === '' || CONSTANT.test(value))) return { kind: 'constant', constant: value };
  const isSaying = isLeaving || /^[\w.:]{1,40}!?\s?\(/.test(text);
  if (isSaying && text.length < 200 && UNIMPLEMENTED.test(text)) return { kind: 'unimplemented' };
  return undefined;
}

/** The text that a statement returns: empty for a bare return, `undefined` when it returns nothing. */
function returnedText(text: string, statement: number, { tree, rolesOf }: FunctionContext): string | undefined {
  if ((rolesOf(statement) & ROLE.return) !== 0) {
    const value = /^return\b(.*?);?$/.exec(text)?.[1];
    return value === undefined ? undefined : unwrapped(value);
  }
  // The body of an arrow function or a lambda is the expression itself.
  const isExpressionBody = (rolesOf(parentOf(tree, statement)) & ROLE.function) !== 0;
  return isExpressionBody ? unwrapped(text) : undefined;
}

function unwrapped(text: string): string {
  let inner = text.trim();
  while (inner.startsWith('(') && inner.endsWith(')') && !/[()]/.test(inner.slice(1, -1)) && inner !== '()') {
    inner = inner.slice(1, -1).trim();
  }
  return inner;
}

/** Copying the parameter around before it is returned changes nothing. */
function returnsInput(node: number, direct: readonly number[], body: number, context: FunctionContext): boolean {
  const last = direct.at(-1);
  if (last === undefined || direct.length > 3) return false;
  const texts = direct.map((statement) => folded(textOf(context.tree, statement, 300), 300));
  const returned = returnedText(texts.at(-1) ?? '', last, context);
  if (returned === undefined || !NAME.test(returned)) return false;
  let name = returned;
  for (const text of texts.slice(0, -1).reverse()) {
    const [, to, from] = COPY.exec(text) ?? [];
    if (to !== name || from === undefined) return false;
    name = from;
  }
  return parametersOf(context.tree, node, body).includes(name);
}

/** Names between a function's name and its body; types are among them, which no caller minds. */
function parametersOf(tree: SyntaxTree, node: number, body: number): readonly string[] {
  const list = parameterList(tree, node);
  if (list === undefined) return [];
  const names: string[] = [];
  const end = Math.min(nextOf(tree, list), body, list + 200);
  for (let at = list; at < end; at += 1) {
    const isLeaf = nextOf(tree, at) === at + 1;
    if (isLeaf && isNamedNode(tree, at) && /identifier|primitive_type|self/.test(typeOf(tree, at))) {
      names.push(textOf(tree, at, 100));
    }
  }
  return names;
}

function parameterList(tree: SyntaxTree, node: number): number | undefined {
  let at: number | undefined = node;
  for (let step = 0; at !== undefined && step < 20; step += 1) {
    const list: number | undefined = childByField(tree, at, 'parameters') ?? childByField(tree, at, 'parameter');
    if (list !== undefined) return list;
    at = childByField(tree, at, 'declarator') ?? functionWithin(tree, at);
  }
  return undefined;
}
