import type {
  ArgumentName,
  Guard,
  Propagator,
  Route,
  Sanitizer,
  Sink,
  SinkKind,
  Source,
  SourceKind,
} from './framework.ts';

/** Many entries of a table at a time: names are separated by white space. */
export const listed: {
  readonly sources: (kind: SourceKind, what: string, values: string) => Source[];
  readonly sinks: (kind: SinkKind, where: readonly ArgumentName[], callees: string, when?: Sink['when']) => Sink[];
  readonly sanitizers: (kinds: Sanitizer['kinds'], callees: string, when?: Sanitizer['when']) => Sanitizer[];
  readonly propagators: (from: readonly ArgumentName[], to: Propagator['to'], callees: string) => Propagator[];
  readonly guards: (kinds: Guard['kinds'], argument: ArgumentName, when: boolean, callees: string) => Guard[];
  readonly routes: (shape: Omit<Route, 'callee'>, callees: string) => Route[];
  readonly names: <To extends string>(to: To, names: string) => Record<string, To>;
} = {
  sources: (kind, what, values) => split(values).map((value) => ({ value, kind, what })),
  sinks: (kind, where, callees, when) =>
    split(callees).map((callee) => ({ callee, kind, arguments: where, ...(when === undefined ? {} : { when }) })),
  sanitizers: (kinds, callees, when) =>
    split(callees).map((callee) => ({ callee, kinds, ...(when === undefined ? {} : { when }) })),
  propagators: (from, to, callees) => split(callees).map((callee) => ({ callee, from, to })),
  guards: (kinds, argument, when, callees) => split(callees).map((callee) => ({ callee, argument, when, kinds })),
  routes: (shape, callees) => split(callees).map((callee) => ({ callee, ...shape })),
  names: (to, names) => Object.fromEntries(split(names).map((name) => [name, to])),
};

function split(names: string): string[] {
  return names.split(/\s+/).filter((name) => name !== '');
}
