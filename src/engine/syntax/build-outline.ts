import type { SourceFile } from '#core/source-file.ts';
import { findFaults } from './faults.ts';
import {
  type FunctionContext,
  type FunctionPlace,
  modifiersOf,
  nameNode,
  outlineFunction,
} from './function-outline.ts';
import type { Language } from './language.ts';
import { mapLines } from './line-map.ts';
import type {
  Outline,
  OutlineCall,
  OutlineComment,
  OutlineCondition,
  OutlineFunction,
  OutlineHandler,
} from './outline.ts';
import { ROLE, rolesIn } from './roles.ts';
import { findStatements } from './statements.ts';
import {
  childByField,
  endOf,
  fieldOf,
  folded,
  namedChildren,
  nextOf,
  parentOf,
  type SyntaxTree,
  startOf,
  textOf,
  typeOf,
} from './tree.ts';

/** Longest text of a condition, a callee and its arguments. */
const TEXT_LIMIT = 200;
const STRING_LIMIT = 2000;
/** Fields of which a type that is defined here, and not only named, has one. */
const DEFINING_FIELDS = ['body', 'type', 'value'];

/** What is wrong with the text of a tree, by itself. */
export function faultsIn(file: SourceFile, tree: SyntaxTree, language: Language): Outline['faults'] {
  return findFaults({ tree, language, rolesOf: rolesIn(tree, language), lines: mapLines(file.path, tree.text) });
}

/** Outlines a parsed file in one pass over its nodes. */
export function buildOutline(file: SourceFile, tree: SyntaxTree, language: Language): Outline {
  const rolesOf = rolesIn(tree, language);
  const lines = mapLines(file.path, tree.text);
  const statements = findStatements(tree, rolesOf);
  const context: FunctionContext = { tree, language, rolesOf, statements, lines };

  const functions: OutlineFunction[] = [];
  const types: Outline['types'][number][] = [];
  const calls: OutlineCall[] = [];
  const conditions: OutlineCondition[] = [];
  const handlers: OutlineHandler[] = [];
  const comments: OutlineComment[] = [];
  const strings: Outline['strings'][number][] = [];
  const around = new Surroundings(context);

  for (let node = 0; node < tree.size; node += 1) {
    around.enter(node);
    const roles = rolesOf(node);
    if (roles === 0) continue;
    const span = () => lines.spanOf(startOf(tree, node), endOf(tree, node));

    if ((roles & ROLE.section) !== 0) around.openSection(node);
    if ((roles & ROLE.function) !== 0) {
      const outlined = outlineFunction(node, around.place(), context);
      if (outlined !== undefined) functions.push(outlined);
      around.openFunction(node, outlined?.name);
    }
    if ((roles & (ROLE.type | ROLE.scope)) !== 0) {
      const name = around.openScope(node, (roles & ROLE.scope) !== 0);
      if (name !== undefined) types.push({ name, span: span() });
    }
    if ((roles & ROLE.call) !== 0) {
      const call = outlineCall(tree, node);
      if (call !== undefined) calls.push({ ...call, inFunction: around.functionName, span: span() });
    }
    if ((roles & ROLE.condition) !== 0) {
      conditions.push({
        text: conditionText(context, node),
        inFunction: around.functionName,
        span: span(),
        leaves: (roles & ROLE.assertion) !== 0 || leaves(context, node),
      });
    }
    if ((roles & ROLE.handler) !== 0) {
      handlers.push({ ...outlineHandler(context, node), inFunction: around.functionName, span: span() });
    }
    if ((roles & ROLE.string) !== 0) strings.push({ text: textOf(tree, node, STRING_LIMIT), span: span() });
    if ((roles & (ROLE.comment | ROLE.silencer)) !== 0) {
      const text = textOf(tree, node, STRING_LIMIT);
      const isSuppression = language.suppression.test(text);
      if (isSuppression || (roles & ROLE.comment) !== 0) comments.push({ text, span: span(), isSuppression });
    }
  }

  return {
    path: file.path,
    language: language.id,
    faults: findFaults({ tree, language, rolesOf, lines }),
    functions,
    types,
    calls,
    conditions,
    handlers,
    comments,
    strings,
    statements: statements.count(0, tree.size),
    ellipses: statements.ellipses.map((node) => lines.spanOf(startOf(tree, node), endOf(tree, node))),
  };
}

interface OpenFunction {
  readonly end: number;
  /** Nearest name: a function without one counts as a part of what is around it. */
  readonly name: string;
}

interface OpenScope {
  readonly end: number;
  readonly name: string;
  readonly head: string;
  isPrivate: boolean;
}

/** Which functions, types and sections are around the node of the moment, while the tree is walked in order. */
class Surroundings {
  readonly #context: FunctionContext;
  readonly #functions: OpenFunction[] = [];
  readonly #scopes: OpenScope[] = [];

  constructor(context: FunctionContext) {
    this.#context = context;
  }

  /** Closes what ends before `node`. */
  enter(node: number): void {
    while ((this.#functions.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= node) this.#functions.pop();
    while ((this.#scopes.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= node) this.#scopes.pop();
  }

  get functionName(): string {
    return this.#functions.at(-1)?.name ?? '';
  }

  place(): FunctionPlace {
    const scope = this.#scopes.at(-1);
    return {
      scopes: this.#scopes.slice(-4).map(({ name }) => name),
      typeHead: scope?.head ?? '',
      isInPrivateSection: scope?.isPrivate === true,
      isNested: this.#functions.length > 0,
    };
  }

  openFunction(node: number, name: string | undefined): void {
    this.#functions.push({ end: nextOf(this.#context.tree, node), name: name ?? this.functionName });
  }

  /** Opens the type or namespace at `node`; gives back its name when it is a public type that is defined here. */
  openScope(node: number, isNamespace: boolean): string | undefined {
    const { tree, language } = this.#context;
    const named = nameNode(tree, node);
    if (named === undefined) return undefined;
    if (!isNamespace && !DEFINING_FIELDS.some((field) => childByField(tree, node, field) !== undefined))
      return undefined;
    const own = textOf(tree, named, TEXT_LIMIT).replace(/::/g, '.').replace(/\s+/g, '');
    const body = childByField(tree, node, 'body') ?? childByField(tree, node, 'type') ?? node;
    const head = tree.text.slice(startOf(tree, node), Math.min(startOf(tree, body), startOf(tree, node) + 300));
    const qualified = [...this.#scopes.slice(-4).map(({ name }) => name), own].join('.');
    const isHidden =
      this.#functions.length > 0 ||
      language.privateName?.test(own) === true ||
      language.privateModifier?.test(modifiersOf(tree, node)) === true;
    this.#scopes.push({
      end: nextOf(tree, node),
      name: own,
      head,
      isPrivate: language.nodes.closedType?.includes(typeOf(tree, node)) === true,
    });
    return isNamespace || isHidden ? undefined : qualified;
  }

  /** `private:` and its kin hold until the next one. */
  openSection(node: number): void {
    const { tree, language } = this.#context;
    const scope = this.#scopes.at(-1);
    // The same words name how a class inherits; only those among its members open a section.
    if (scope === undefined || fieldOf(tree, parentOf(tree, node)) !== 'body') return;
    scope.isPrivate = language.privateModifier?.test(textOf(tree, node, 40)) === true;
  }
}

/** Callee and arguments; the callee is all that stands before the arguments, so that no grammar needs a table for it. */
function outlineCall(tree: SyntaxTree, node: number): Pick<OutlineCall, 'callee' | 'argumentsText'> | undefined {
  const list = childByField(tree, node, 'arguments');
  const [first] = namedChildren(tree, node);
  if (list === undefined || first === undefined || first === list) return undefined;
  const from = startOf(tree, first);
  return {
    callee: tree.text
      .slice(from, Math.min(startOf(tree, list), from + 2 * TEXT_LIMIT))
      .replace(/\s+/g, '')
      .slice(0, TEXT_LIMIT),
    argumentsText: folded(textOf(tree, list, 4 * TEXT_LIMIT), TEXT_LIMIT),
  };
}

function conditionText({ tree, rolesOf }: FunctionContext, node: number): string {
  const isAssertion = (rolesOf(node) & ROLE.assertion) !== 0;
  const condition =
    childByField(tree, node, 'condition') ?? (isAssertion ? namedChildren(tree, node)[0] : undefined) ?? node;
  const text = folded(textOf(tree, condition, 4 * TEXT_LIMIT), 4 * TEXT_LIMIT);
  const isWrapped = /^(?:parenthesized_expression|condition_clause)$/.test(typeOf(tree, condition));
  return (isWrapped && text.endsWith(')') ? text.slice(1, -1).trim() : text).slice(0, TEXT_LIMIT);
}

/** Whether the branch that the condition guards ends the function, the loop or the program. */
function leaves(context: FunctionContext, node: number): boolean {
  const { tree, rolesOf, statements, language } = context;
  const branch = childByField(tree, node, 'consequence');
  if (branch === undefined) return false;
  return statements.directlyIn(branch, 50).some((statement) => {
    if ((rolesOf(statement) & (ROLE.leave | ROLE.return)) !== 0) return true;
    const [expression] = namedChildren(tree, statement);
    if (expression === undefined || (rolesOf(expression) & ROLE.call) === 0) return false;
    const callee = outlineCall(tree, expression)?.callee ?? '';
    return language.exits?.includes(callee) === true;
  });
}

/** A statement that is only a constant does nothing either. */
const BARE_CONSTANT = /^(?:[-+]?\d[\w.]*|true|false|none|null|nil|undefined|nullptr)\s*;?$/i;

function outlineHandler(
  context: FunctionContext,
  node: number,
): Pick<OutlineHandler, 'isEmpty' | 'isBroad' | 'guarded'> {
  const { tree, rolesOf, statements, language, lines } = context;
  const body =
    childByField(tree, node, 'body') ??
    namedChildren(tree, node).findLast((child) => (rolesOf(child) & ROLE.block) !== 0);
  const head = tree.text.slice(startOf(tree, node), Math.min(startOf(tree, body ?? node), startOf(tree, node) + 200));
  const guarded = childByField(tree, parentOf(tree, node), 'body');
  const done = body === undefined ? [] : statements.directlyIn(body, 2);
  return {
    isEmpty: done.every((statement) => BARE_CONSTANT.test(textOf(tree, statement, 40))),
    isBroad: language.broadHandler === undefined || language.broadHandler.test(head),
    ...(guarded === undefined ? {} : { guarded: lines.spanOf(startOf(tree, guarded), endOf(tree, guarded)) }),
  };
}
