import type { Expression, ImportBinding, Statement } from '#engine/analysis/ir.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';

interface ExportedName {
  readonly local: string;
  readonly exported: string;
}

/** Imports and exports, by the type of their node. */
export const moduleLowerers: Readonly<Record<string, LowerStatement>> = {
  import_statement: lowerImport,
  import_alias: lowerAlias,
  export_statement: lowerExport,
};

function lowerImport(context: Lowering, node: number, into: Statement[]): void {
  let source = context.child(node, FIELD.source);
  const bindings: ImportBinding[] = [];
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.importClause) lowerClause(context, at, bindings);
    else if (kind === KIND.importRequire) {
      const named = context.first(at);
      if (named >= 0) bindings.push({ local: context.source(named), imported: '*' });
      source = context.child(at, FIELD.source);
    }
  }
  if (source < 0) return;
  into.push({ kind: 'import', module: textOf(context, source), bindings, at: context.place(node) });
}

/** Imports of types stay: annotations are named by them. */
function lowerClause(context: Lowering, clause: number, into: ImportBinding[]): void {
  const end = context.next(clause);
  for (let at = clause + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.identifier) into.push({ local: context.source(at), imported: 'default' });
    else if (kind === KIND.namespaceImport) {
      const named = context.first(at);
      if (named >= 0) into.push({ local: context.source(named), imported: '*' });
    } else if (kind === KIND.namedImports) {
      const last = context.next(at);
      for (let specifier = at + 1; specifier < last; specifier = context.next(specifier)) {
        if (context.kind(specifier) !== KIND.importSpecifier) continue;
        const name = context.child(specifier, FIELD.name);
        const alias = context.child(specifier, FIELD.alias);
        if (name < 0) continue;
        const imported = textOf(context, name);
        into.push({ local: alias < 0 ? imported : context.source(alias), imported });
      }
    }
  }
}

/** `import a = b.c`. */
function lowerAlias(context: Lowering, node: number, into: Statement[]): void {
  const named = context.first(node);
  if (named < 0) return;
  const end = context.next(node);
  for (let at = context.next(named); at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.sign || kind === KIND.comment) continue;
    const target = context.expression(named);
    into.push({ kind: 'assign', targets: [target], value: context.expression(at), at: context.place(node) });
    return;
  }
}

/** A name or a quoted name. */
function textOf(context: Lowering, node: number): string {
  if (context.kind(node) !== KIND.string) return context.source(node);
  const lowered = context.expression(node);
  return lowered.kind === 'literal' && typeof lowered.value === 'string' ? lowered.value : '';
}

function lowerExport(context: Lowering, node: number, into: Statement[]): void {
  const isDefault = context.has(node, 'default');
  const decorators: Expression[] = [];
  let isReexport = false;
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    const field = context.field(at);
    if (kind === KIND.comment) continue;
    if (kind === KIND.decorator) decorators.push(context.expression(at));
    else if (kind === KIND.error) context.lower.broken(context, [at], into);
    else if (field === FIELD.declaration)
      exportDeclaration(context, { node: at, around: node, isDefault, decorators }, into);
    else if (field === FIELD.value) exportValue(context, { node: at, around: node }, into);
    else if (kind === KIND.exportClause || kind === KIND.namespaceExport) {
      exportNames(context, { node: at, around: node }, into);
      isReexport = true;
    } else if (field === FIELD.source && !isReexport) {
      reexport(context, { node, names: [{ local: '*', exported: '*' }], source: at }, into);
    } else if (kind === KIND.identifier && context.has(node, '=')) {
      exportAssignment(context, { node: at, around: node }, into);
    }
  }
}

interface Exported {
  readonly node: number;
  readonly around: number;
}

function exportDeclaration(
  context: Lowering,
  { node, around, isDefault, decorators }: Exported & { isDefault: boolean; decorators: readonly Expression[] },
  into: Statement[],
): void {
  const from = into.length;
  if (context.kind(node) === KIND.classDeclaration) {
    into.push({ kind: 'class', class: context.lower.class(context, node, decorators), at: context.place(node) });
  } else context.statement(node, into);
  const names = into
    .slice(from)
    .flatMap(declaredNames)
    .map((local): ExportedName => ({ local, exported: isDefault ? 'default' : local }));
  pushExport(context, { node: around, names }, into);
}

function exportValue(context: Lowering, { node, around }: Exported, into: Statement[]): void {
  const value = context.expression(node);
  const at = context.place(node);
  let local = 'default';
  if (value.kind === 'name') local = value.name;
  else if (value.kind === 'function' && value.function.name !== '') {
    local = value.function.name;
    into.push({ kind: 'function', function: value.function, at });
  } else if (value.kind === 'class' && value.class.name !== '') {
    local = value.class.name;
    into.push({ kind: 'class', class: value.class, at });
  } else into.push({ kind: 'assign', targets: [{ kind: 'name', name: local, at }], value, at });
  pushExport(context, { node: around, names: [{ local, exported: 'default' }] }, into);
}

/** `export = x` gives the whole module. */
function exportAssignment(context: Lowering, { node, around }: Exported, into: Statement[]): void {
  const at = context.place(around);
  const object: Expression = { kind: 'name', name: 'module', at };
  const target: Expression = { kind: 'member', object, property: 'exports', at };
  into.push({ kind: 'assign', targets: [target], value: context.expression(node), at });
}

function exportNames(context: Lowering, { node, around }: Exported, into: Statement[]): void {
  const names: ExportedName[] = [];
  if (context.kind(node) === KIND.namespaceExport) {
    const named = context.first(node);
    if (named >= 0) names.push({ local: '*', exported: textOf(context, named) });
  }
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    if (context.kind(at) !== KIND.exportSpecifier) continue;
    const name = context.child(at, FIELD.name);
    const alias = context.child(at, FIELD.alias);
    if (name < 0) continue;
    const local = textOf(context, name);
    names.push({ local, exported: alias < 0 ? local : textOf(context, alias) });
  }
  const source = context.child(around, FIELD.source);
  if (source < 0) pushExport(context, { node: around, names }, into);
  else reexport(context, { node: around, names, source }, into);
}

/** What comes from another module gets names that no program can write, since it binds nothing in this one. */
function reexport(
  context: Lowering,
  { node, names, source }: { readonly node: number; readonly names: readonly ExportedName[]; readonly source: number },
  into: Statement[],
): void {
  const hidden = (exported: string): string => (exported === '*' ? '*' : `*${exported}`);
  const bindings = names.map(({ local, exported }): ImportBinding => ({ local: hidden(exported), imported: local }));
  into.push({ kind: 'import', module: textOf(context, source), bindings, at: context.place(node) });
  const moved = names.map(({ exported }): ExportedName => ({ local: hidden(exported), exported }));
  pushExport(context, { node, names: moved }, into);
}

function pushExport(
  context: Lowering,
  { node, names }: { readonly node: number; readonly names: readonly ExportedName[] },
  into: Statement[],
): void {
  if (names.length === 0 || context.namespaces > 0) return;
  into.push({ kind: 'export', names, at: context.place(node) });
}

function declaredNames(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'function':
      return [statement.function.name];
    case 'class':
      return [statement.class.name];
    case 'declare':
      return [statement.name];
    case 'assign':
      return statement.targets.flatMap(namesIn);
    default:
      return [];
  }
}

/** Names that a pattern binds. */
function namesIn(target: Expression): readonly string[] {
  switch (target.kind) {
    case 'name':
      return [target.name];
    case 'sequence':
      return target.items.flatMap(namesIn);
    case 'record':
      return target.entries.flatMap(({ value }) => namesIn(value));
    case 'spread':
      return namesIn(target.value);
    case 'assignment':
      return namesIn(target.target);
    default:
      return [];
  }
}
