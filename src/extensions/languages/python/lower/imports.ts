import type { ImportBinding, Place, Statement } from '#engine/analysis/ir.ts';
import { Field, Kind } from './grammar-kinds.ts';
import { after, fieldOf, kindOf, type Lowering, placeOf, sourceOf, type StatementRule } from './lowering.ts';

/** `import …` and `from … import …`. */
export const importRules: Readonly<Record<string, StatementRule>> = {
  import_statement: lowerImport,
  import_from_statement: lowerFrom,
  future_import_statement: lowerFrom,
};

interface Named {
  readonly name: string;
  readonly alias?: string;
  readonly at: Place;
}

/** One statement for each module; with several, each has the place of its own name. */
function lowerImport(lowering: Lowering, node: number, out: Statement[]): void {
  const names = namesOf(lowering, node);
  for (const { name, alias, at } of names) {
    const root = name.split('.', 1)[0] ?? name;
    const isNested = alias === undefined && root !== name;
    const binding: ImportBinding = { local: alias ?? root, imported: '*', ...(isNested ? { module: root } : {}) };
    const place = names.length === 1 ? placeOf(lowering, node) : at;
    out.push({ kind: 'import', module: name, bindings: [binding], at: place });
  }
}

function lowerFrom(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  let module = '__future__';
  let isStar = false;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (fieldOf(lowering, child) === Field.moduleName) module = dotted(lowering, child);
    else if (kindOf(lowering, child) === Kind.wildcardImport) isStar = true;
  }
  const bindings: ImportBinding[] = isStar
    ? [{ local: '*', imported: '*' }]
    : namesOf(lowering, node).map(({ name, alias }) => ({ local: alias ?? name, imported: name }));
  out.push({ kind: 'import', module, bindings, at: placeOf(lowering, node) });
}

function namesOf(lowering: Lowering, node: number): Named[] {
  const end = after(lowering, node);
  const found: Named[] = [];
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (fieldOf(lowering, child) !== Field.name) continue;
    const at = placeOf(lowering, child);
    if (kindOf(lowering, child) !== Kind.aliasedImport) found.push({ name: dotted(lowering, child), at });
    else found.push({ ...aliased(lowering, child), at });
  }
  return found;
}

function aliased(lowering: Lowering, node: number): Omit<Named, 'at'> {
  const end = after(lowering, node);
  let name = '';
  let alias: string | undefined;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const field = fieldOf(lowering, child);
    if (field === Field.name) name = dotted(lowering, child);
    else if (field === Field.alias) alias = sourceOf(lowering, child);
  }
  return { name, ...(alias === undefined || alias === '' ? {} : { alias }) };
}

/** White space and comments may stand between the names and the dots. */
function dotted(lowering: Lowering, node: number): string {
  const written = sourceOf(lowering, node);
  return /^[\w.]*$/.test(written) ? written : written.replaceAll(/#.*|[\s\\]+/g, '');
}
