import { childByField, fieldOf, nextOf, parentOf, type SyntaxTree, textOf, typeOf } from '#engine/syntax/tree.ts';

/** A class or a function, and the names that are declared directly in it. */
export interface Scope {
  /** Of a class; `undefined` for a function. */
  readonly className: string | undefined;
  /** Fields of a class, local names of a function. */
  readonly names: Set<string>;
  /** Those of them that are a buffer for text. */
  readonly buffers: Set<string>;
  /** Methods of a class by name: how many parameters each of them has, in source order. */
  readonly methods: Map<string, number[]>;
}

/** Scopes by the node that opens them. */
export type Scopes = ReadonlyMap<number, Scope>;

const CLASSES: ReadonlySet<string> = new Set([
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'annotation_type_declaration',
  'class_body',
]);

const FUNCTIONS: ReadonlySet<string> = new Set([
  'method_declaration',
  'constructor_declaration',
  'compact_constructor_declaration',
  'lambda_expression',
  'static_initializer',
]);

const LONGEST_NAME = 200;

/** What each class and function of a file declares; one pass over the tree. */
export function readScopes(tree: SyntaxTree): Scopes {
  const scopes = new Map<number, Scope>();
  const open: { readonly scope: Scope; readonly end: number }[] = [];
  for (let node = 0; node < tree.size; node += 1) {
    while ((open.at(-1)?.end ?? tree.size + 1) <= node) open.pop();
    const type = typeOf(tree, node);
    const parent = parentOf(tree, node);
    const innermost = open.at(-1)?.scope;
    if (type === 'method_declaration' || type === 'constructor_declaration') {
      const name = type === 'constructor_declaration' ? CONSTRUCTOR : nameIn(tree, node);
      const counts = innermost?.methods.get(name);
      if (counts === undefined) innermost?.methods.set(name, [parameterCount(tree, node)]);
      else counts.push(parameterCount(tree, node));
    }
    if (type === 'identifier' && innermost !== undefined && isDeclaring(tree, node, typeOf(tree, parent))) {
      const name = textOf(tree, node, LONGEST_NAME);
      innermost.names.add(name);
      if (isBuffer(tree, parent)) innermost.buffers.add(name);
    }
    const isAnonymous =
      type === 'class_body' && /^(?:object_creation_expression|enum_constant)$/.test(typeOf(tree, parent));
    if ((CLASSES.has(type) && type !== 'class_body') || isAnonymous || FUNCTIONS.has(type)) {
      const className = FUNCTIONS.has(type) ? undefined : isAnonymous ? '' : nameIn(tree, node);
      const scope: Scope = { className, names: new Set(), buffers: new Set(), methods: new Map() };
      scopes.set(node, scope);
      open.push({ scope, end: nextOf(tree, node) });
    }
  }
  return scopes;
}

/** Name of the method that sets a new object up. */
export const CONSTRUCTOR = 'constructor';

/**
 * The name of one of several methods of the same name: the one with the most parameters keeps it for constructors, the
 * first one else; the number of its parameters tells another one.
 */
export function overloadName(name: string, count: number, counts: readonly number[] | undefined): string {
  const kept = name === CONSTRUCTOR ? Math.max(...(counts ?? [count])) : counts?.[0];
  return counts === undefined || kept === count || !counts.includes(count) ? name : `${name}/${String(count)}`;
}

function nameIn(tree: SyntaxTree, node: number): string {
  const end = nextOf(tree, node);
  for (let child = node + 1; child < end; child = nextOf(tree, child)) {
    if (fieldOf(tree, child) === 'name') return textOf(tree, child, LONGEST_NAME);
  }
  return '';
}

function parameterCount(tree: SyntaxTree, node: number): number {
  const end = nextOf(tree, node);
  for (let child = node + 1; child < end; child = nextOf(tree, child)) {
    if (typeOf(tree, child) !== 'formal_parameters') continue;
    let count = 0;
    const last = nextOf(tree, child);
    for (let one = child + 1; one < last; one = nextOf(tree, one)) {
      if (/^(?:formal|spread)_parameter$/.test(typeOf(tree, one))) count += 1;
    }
    return count;
  }
  return 0;
}

/** Whether what a node declares is a `StringBuilder` or the like, by its type or what it begins with. */
function isBuffer(tree: SyntaxTree, node: number): boolean {
  const declaration = typeOf(tree, node) === 'variable_declarator' ? parentOf(tree, node) : node;
  const type = childByField(tree, declaration, 'type');
  if (type === undefined) return false;
  const name = textOf(tree, type, 40);
  if (BUFFER.test(name)) return true;
  const value = name === 'var' ? childByField(tree, node, 'value') : undefined;
  const made = value === undefined ? undefined : childByField(tree, value, 'type');
  return made !== undefined && BUFFER.test(textOf(tree, made, 40));
}

/** Types that text is put together in. */
export const BUFFER: RegExp = /^(?:java\.lang\.)?String(?:Builder|Buffer)$/;

const NAMING: ReadonlySet<string> = new Set([
  'variable_declarator',
  'formal_parameter',
  'catch_formal_parameter',
  'enhanced_for_statement',
  'resource',
  'instanceof_expression',
  'enum_constant',
]);

function isDeclaring(tree: SyntaxTree, node: number, around: string): boolean {
  if (around === 'inferred_parameters' || around === 'type_pattern' || around === 'record_pattern_component')
    return true;
  if (around === 'lambda_expression') return fieldOf(tree, node) === 'parameters';
  return NAMING.has(around) && fieldOf(tree, node) === 'name';
}
