import { fieldOf, parentOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { BRACED, declarationsOf } from './braces.ts';
import { nodesOf, placeOf, sourceOf } from './nodes.ts';
import type { Transformation } from './transformation.ts';

/** Every variable that a function declares for itself goes by another name. */
export const renameVariables: Transformation = {
  name: 'renames local variables',
  grammars: BRACED,
  leaves: 'Parameters, and names that something else in the file has, too, or that mean something in a fragment.',
  changes: ({ tree, meaningfulNames }) => {
    const identifiers = nodesOf(tree, 'identifier', 'field_identifier', 'type_identifier', 'package_identifier');
    const bound = new Set(declarationsOf(tree).map(({ name }) => name));
    const kept = new Set(meaningfulNames);
    for (const node of identifiers) if (!bound.has(node) && isOther(tree, node)) kept.add(sourceOf(tree, node));
    const names = new Map<string, string>();
    for (const node of bound) {
      const name = sourceOf(tree, node);
      if (!kept.has(name) && !names.has(name)) names.set(name, `renamed${String(names.size + 1)}`);
    }
    return identifiers.flatMap((node) => {
      const newText = names.get(sourceOf(tree, node));
      return newText === undefined || typeOf(tree, node) !== 'identifier' ? [] : [{ at: placeOf(tree, node), newText }];
    });
  },
};

/** Stands for anything but a variable that is read or set. */
function isOther(tree: SyntaxTree, node: number): boolean {
  if (typeOf(tree, node) !== 'identifier') return true;
  const parent = typeOf(tree, parentOf(tree, node));
  const field = fieldOf(tree, node);
  if (
    /parameter|declarator|field_declaration|enum|preproc|label|goto|lambda|keyed|literal_element|annotation|scoped/.test(
      parent,
    )
  ) {
    return field !== 'value';
  }
  return (
    (field === 'name' && /method_invocation|declaration|definition/.test(parent)) ||
    (field === 'field' && parent === 'field_access') ||
    (field === 'function' && parent === 'call_expression')
  );
}
