import type {
  Fill,
  Framework,
  Guard,
  Operation,
  Propagator,
  PropertySink,
  Route,
  Sanitizer,
  Sink,
  Source,
} from './framework.ts';

/** A class whose methods are called with requests. */
export type RouteClass = NonNullable<Framework['routeClasses']>[number];

/** The tables of all frameworks of a language, ready to be asked by name. */
export interface Knowledge {
  /** The name that the tables use for what `name` names: aliases followed, results given their types. */
  readonly canonical: (name: string) => string;
  readonly implicit: (name: string) => string | undefined;
  readonly parameterType: (name: string) => string | undefined;
  readonly annotationType: (name: string) => string | undefined;
  readonly plainType: (name: string) => 'number' | 'text' | 'data' | undefined;
  readonly operation: (names: readonly string[]) => Operation | undefined;
  readonly source: (name: string) => Source | undefined;
  /** Every source of a name: calls may be sources of several kinds. */
  readonly sources: (name: string) => readonly Source[];
  readonly sinks: (names: readonly string[]) => readonly Sink[];
  readonly propertySinks: (names: readonly string[]) => readonly PropertySink[];
  readonly sanitizers: (names: readonly string[]) => readonly Sanitizer[];
  readonly propagators: (names: readonly string[]) => readonly Propagator[];
  readonly fills: (names: readonly string[]) => readonly Fill[];
  readonly guards: (names: readonly string[]) => readonly Guard[];
  /** Guards that test how a text begins, whatever the test is called. */
  readonly prefixGuards: readonly Guard[];
  /** Whether any table speaks of a call: what it does to its arguments is in the tables then. */
  readonly isKnown: (names: readonly string[]) => boolean;
  readonly isExit: (names: readonly string[]) => boolean;
  readonly routes: (names: readonly string[]) => readonly Route[];
  readonly routeClass: (base: string) => RouteClass | undefined;
}

/** More renames than this are a ring in the tables. */
const MOST_RENAMES = 8;

/** Compiles tables. Where two tables speak of one name, both count; of one type or alias, the later one. */
export function compileKnowledge(frameworks: readonly Framework[]): Knowledge {
  const renames = merged(frameworks, ({ aliases }) => aliases);
  for (const [from, to] of merged(frameworks, ({ types }) => types)) renames.set(from, to);
  const implicit = merged(frameworks, (one) => one.implicit);
  const parameters = merged(frameworks, (one) => one.parameters);
  const annotations = merged(frameworks, (one) => one.annotations);
  const plainTypes = merged(frameworks, (one) => one.plainTypes);
  const operations = merged(frameworks, (one) => one.operations);
  const spoken = new Set(
    frameworks.flatMap(({ sinks, sanitizers, propagators, guards, fills }) =>
      [sinks, sanitizers, propagators, guards, fills].flatMap((rows) => (rows ?? []).map(({ callee }) => callee)),
    ),
  );
  const exits = new Set(frameworks.flatMap((one) => one.exits ?? []));
  const exitNames = frameworks.flatMap((one) => one.exitNames ?? []);
  const sources = grouped(
    frameworks,
    (one) => one.sources,
    ({ value }) => value,
  );
  const routeClasses = grouped(
    frameworks,
    (one) => one.routeClasses,
    ({ base }) => base,
  );
  const byCallee = <Row extends { readonly callee: string }>(
    rows: (framework: Framework) => readonly Row[] | undefined,
  ): ((names: readonly string[]) => readonly Row[]) => lookup(grouped(frameworks, rows, ({ callee }) => callee));

  return {
    canonical: (name) => {
      let now = name;
      for (let count = 0; count < MOST_RENAMES; count += 1) {
        const next = renames.get(now);
        if (next === undefined || next === now) return now;
        now = next;
      }
      return now;
    },
    implicit: (name) => implicit.get(name),
    parameterType: (name) => parameters.get(name),
    annotationType: (name) => annotations.get(name),
    plainType: (name) => plainTypes.get(name),
    operation: (names) => {
      for (const name of names) {
        const found = operations.get(name);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    source: (name) => sources.get(name)?.[0],
    sources: (name) => sources.get(name) ?? NONE,
    sinks: byCallee((one) => one.sinks),
    propertySinks: lookup(
      grouped(
        frameworks,
        (one) => one.propertySinks,
        ({ property }) => property,
      ),
    ),
    sanitizers: byCallee((one) => one.sanitizers),
    propagators: byCallee((one) => one.propagators),
    fills: byCallee((one) => one.fills),
    guards: byCallee((one) => one.guards),
    prefixGuards: frameworks
      .flatMap((one) => one.guards ?? [])
      .filter(({ callee, argument }) => argument === 'receiver' && operations.get(callee) === 'text-starts'),
    isKnown: (names) => names.some((name) => operations.has(name) || spoken.has(name)),
    isExit: (names) =>
      names.some((name) => exits.has(name)) || exitNames.some((pattern) => names.some((name) => pattern.test(name))),
    routes: byCallee((one) => one.routes),
    routeClass: (base) => routeClasses.get(base)?.[0],
  };
}

function merged<Value>(
  frameworks: readonly Framework[],
  table: (framework: Framework) => Readonly<Record<string, Value>> | undefined,
): Map<string, Value> {
  return new Map(frameworks.flatMap((framework) => Object.entries(table(framework) ?? {})));
}

function grouped<Row>(
  frameworks: readonly Framework[],
  rows: (framework: Framework) => readonly Row[] | undefined,
  keyOf: (row: Row) => string,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const framework of frameworks) {
    for (const row of rows(framework) ?? []) {
      const group = groups.get(keyOf(row));
      if (group === undefined) groups.set(keyOf(row), [row]);
      else group.push(row);
    }
  }
  return groups;
}

const NONE: readonly never[] = [];

function lookup<Row>(groups: ReadonlyMap<string, readonly Row[]>): (names: readonly string[]) => readonly Row[] {
  return (names) => {
    let found: readonly Row[] = NONE;
    for (const name of names) {
      const rows = groups.get(name);
      if (rows !== undefined) found = found.length === 0 ? rows : [...found, ...rows];
    }
    return found;
  };
}
