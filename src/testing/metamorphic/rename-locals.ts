import { childByField, fieldOf, namedChildren, parentOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { fieldSource, isWithin, nodesOf, placeOf, sourceOf } from './nodes.ts';
import type { Change } from './rewrite.ts';
import type { Program, Transformation } from './transformation.ts';

/** Fields whose identifiers are given a value there, by the type of the parent. */
const BINDINGS: Readonly<Record<string, readonly string[]>> = {
  // Python
  assignment: ['left'],
  for_statement: ['left'],
  for_in_clause: ['left'],
  as_pattern_target: [''],
  pattern_list: [''],
  tuple_pattern: [''],
  parameters: [''],
  lambda_parameters: [''],
  default_parameter: ['name'],
  typed_default_parameter: ['name'],
  typed_parameter: [''],
  function_definition: ['name'],
  class_definition: ['name'],
  named_expression: ['name'],
  // JavaScript and TypeScript
  variable_declarator: ['name'],
  formal_parameters: [''],
  required_parameter: ['pattern'],
  optional_parameter: ['pattern'],
  assignment_pattern: ['left'],
  rest_pattern: [''],
  array_pattern: [''],
  pair_pattern: ['value'],
  arrow_function: ['parameter'],
  catch_clause: ['parameter'],
  for_in_statement: ['left'],
  function_declaration: ['name'],
  class_declaration: ['name'],
};

const SHORTHANDS = ['shorthand_property_identifier', 'shorthand_property_identifier_pattern'] as const;
/** Object shorthands bind a name too, unless they only read one. */
const BINDING_SHORTHAND = 'shorthand_property_identifier_pattern';
const FUNCTIONS = [
  'function_definition',
  'function_declaration',
  'function_expression',
  'arrow_function',
  'method_definition',
];
const SETTING = /^[A-Z][A-Z0-9_]*$/;

/** Every name that the file gives to something of its own is another one. */
export const renameLocals: Transformation = {
  name: 'renames what the file itself names',
  grammars: ['python', 'javascript'],
  leaves:
    'Names that reach outside: methods, fields of classes, settings in capitals, exports, names of JSX elements, parameters of ' +
    'decorated functions and of constructors with modifiers, names also used as keywords, names that mean something in a fragment.',
  changes: (program) => {
    const names = renamed(program);
    const { tree } = program;
    return nodesOf(tree, 'identifier', ...SHORTHANDS).flatMap((node): readonly Change[] => {
      const source = sourceOf(tree, node);
      const name = names.get(source);
      if (name === undefined || isOutside(tree, node)) return [];
      return [{ at: placeOf(tree, node), newText: typeOf(tree, node) === 'identifier' ? name : `${source}: ${name}` }];
    });
  },
};

/** New names by the old ones. */
function renamed({ tree, grammar, isAlone, meaningfulNames }: Program): ReadonlyMap<string, string> {
  const bound = new Set<string>();
  const kept = new Set(meaningfulNames);
  for (const node of nodesOf(tree, 'identifier', ...SHORTHANDS)) {
    const source = sourceOf(tree, node);
    if (isKept(tree, node, grammar, isAlone)) kept.add(source);
    else if (isBinding(tree, node)) bound.add(source);
  }
  for (const keyword of nodesOf(tree, 'keyword_argument')) kept.add(fieldSource(tree, keyword, 'name'));
  for (const text of nodesOf(tree, 'string')) {
    // `__all__`, `getattr`, `locals()['x']` and the holes of routes speak of names in text.
    for (const word of sourceOf(tree, text).match(/\w+/g) ?? []) if (sourceOf(tree, text).length < 60) kept.add(word);
  }
  if (/\b(?:locals|globals|vars)\s*\(\s*\)/.test(tree.text)) return new Map();
  const free = [...bound].filter((name) => !kept.has(name) && !SETTING.test(name) && name !== 'self' && name !== 'cls');
  return new Map(free.map((name, index) => [name, `renamed${index + 1}`]));
}

function isBinding(tree: SyntaxTree, node: number): boolean {
  if (typeOf(tree, node) === BINDING_SHORTHAND) return true;
  return BINDINGS[typeOf(tree, parentOf(tree, node))]?.includes(fieldOf(tree, node)) === true;
}

/** Whether somebody outside may know the thing by this name, as it is bound here. */
function isKept(tree: SyntaxTree, node: number, grammar: Program['grammar'], isAlone: boolean): boolean {
  const parent = parentOf(tree, node);
  const parentType = typeOf(tree, parent);
  if (/jsx_(?:opening|closing|self_closing)_element|import|export_specifier|nested_identifier/.test(parentType))
    return true;
  if (
    /import/.test(parentType) ||
    isWithin(tree, node, 'import_statement', 'import_from_statement', 'import_declaration', 'package_declaration')
  )
    return true;
  if (['global_statement', 'nonlocal_statement'].includes(parentType)) return true;
  if (!isBinding(tree, node)) return false;
  if (!isAlone && !isWithin(tree, node, ...FUNCTIONS)) return true;
  if (
    isWithin(tree, node, 'export_statement') &&
    !isWithin(tree, node, 'statement_block', 'arrow_function', 'formal_parameters')
  )
    return true;
  if (namedChildren(tree, parent).some((child) => typeOf(tree, child) === 'accessibility_modifier')) return true;
  return grammar === 'python' && isKeptInPython(tree, node);
}

function isKeptInPython(tree: SyntaxTree, node: number): boolean {
  for (let outer = node; outer !== 0; outer = parentOf(tree, outer)) {
    const type = typeOf(tree, outer);
    if (type === 'lambda') return false;
    if (type === 'function_definition') {
      const isName = fieldOf(tree, node) === 'name' && parentOf(tree, node) === outer;
      const body = childByField(tree, outer, 'body') ?? tree.size;
      const isDecorated = typeOf(tree, parentOf(tree, outer)) === 'decorated_definition';
      const isInClass = typeOf(tree, parentOf(tree, parentOf(tree, outer))) === 'class_definition';
      if (!isName && node < body) return isDecorated || isInClass;
      if (!isName) return false;
      if (isInClass || isDecorated) return true;
    }
    if (type === 'class_definition') return fieldOf(tree, node) !== 'name' || parentOf(tree, node) !== outer;
  }
  return false;
}

/** A property, a keyword or a key: the same word, another thing. */
function isOutside(tree: SyntaxTree, node: number): boolean {
  const parentType = typeOf(tree, parentOf(tree, node));
  const field = fieldOf(tree, node);
  return (
    (parentType === 'attribute' && field === 'attribute') ||
    (parentType === 'keyword_argument' && field === 'name') ||
    // Java, where names of methods and fields are of the same type.
    (parentType === 'method_invocation' && field === 'name') ||
    (parentType === 'field_access' && field === 'field')
  );
}
