import type { TypeName } from '#engine/analysis/ir.ts';
import { childByField, namedChildren, type SyntaxTree, textOf, typeOf } from '#engine/syntax/tree.ts';

/** Names that a file gives to types and namespaces, known before anything is lowered. */
export interface KnownNames {
  /** What simple `typedef`s and `using`s stand for: `u8` is `unsigned char`. */
  readonly types: ReadonlyMap<string, TypeName>;
  /** Namespaces the file opens: their names are left out, so that `tool::run` is the `run` of this file. */
  readonly namespaces: ReadonlySet<string>;
  /** Fields of each class, by the last part of its name. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Macros that are another name: `#define OPEN open`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Macros that the file defines and that are given arguments. */
  readonly macros: ReadonlySet<string>;
}

const LONGEST_NAME = 120;
const SIMPLE_TYPES = new Set(['primitive_type', 'sized_type_specifier', 'type_identifier', 'qualified_identifier']);
const TAGGED_TYPES = new Set(['struct_specifier', 'union_specifier', 'enum_specifier']);

/** Reads a tree once for the names it gives. */
export function knownNames(tree: SyntaxTree, isCpp: boolean): KnownNames {
  const types = new Map<string, TypeName>();
  const namespaces = new Set<string>();
  const fields = new Map<string, Set<string>>();
  const aliases = new Map<string, string>();
  const macros = new Set<string>();
  const macro = tree.typeNames.indexOf('preproc_def');
  const called = tree.typeNames.indexOf('preproc_function_def');
  const definition = tree.typeNames.indexOf('type_definition');
  const alias = tree.typeNames.indexOf('alias_declaration');
  const namespace = tree.typeNames.indexOf('namespace_definition');
  for (let node = 0; node < tree.size; node += 1) {
    const type = tree.types[node];
    if (type === definition) readDefinition(tree, node, types, isCpp);
    else if (type === alias) readAlias(tree, node, types);
    else if (type === macro) readMacro(tree, node, aliases);
    else if (type === called) {
      const name = childByField(tree, node, 'name');
      if (name !== undefined) macros.add(textOf(tree, name, LONGEST_NAME));
    } else if (isCpp && isClass(tree, node)) readFields(tree, node, fields);
    else if (type === namespace) {
      const name = childByField(tree, node, 'name');
      if (name !== undefined) {
        for (const part of textOf(tree, name, LONGEST_NAME).split('::')) namespaces.add(part.trim());
      }
    }
  }
  namespaces.delete('std');
  return { types, namespaces, fields, aliases, macros };
}

/** Macros are told from what they stand for by their capitals. */
export const MACRO: RegExp = /^_*[A-Z][A-Z0-9_]*$/;

/** Of several definitions, one for each system, the last counts: they mean the same. */
function readMacro(tree: SyntaxTree, node: number, aliases: Map<string, string>): void {
  const name = childByField(tree, node, 'name');
  const value = childByField(tree, node, 'value');
  if (name === undefined || value === undefined) return;
  const macro = textOf(tree, name, LONGEST_NAME);
  const meant = textOf(tree, value, LONGEST_NAME).trim();
  if (MACRO.test(macro) && /^[A-Za-z_]\w*$/.test(meant) && !NO_NAME.test(meant)) aliases.set(macro, meant);
  else aliases.delete(macro);
}

/** Words that a macro may stand for and that name no value. */
const NO_NAME =
  /^(?:unsigned|signed|char|short|int|long|float|double|void|bool|const|static|extern|inline|struct|union|enum|volatile|register|return|break|continue|auto|class|public|private|protected|virtual|NULL|nullptr|TRUE|FALSE|true|false)$/;

function readDefinition(tree: SyntaxTree, node: number, types: Map<string, TypeName>, isCpp: boolean): void {
  const written = childByField(tree, node, 'type');
  if (written === undefined) return;
  const base = baseName(tree, written, isCpp);
  for (const child of namedChildren(tree, node)) {
    if (child === written) continue;
    let pointers = 0;
    let at: number | undefined = child;
    while (at !== undefined && /pointer/.test(typeOf(tree, at))) {
      pointers += 1;
      at = childByField(tree, at, 'declarator');
    }
    if (at === undefined || typeOf(tree, at) !== 'type_identifier') continue;
    const name = textOf(tree, at, LONGEST_NAME);
    // A structure without a name of its own has this one.
    const target = base ?? (pointers === 0 ? undefined : firstName(tree, node));
    if (target === undefined || target === name) continue;
    types.set(name, { name: target, ...(pointers === 0 ? {} : { pointers }) });
  }
}

/** The first plain name that a `typedef` gives: that of the structure it defines. */
function firstName(tree: SyntaxTree, node: number): string | undefined {
  const named = namedChildren(tree, node).find((child) => typeOf(tree, child) === 'type_identifier');
  return named === undefined ? undefined : textOf(tree, named, LONGEST_NAME);
}

function baseName(tree: SyntaxTree, node: number, isCpp: boolean): string | undefined {
  const type = typeOf(tree, node);
  if (SIMPLE_TYPES.has(type)) return spaced(textOf(tree, node, LONGEST_NAME));
  if (!TAGGED_TYPES.has(type)) return undefined;
  const tag = childByField(tree, node, 'name');
  if (tag === undefined) return undefined;
  const name = textOf(tree, tag, LONGEST_NAME);
  return isCpp ? name : `${type.slice(0, type.indexOf('_'))} ${name}`;
}

function readAlias(tree: SyntaxTree, node: number, types: Map<string, TypeName>): void {
  const name = childByField(tree, node, 'name');
  const descriptor = childByField(tree, node, 'type');
  if (name === undefined || descriptor === undefined) return;
  const base = childByField(tree, descriptor, 'type');
  if (base === undefined || !SIMPLE_TYPES.has(typeOf(tree, base))) return;
  const declarator = childByField(tree, descriptor, 'declarator');
  const isPointer = declarator !== undefined && typeOf(tree, declarator) === 'abstract_pointer_declarator';
  if (declarator !== undefined && !isPointer) return;
  types.set(textOf(tree, name, LONGEST_NAME), {
    name: spaced(textOf(tree, base, LONGEST_NAME)),
    ...(isPointer ? { pointers: 1 } : {}),
  });
}

function spaced(text: string): string {
  return text.split(/\s+/).join(' ');
}

function isClass(tree: SyntaxTree, node: number): boolean {
  const type = typeOf(tree, node);
  return type === 'class_specifier' || type === 'struct_specifier';
}

function readFields(tree: SyntaxTree, node: number, into: Map<string, Set<string>>): void {
  const name = childByField(tree, node, 'name');
  const body = childByField(tree, node, 'body');
  if (name === undefined || body === undefined) return;
  const fields = new Set<string>();
  for (const member of namedChildren(tree, body)) {
    if (typeOf(tree, member) !== 'field_declaration') continue;
    for (const child of namedChildren(tree, member)) {
      let at: number | undefined = child;
      for (let depth = 0; at !== undefined && depth < MOST_PARTS; depth += 1) {
        const type = typeOf(tree, at);
        if (type === 'field_identifier') fields.add(textOf(tree, at, LONGEST_NAME));
        // Methods are called by their names.
        if (!/^(?:pointer|array|reference|init)_declarator$/.test(type)) break;
        at = childByField(tree, at, 'declarator') ?? namedChildren(tree, at)[0];
      }
    }
  }
  if (fields.size > 0) into.set(textOf(tree, name, LONGEST_NAME).replace(/<[^]*|^[^]*::/g, ''), fields);
}

const MOST_PARTS = 32;
const DECLARING =
  /^(?:(?:optional_|variadic_)?parameter_declaration|declaration|init_declarator|(?:pointer|reference|array|structured_binding|variadic)_declarator|for_range_loop|lambda_capture_initializer)$/;

/** Names that anything below a node declares: parameters and variables. */
export function declaredNames(tree: SyntaxTree, node: number): ReadonlySet<string> {
  const found = new Set<string>();
  const end = tree.next[node] ?? tree.size;
  for (let at = node; at < end; at += 1) {
    if (typeOf(tree, at) !== 'identifier') continue;
    const field = tree.fieldNames[tree.fields[at] ?? 0] ?? '';
    if (field === 'value' || field === 'default_value' || field === 'right' || field === 'size') continue;
    if (DECLARING.test(typeOf(tree, tree.parents[at] ?? 0))) found.add(textOf(tree, at, LONGEST_NAME));
  }
  return found;
}
