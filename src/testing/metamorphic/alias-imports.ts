import { childByField, endOf, namedChildren, parentOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { childrenOf, isFieldOf, nodesOf, placeOf, sourceOf } from './nodes.ts';
import { type Change, insertion } from './rewrite.ts';
import type { Program, Transformation } from './transformation.ts';

/** What is imported goes by another name in the file. */
export const aliasImports: Transformation = {
  name: 'imports under other names',
  grammars: ['python', 'javascript'],
  leaves:
    'Dotted modules, star imports, `require`, names that JSX elements or object shorthands use, names bound twice.',
  changes: (program) => {
    const aliases = new Map<string, string>();
    const changes = program.grammar === 'python' ? pythonImports(program, aliases) : esImports(program, aliases);
    return [...changes, ...uses(program.tree, aliases)];
  },
};

function pythonImports({ tree }: Program, aliases: Map<string, string>): readonly Change[] {
  return nodesOf(tree, 'import_statement', 'import_from_statement').flatMap((statement) =>
    namedChildren(tree, statement)
      .filter((node) => tree.fieldNames[tree.fields[node] ?? 0] === 'name' && typeOf(tree, node) === 'dotted_name')
      .flatMap((node) => {
        const alias = aliasFor(tree, sourceOf(tree, node), aliases);
        return alias === undefined ? [] : [insertion(endOf(tree, node), ` as ${alias}`)];
      }),
  );
}

function esImports({ tree }: Program, aliases: Map<string, string>): readonly Change[] {
  return nodesOf(tree, 'import_specifier', 'namespace_import', 'import_clause').flatMap((node): readonly Change[] => {
    const specified = childByField(tree, node, 'name');
    if (specified !== undefined) {
      if (childByField(tree, node, 'alias') !== undefined) return [];
      const alias = aliasFor(tree, sourceOf(tree, specified), aliases);
      return alias === undefined ? [] : [insertion(endOf(tree, specified), ` as ${alias}`)];
    }
    const local = childrenOf(tree, node).find((child) => typeOf(tree, child) === 'identifier');
    const alias = local === undefined ? undefined : aliasFor(tree, sourceOf(tree, local), aliases);
    return local === undefined || alias === undefined ? [] : [{ at: placeOf(tree, local), newText: alias }];
  });
}

/** A new name, unless the old one must stay. */
function aliasFor(tree: SyntaxTree, name: string, aliases: Map<string, string>): string | undefined {
  if (!/^\w+$/.test(name) || aliases.has(name) || name === 'annotations' || name === 'React') return undefined;
  const isUsedOtherwise = nodesOf(tree, 'identifier', 'type_identifier', 'shorthand_property_identifier').some(
    (node) => sourceOf(tree, node) === name && !isPlainUse(tree, node),
  );
  if (isUsedOtherwise) return undefined;
  const alias = `imported${aliases.size + 1}`;
  aliases.set(name, alias);
  return alias;
}

/** Read as a value, or the import itself, or a mere namesake (a property, a keyword). */
function isPlainUse(tree: SyntaxTree, node: number): boolean {
  if (typeOf(tree, node) !== 'identifier') return false;
  const parentType = typeOf(tree, parentOf(tree, node));
  if (/jsx|parameter|declarator|pattern|definition|declaration$|export_specifier|for_in/.test(parentType)) return false;
  return !isFieldOf(tree, node, 'assignment', 'left') && !isFieldOf(tree, node, 'assignment_expression', 'left');
}

function uses(tree: SyntaxTree, aliases: ReadonlyMap<string, string>): readonly Change[] {
  return nodesOf(tree, 'identifier').flatMap((node): readonly Change[] => {
    const alias = aliases.get(sourceOf(tree, node));
    const parentType = typeOf(tree, parentOf(tree, node));
    const isNamesake =
      isFieldOf(tree, node, 'attribute', 'attribute') ||
      isFieldOf(tree, node, 'keyword_argument', 'name') ||
      /^(?:dotted_name|import_specifier|namespace_import|import_clause|relative_import)$/.test(parentType);
    return alias === undefined || isNamesake ? [] : [{ at: placeOf(tree, node), newText: alias }];
  });
}
