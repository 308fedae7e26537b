import type { Expression, Statement, SwitchCase } from '#engine/analysis/ir.ts';
import { isError } from './error-names.ts';
import { asTest } from './expression.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { lowerFor } from './loop.ts';

/** Statements that decide what is run, by the type of their node. */
export const controlLowerers: Readonly<Record<string, LowerStatement>> = {
  if_statement: lowerIf,
  for_statement: lowerFor,
  expression_switch_statement: lowerSwitch,
  type_switch_statement: lowerTypeSwitch,
  select_statement: lowerSelect,
  fallthrough_statement: () => undefined,
  break_statement: (context, node, into) => {
    const label = labelIn(context, node) ?? context.breakLabel;
    into.push({ kind: 'break', ...(label === undefined ? {} : { label }), at: context.place(node) });
  },
  continue_statement: (context, node, into) => {
    const label = labelIn(context, node);
    into.push({ kind: 'continue', ...(label === undefined ? {} : { label }), at: context.place(node) });
  },
  goto_statement: (context, node, into) => {
    into.push({ kind: 'goto', name: labelIn(context, node) ?? '', at: context.place(node) });
  },
  labeled_statement: (context, node, into) => {
    const body: Statement[] = [];
    const label = context.child(node, 'label');
    for (const child of context.children(node)) if (child !== label) context.statement(child, body);
    into.push({ kind: 'label', name: label < 0 ? '' : context.source(label), body, at: context.place(node) });
  },
};

function labelIn(context: Lowering, node: number): string | undefined {
  const label = context.first(node);
  return label < 0 ? undefined : context.source(label);
}

function initialise(context: Lowering, node: number, into: Statement[]): void {
  const first = context.child(node, 'initializer');
  if (first >= 0) context.statement(first, into);
}

/** Statements of a part in which an error is known not to be nil. */
function knowing<T>(context: Lowering, test: Expression, read: () => T): T {
  const failed = failedIn(test);
  context.failed.push(...failed);
  const result = read();
  context.failed.length -= failed.length;
  return result;
}

/** Names of errors that are not nil where a test holds. */
function failedIn(test: Expression): string[] {
  if (test.kind === 'logical') return [...failedIn(test.left), ...failedIn(test.right)];
  if (test.kind !== 'unary' || test.operator !== 'not' || !isError(test.operand)) return [];
  return test.operand.kind === 'name' ? [test.operand.name] : [];
}

function lowerIf(context: Lowering, node: number, into: Statement[]): void {
  initialise(context, node, into);
  const test = asTest(context.part(node, 'condition'));
  const consequence = context.child(node, 'consequence');
  const alternative = context.child(node, 'alternative');
  const then = consequence < 0 ? [] : knowing(context, test, () => context.statements(consequence));
  const otherwise: Statement[] = [];
  if (alternative >= 0) {
    if (context.type(alternative) === 'block') otherwise.push(...context.statements(alternative));
    else context.statement(alternative, otherwise);
  }
  into.push({ kind: 'if', test, then, otherwise, at: context.place(node) });
}

/** Reads what stands inside of something that `break` leaves. */
function inside<T>(context: Lowering, label: string | undefined, read: () => T): T {
  const outer = context.breakLabel;
  context.breakLabel = label;
  const result = read();
  context.breakLabel = outer;
  return result;
}

function casesOf(context: Lowering, node: number): number[] {
  return context.children(node).filter((child) => /_case$/.test(context.type(child)));
}

function isDefault(context: Lowering, node: number): boolean {
  return context.type(node) === 'default_case';
}

/** The statements of a case. */
function bodyOf(context: Lowering, node: number): Statement[] {
  const into: Statement[] = [];
  for (const child of context.children(node)) {
    if (context.field(child) === '' && !/_type$|type_identifier$/.test(context.type(child))) {
      context.statement(child, into);
    }
  }
  return into;
}

function lowerSwitch(context: Lowering, node: number, into: Statement[]): void {
  initialise(context, node, into);
  const at = context.place(node);
  const value = context.child(node, 'value');
  const cases = casesOf(context, node);
  if (value < 0) {
    const label = `switch ${String(at.start)}`;
    const body = inside(context, label, () => chainOf(context, cases));
    into.push({ kind: 'label', name: label, body, at });
    return;
  }
  const lowered = inside(context, undefined, () => cases.flatMap((one) => caseOf(context, one)));
  into.push({ kind: 'switch', subject: context.expression(value), cases: lowered, at });
}

/** Values of one case are cases of their own that run on into its body; what leaves it is written out. */
function caseOf(context: Lowering, node: number): SwitchCase[] {
  const list = context.child(node, 'value');
  const patterns = list < 0 ? [] : context.children(list).map(context.expression);
  const body = bodyOf(context, node);
  if (!endsInFallthrough(context, node)) body.push({ kind: 'break', at: context.place(node) });
  const last = patterns.at(-1);
  return [
    ...patterns.slice(0, -1).map((pattern): SwitchCase => ({ patterns: [pattern], body: [], fallsThrough: true })),
    { patterns: last === undefined ? [] : [last], body, fallsThrough: true },
  ];
}

function endsInFallthrough(context: Lowering, node: number): boolean {
  const last = context.children(node).at(-1);
  const inner = last === undefined ? undefined : (context.children(last).at(-1) ?? last);
  return inner !== undefined && context.type(inner) === 'fallthrough_statement';
}

/** A switch without a subject is a chain of tests; the default counts last, wherever it stands. */
function chainOf(context: Lowering, cases: readonly number[]): Statement[] {
  const fallback = cases.find((one) => isDefault(context, one));
  let chain: Statement[] = fallback === undefined ? [] : bodyOf(context, fallback);
  const tests = cases.filter((one) => !isDefault(context, one));
  for (const one of tests.reverse()) {
    const at = context.place(one);
    const list = context.child(one, 'value');
    const tested = list < 0 ? [] : context.children(list).map((child) => asTest(context.expression(child)));
    const [first = { kind: 'unknown', parts: [], at } as const, ...others] = tested;
    const test = others.reduce<Expression>(
      (left, right) => ({ kind: 'logical', operator: 'or', left, right, at }),
      first,
    );
    const then = knowing(context, test, () => bodyOf(context, one));
    chain = [{ kind: 'if', test, then, otherwise: chain, at }];
  }
  return chain;
}

function lowerTypeSwitch(context: Lowering, node: number, into: Statement[]): void {
  initialise(context, node, into);
  const at = context.place(node);
  const subject = context.part(node, 'value');
  const alias = context.child(node, 'alias');
  const named = alias < 0 ? undefined : context.expression(alias);
  const cases = inside(context, undefined, () =>
    casesOf(context, node).map((one): SwitchCase => {
      const place = context.place(one);
      const types = context.children(one).filter((child) => context.field(child) === 'type');
      const [only] = types;
      const name = only === undefined || types.length > 1 ? '' : context.source(only);
      const value: Expression = { kind: 'cast', type: { name }, operand: subject, at: subject.at };
      const bind: Statement[] = named === undefined ? [] : [{ kind: 'assign', targets: [named], value, at: place }];
      return {
        patterns: isDefault(context, one) ? [] : [{ kind: 'unknown', parts: [], at: place }],
        body: [...bind, ...bodyOf(context, one)],
        fallsThrough: false,
      };
    }),
  );
  into.push({ kind: 'switch', subject, cases, at });
}

function lowerSelect(context: Lowering, node: number, into: Statement[]): void {
  const at = context.place(node);
  const cases = inside(context, undefined, () =>
    casesOf(context, node).map((one): SwitchCase => {
      const body: Statement[] = [];
      const communication = context.child(one, 'communication');
      if (communication >= 0) context.statement(communication, body);
      body.push(...bodyOf(context, one));
      const place = context.place(one);
      return {
        patterns: isDefault(context, one) ? [] : [{ kind: 'unknown', parts: [], at: place }],
        body,
        fallsThrough: false,
      };
    }),
  );
  into.push({ kind: 'switch', subject: { kind: 'unknown', parts: [], at }, cases, at });
}
