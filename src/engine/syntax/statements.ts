import { documentationString } from './neutralise.ts';
import { ROLE, type RolesOf } from './roles.ts';
import {
  endOf,
  fieldOf,
  isNamedNode,
  namedChildren,
  nextOf,
  parentOf,
  type SyntaxTree,
  startOf,
  textOf,
} from './tree.ts';

/** Fields that hold a statement where the language asks for no block around it. */
const BODY_FIELDS: ReadonlySet<string> = new Set(['body', 'consequence', 'alternative']);
const HOLDS_MEMBERS = ROLE.type | ROLE.scope;
const NO_STATEMENT = ROLE.comment | ROLE.block | ROLE.clause | ROLE.section;

/** Where the statements of a tree are. */
export interface Statements {
  /** Whether a node is a statement that does something; documentation, comments and `pass` are none. */
  readonly isStatement: (node: number) => boolean;
  /** Statements in the part of the tree from node `from` up to but without node `to`. */
  readonly count: (from: number, to: number) => number;
  /** Statements that stand directly in a body, at most `limit`. */
  readonly directlyIn: (body: number, limit: number) => readonly number[];
  /** Statements that say "nothing here". */
  readonly ellipses: readonly number[];
  /** Whether one of `ellipses` lies in the part of the tree from node `from` up to but without node `to`. */
  readonly hasEllipsis: (from: number, to: number) => boolean;
}

export function findStatements(tree: SyntaxTree, rolesOf: RolesOf): Statements {
  const isStatement = new Uint8Array(tree.size);
  const before = new Uint32Array(tree.size + 1);
  const ellipsesBefore = new Uint32Array(tree.size + 1);
  const ellipses: number[] = [];

  for (let node = 0; node < tree.size; node += 1) {
    const emptiness = node === 0 || !stands(node) ? 'none' : emptinessOf(node);
    if (emptiness === 'ellipsis') ellipses.push(node);
    if (emptiness === undefined) isStatement[node] = 1;
    before[node + 1] = (before[node] ?? 0) + (emptiness === undefined ? 1 : 0);
    ellipsesBefore[node + 1] = ellipses.length;
  }

  /** Whether a node stands where statements do. */
  function stands(node: number): boolean {
    const roles = rolesOf(node);
    if (!isNamedNode(tree, node) || (roles & NO_STATEMENT) !== 0) return false;
    const field = fieldOf(tree, node);
    // The body of a type holds members, which are no statements.
    if (field !== '') return BODY_FIELDS.has(field) && (rolesOf(parentOf(tree, node)) & HOLDS_MEMBERS) === 0;
    return isBlock(parentOf(tree, node));
  }

  function isBlock(node: number): boolean {
    return (rolesOf(node) & (ROLE.block | ROLE.clause)) !== 0;
  }

  function emptinessOf(node: number): 'empty' | 'ellipsis' | undefined {
    const roles = rolesOf(node);
    if ((roles & ROLE.empty) !== 0) return 'empty';
    if (endOf(tree, node) - startOf(tree, node) <= 1 && textOf(tree, node, 1) === ';') return 'empty';
    if ((roles & ROLE.documentation) === 0) return undefined;
    const [only, second] = namedChildren(tree, node);
    if (only !== undefined && second === undefined && (rolesOf(only) & ROLE.ellipsis) !== 0) return 'ellipsis';
    const isString = (child: number): boolean => (rolesOf(child) & ROLE.string) !== 0;
    return documentationString(tree, node, isString) === undefined ? undefined : 'empty';
  }

  return {
    isStatement: (node) => isStatement[node] === 1,
    count: (from, to) => (before[to] ?? 0) - (before[from] ?? 0),
    directlyIn: (body, limit) => {
      if (isStatement[body] === 1) return [body];
      const found: number[] = [];
      const end = nextOf(tree, body);
      // Some grammars wrap the statements of a block once more; their list is stepped into.
      for (let node = body + 1; node < end && found.length < limit; ) {
        if (isStatement[node] === 1) found.push(node);
        node = (rolesOf(node) & ROLE.block) !== 0 && parentOf(tree, node) === body ? node + 1 : nextOf(tree, node);
      }
      return found;
    },
    ellipses,
    hasEllipsis: (from, to) => (ellipsesBefore[to] ?? 0) > (ellipsesBefore[from] ?? 0),
  };
}
