import type { Expression, ImportBinding, IrFunction, Parameter, Statement } from '#engine/analysis/ir.ts';
import { decodeString } from './literal-text.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { parseMacro } from './macro-expression.ts';

/** Directives by the type of their node. */
export const preprocessorLowerers: Readonly<Record<string, LowerStatement>> = {
  preproc_include: lowerInclude,
  preproc_def: lowerConstant,
  preproc_function_def: lowerMacro,
  preproc_if: lowerCondition,
  preproc_ifdef: lowerCondition,
};

/** A header of the project brings its own names and those of the file that belongs to it. */
function lowerInclude(context: Lowering, node: number, into: Statement[]): void {
  const path = context.child(node, 'path');
  if (path < 0) return;
  const source = context.source(path);
  const at = context.place(node);
  if (context.type(path) !== 'string_literal') {
    into.push({ kind: 'import', module: source.replace(/^<|>$/g, '').trim(), bindings: [], at });
    return;
  }
  const module = decodeString(source);
  const stem = module.replace(/\.h(?:h|pp|xx|\+\+)?$/, '');
  const files = [module, ...(stem === module ? [] : [`${stem}.c`, `${stem}.cpp`, `${stem}.cc`])];
  const bindings = files.map((file): ImportBinding => ({ local: '*', imported: '*', module: `./${file}` }));
  into.push({ kind: 'import', module: `./${module}`, bindings, at });
}

/** `#define N 64` gives a constant a name, if what it stands for is an expression. */
function lowerConstant(context: Lowering, node: number, into: Statement[]): void {
  const name = context.child(node, 'name');
  const written = context.child(node, 'value');
  if (name < 0 || written < 0) return;
  const value = parseMacro(context.source(written), context.start(written));
  if (value === undefined) return;
  const target: Expression = { kind: 'name', name: context.source(name), at: context.place(name) };
  into.push({ kind: 'assign', targets: [target], value, at: context.place(node) });
}

/** `#define MAX(a, b) …` is a function, if what it stands for is an expression. */
function lowerMacro(context: Lowering, node: number, into: Statement[]): void {
  const name = context.child(node, 'name');
  const written = context.child(node, 'value');
  const list = context.child(node, 'parameters');
  if (name < 0 || written < 0) return;
  const value = parseMacro(context.source(written), context.start(written));
  if (value === undefined) return;
  const at = context.place(node);
  const parameters = (list < 0 ? [] : context.parts(list)).flatMap((child): Parameter[] => {
    const place = context.place(child);
    if (context.type(child) === '...') {
      return [
        { target: { kind: 'name', name: '__VA_ARGS__', at: place }, name: '__VA_ARGS__', form: 'rest', at: place },
      ];
    }
    if (context.type(child) !== 'identifier') return [];
    const parameter = context.source(child);
    return [{ target: { kind: 'name', name: parameter, at: place }, name: parameter, form: 'plain', at: place }];
  });
  const macro: IrFunction = {
    name: context.source(name),
    nameAt: context.place(name),
    parameters,
    body: [{ kind: 'return', value, at: value.at }],
    decorators: [],
    isAsync: false,
    isGenerator: false,
    isMethod: false,
    isStatic: true,
    isExpression: true,
    at,
  };
  into.push({ kind: 'function', function: macro, at });
}

/** Statements that say nothing of where control goes, and of which both alternatives may as well be there. */
const STANDING: ReadonlySet<Statement['kind']> = new Set(['function', 'class', 'import', 'declare']);

/**
 * Nobody knows which branch of a condition is compiled. Definitions and declarations of both are kept in order, so that each
 * is read; what does something becomes an `if` with an unknown test, so that neither branch is certain. Where both branches
 * declare, all is kept in order: what follows needs the declarations. `#if 0` is left out.
 */
function lowerCondition(context: Lowering, node: number, into: Statement[]): void {
  const then: Statement[] = [];
  const otherwise: Statement[] = [];
  const alternative = context.child(node, 'alternative');
  const condition = context.child(node, 'condition');
  const known = condition < 0 ? '' : context.source(condition);
  if (known !== '0') {
    const name = context.child(node, 'name');
    context.list(
      context.parts(node).filter((child) => child !== alternative && child !== condition && child !== name),
      then,
    );
  }
  if (alternative >= 0 && known !== '1') {
    if (context.type(alternative) === 'preproc_else') {
      context.list(context.parts(alternative), otherwise);
    } else lowerCondition(context, alternative, otherwise);
  }
  if (then.length === 0 || otherwise.length === 0) {
    // Headers guard themselves; what stands in such a guard, or alone in a condition, is taken for compiled.
    into.push(...then, ...otherwise);
    return;
  }
  const at = context.place(node);
  const test: Expression = { kind: 'unknown', parts: [], at };
  const isStanding = ({ kind }: Statement): boolean => STANDING.has(kind);
  const isConstant = ({ kind }: Statement): boolean => kind === 'assign' && context.functions === 0;
  const same = context.functions === 0 ? undefined : declaredInBoth(then, otherwise);
  if (same !== undefined) {
    into.push(...same.declared, { kind: 'if', test, then: same.then, otherwise: same.otherwise, at });
    return;
  }
  const windows = context.functions === 0 ? systemTested(context, node) : undefined;
  if (windows === undefined && !then.some(isStanding) && !otherwise.some(isStanding)) {
    into.push({ kind: 'if', test, then, otherwise, at });
    return;
  }
  into.push(...then.filter((one) => !isConstant(one)), ...otherwise.filter((one) => !isConstant(one)));
  const constants = { then: then.filter(isConstant), otherwise: otherwise.filter(isConstant) };
  if (constants.then.length + constants.otherwise.length === 0) return;
  // What a file sets for each system in its own way is worth one of them: that of Unix.
  if (windows === undefined) into.push({ kind: 'if', test, ...constants, at });
  else into.push(...(windows ? constants.otherwise : constants.then));
}

interface DeclaredInBoth {
  readonly declared: readonly Statement[];
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/**
 * Two branches that declare the same variables and do nothing else that has to stand where it is: one of them is what
 * happens, and what follows needs the variables. `undefined` where they do not.
 */
function declaredInBoth(then: readonly Statement[], otherwise: readonly Statement[]): DeclaredInBoth | undefined {
  const declared = then.filter((one) => one.kind === 'declare');
  const others = otherwise.filter((one) => one.kind === 'declare');
  const isStanding = (one: Statement): boolean => STANDING.has(one.kind) && one.kind !== 'declare';
  if (declared.length === 0 || [...then, ...otherwise].some(isStanding)) return undefined;
  if (declared.length !== others.length) return undefined;
  if (!declared.every(({ name }, index) => name === others[index]?.name)) return undefined;
  if (![...declared, ...others].every(({ value, type }) => value?.kind !== 'sequence' && type?.sizes === undefined))
    return undefined;
  return {
    declared: declared.map(({ value: _value, ...rest }) => rest),
    then: then.flatMap(assigned),
    otherwise: otherwise.flatMap(assigned),
  };
}

/** What a declaration does, without what it declares. */
function assigned(statement: Statement): readonly Statement[] {
  if (statement.kind !== 'declare') return [statement];
  const { name, value, at } = statement;
  if (value === undefined) return [];
  return [{ kind: 'assign', targets: [{ kind: 'name', name, at }], value, at }];
}

/** Macros that compilers for Windows set. */
const WINDOWS = /^(?:_?WIN32|_WIN64|_MSC_VER|__MINGW32__|_WINDOWS)$/;

/** Whether the first branch of an `#ifdef` is for Windows; `undefined` when it is about something else. */
function systemTested(context: Lowering, node: number): boolean | undefined {
  const name = context.child(node, 'name');
  if (name < 0 || !WINDOWS.test(context.source(name))) return undefined;
  return !context.has(node, '#ifndef');
}
