import type { Expression, Handler, Place, Statement } from '#engine/analysis/ir.ts';
import { Field, Kind } from './grammar-kinds.ts';
import {
  after,
  fieldOf,
  isExpression,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerStatement,
  placeOf,
  type StatementRule,
  unknownAt,
} from './lowering.ts';
import { lowerMatch } from './patterns.ts';
import { recover } from './recover.ts';
import { lowerSuite } from './suites.ts';

/** Statements that have others in them. */
export const compoundRules: Readonly<Record<string, StatementRule>> = {
  if_statement: lowerIf,
  while_statement: lowerWhile,
  for_statement: lowerFor,
  try_statement: lowerTry,
  with_statement: lowerWith,
  match_statement: lowerMatch,
  block: lowerSuite,
  elif_clause: lowerIf,
  else_clause: lowerLooseClause,
  finally_clause: lowerLooseClause,
};

interface Branch {
  readonly test: Expression;
  readonly then: Statement[];
  readonly start: number;
}

/** The clauses stand side by side in the tree, so that no chain of them is too long. */
function lowerIf(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const whole = placeOf(lowering, node);
  const first = lowerBranch(lowering, node);
  const branches: Branch[] = [];
  let otherwise: Statement[] = [];
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.elifClause) branches.push(lowerBranch(lowering, child));
    else if (kind === Kind.elseClause) lowerClauseBody(lowering, child, otherwise);
    else if (kind === Kind.error) recover(lowering, child, branches.at(-1)?.then ?? first.then);
  }
  for (const { test, then, start } of branches.reverse()) {
    otherwise = [{ kind: 'if', test, then, otherwise, at: { start, end: whole.end } }];
  }
  out.push({ kind: 'if', test: first.test, then: first.then, otherwise, at: whole });
}

function lowerBranch(lowering: Lowering, node: number): Branch {
  const end = after(lowering, node);
  let test: Expression | undefined;
  const then: Statement[] = [];
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const field = fieldOf(lowering, child);
    if (field === Field.condition) test = lowerExpression(lowering, child);
    else if (field === Field.consequence) lowerSuite(lowering, child, then);
    else if (field === Field.alternative) break;
  }
  return { test: test ?? unknownAt(lowering, node), then, start: lowering.starts[node] ?? 0 };
}

/** The block of `else:` or `finally:`. */
function lowerClauseBody(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.block) lowerSuite(lowering, child, out);
    else if (kind === Kind.error) recover(lowering, child, out);
  }
}

/** A clause whose statement did not parse. */
function lowerLooseClause(lowering: Lowering, node: number, out: Statement[]): void {
  lowerClauseBody(lowering, node, out);
}

function lowerWhile(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  let test: Expression | undefined;
  const body: Statement[] = [];
  let otherwise: Statement[] | undefined;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.block) lowerSuite(lowering, child, body);
    else if (kind === Kind.elseClause) lowerClauseBody(lowering, child, (otherwise ??= []));
    else if (kind === Kind.error) recover(lowering, child, body);
    else if (fieldOf(lowering, child) === Field.condition) test = lowerExpression(lowering, child);
  }
  const isEndless = test?.kind === 'literal' && (test.value === true || test.value === 1);
  out.push({
    kind: 'loop',
    ...(test === undefined || isEndless ? {} : { test }),
    body,
    ...(otherwise === undefined ? {} : { otherwise }),
    at: placeOf(lowering, node),
  });
}

function lowerFor(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  let target: Expression | undefined;
  let iterable: Expression | undefined;
  const body: Statement[] = [];
  let otherwise: Statement[] | undefined;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    const field = fieldOf(lowering, child);
    if (kind === Kind.block) lowerSuite(lowering, child, body);
    else if (kind === Kind.elseClause) lowerClauseBody(lowering, child, (otherwise ??= []));
    else if (kind === Kind.error) recover(lowering, child, body);
    else if (field === Field.left) target = lowerExpression(lowering, child);
    else if (field === Field.right) iterable = lowerExpression(lowering, child);
  }
  out.push({
    kind: 'for-each',
    target: target ?? unknownAt(lowering, node),
    iterable: iterable ?? unknownAt(lowering, node),
    body,
    ...(otherwise === undefined ? {} : { otherwise }),
    at: placeOf(lowering, node),
  });
}

function lowerTry(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const body: Statement[] = [];
  const handlers: Handler[] = [];
  const otherwise: Statement[] = [];
  const last: Statement[] = [];
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    switch (kindOf(lowering, child)) {
      case Kind.block:
        lowerSuite(lowering, child, body);
        break;
      case Kind.exceptClause:
        handlers.push(lowerHandler(lowering, child));
        break;
      case Kind.elseClause:
        lowerClauseBody(lowering, child, otherwise);
        break;
      case Kind.finallyClause:
        lowerClauseBody(lowering, child, last);
        break;
      case Kind.error:
        recover(lowering, child, body);
        break;
      default:
        lowerStatement(lowering, child, body);
    }
  }
  out.push({ kind: 'try', body, handlers, otherwise, finally: last, at: placeOf(lowering, node) });
}

function lowerHandler(lowering: Lowering, node: number): Handler {
  const end = after(lowering, node);
  const values: Expression[] = [];
  const body: Statement[] = [];
  let name: string | undefined;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.block) lowerSuite(lowering, child, body);
    else if (kind === Kind.error) recover(lowering, child, body);
    else if (isExpression(lowering, child)) {
      const value = lowerExpression(lowering, child);
      if (fieldOf(lowering, child) === Field.alias) name = nameOf(value);
      else if (value.kind === 'assignment') {
        name = nameOf(value.target);
        values.push(value.value);
      } else values.push(value);
    }
  }
  const [, second] = values;
  // Python 2 had `except Error, error`; Python 3.14 reads two types there.
  if (name === undefined && values.length === 2 && second?.kind === 'name' && /^[a-z_]/.test(second.name)) {
    name = second.name;
    values.pop();
  }
  const types = values.flatMap((value) => (value.kind === 'sequence' ? value.items : [value]));
  return { types, ...(name === undefined ? {} : { name }), body, at: placeOf(lowering, node) };
}

function nameOf(target: Expression): string | undefined {
  return target.kind === 'name' ? target.name : undefined;
}

interface Resource {
  readonly value: Expression;
  readonly target?: Expression;
}

function lowerWith(lowering: Lowering, node: number, out: Statement[]): void {
  const end = after(lowering, node);
  const resources: Resource[] = [];
  const body: Statement[] = [];
  const at: Place = placeOf(lowering, node);
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    if (kind === Kind.withClause) addResources(lowering, child, resources);
    else if (kind === Kind.block) lowerSuite(lowering, child, body);
    else if (kind === Kind.error) recover(lowering, child, body);
  }
  out.push({ kind: 'with', resources, body, at });
}

function addResources(lowering: Lowering, clause: number, resources: Resource[]): void {
  const end = after(lowering, clause);
  for (let child = clause + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) !== Kind.withItem) continue;
    const value = lowerExpression(lowering, child + 1);
    const items = value.kind === 'sequence' && value.form === 'tuple' ? value.items : [value];
    for (const item of items) {
      resources.push(item.kind === 'assignment' ? { value: item.value, target: item.target } : { value: item });
    }
  }
}
