import type { Statement } from '#engine/analysis/ir.ts';
import { kindOf, type Lowering, partsOf, placeOf, sourceOf, type StatementRule } from './lowering.ts';

/** Imports of types, of all types of a package, and of static members; packages say nothing. */
export const importRules: Readonly<Record<string, StatementRule>> = {
  package_declaration: () => {},
  import_declaration: lowerImport,
};

function lowerImport(lowering: Lowering, node: number, out: Statement[]): void {
  const parts = partsOf(lowering, node);
  const [path] = parts;
  if (path === undefined) return;
  const name = sourceOf(lowering, path).replace(/\s+/g, '').slice(0, 400);
  const at = placeOf(lowering, node);
  const isWildcard = parts.some((part) => kindOf(lowering, part) === 'asterisk');
  const cut = name.lastIndexOf('.');
  if (isWildcard) out.push({ kind: 'import', module: name, bindings: [{ local: '*', imported: '*' }], at });
  else if (cut > 0) {
    const local = name.slice(cut + 1);
    const isStatic = lowering.text.slice(at.start, lowering.tree.starts[path] ?? 0).includes('static');
    // A file is named after the class that it gives.
    const binding = isStatic
      ? { local, imported: local, module: name.slice(0, cut) }
      : { local, imported: 'default', module: name };
    out.push({ kind: 'import', module: name, bindings: [binding], at });
  }
}
