import type { Span } from '#core/finding.ts';
import type { SourceFile } from '#core/source-file.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import { endOf, fieldOf, parentOf, startOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';

/** A module that a file imports by name. */
export interface ImportedModule {
  /** As written, without quotes. */
  readonly module: string;
  readonly span: Span;
}

/** What a file imports, in source order; relative modules of Python are left out. */
export function importsIn(file: SourceFile, tree: SyntaxTree): readonly ImportedModule[] {
  const lines = mapLines(file.text);
  const found: ImportedModule[] = [];
  for (let node = 0; node < tree.size; node += 1) {
    if (!isModule(tree, node)) continue;
    const written = tree.text.slice(startOf(tree, node), endOf(tree, node));
    const start = lines.positionAt(startOf(tree, node));
    const end = lines.positionAt(endOf(tree, node));
    found.push({
      module: written.replace(/^["'`]|["'`]$/g, ''),
      span: {
        path: file.path,
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    });
  }
  return found;
}

function isModule(tree: SyntaxTree, node: number): boolean {
  const parent = parentOf(tree, node);
  const above = typeOf(tree, parent);
  switch (typeOf(tree, node)) {
    case 'dotted_name':
      if (above === 'import_from_statement') return fieldOf(tree, node) === 'module_name';
      return (above === 'aliased_import' ? typeOf(tree, parentOf(tree, parent)) : above) === 'import_statement';
    case 'string':
      if (above === 'import_statement' || above === 'export_statement') return fieldOf(tree, node) === 'source';
      return above === 'arguments' && isLoading(tree, parentOf(tree, parent));
    default:
      return false;
  }
}

/** `require('x')` or `import('x')`. */
function isLoading(tree: SyntaxTree, call: number): boolean {
  return (
    typeOf(tree, call) === 'call_expression' &&
    /^(?:require|import)\s*\(/.test(tree.text.slice(startOf(tree, call), startOf(tree, call) + 20))
  );
}
