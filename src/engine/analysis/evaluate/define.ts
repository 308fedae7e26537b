import type { IrClass, IrFunction } from '../ir.ts';
import type { Value } from '../value.ts';
import type { ClassUnit, FunctionUnit, Machine, Passed } from './machine.ts';
import { joinValues, namedValue, UNKNOWN } from './make-value.ts';
import { decoratorNames, markRoute } from './route.ts';

/** Functions and classes of one file, as they come into being. */
export interface Definitions {
  readonly functions: Map<IrFunction, FunctionUnit>;
  /** What callers pass for each parameter, by what identifies it as a source. */
  readonly parameters: Map<string, Passed>;
  readonly classes: Map<IrClass, ClassUnit>;
  /** Functions whose bodies are still to be evaluated, in order. */
  readonly waiting: FunctionUnit[];
}

/**
 * The value of a function definition; its body is evaluated later, when what surrounds it is known.
 *
 * @param isDeclared Only its name is needed yet: decorators and defaults speak of what stands above the definition, and are
 *   evaluated when it is reached.
 */
export function defineFunction(
  machine: Machine,
  definitions: Definitions,
  definition: IrFunction,
  owner: ClassUnit | undefined,
  isDeclared = false,
): Value {
  const unit = definitions.functions.get(definition) ?? declare(machine, definitions, definition, owner);
  if (!isDeclared && !unit.isDefined) {
    unit.isDefined = true;
    decorate(machine, unit);
    // Parameters' defaults are evaluated where the function is defined.
    for (const { default: fallback } of definition.parameters) if (fallback !== undefined) machine.evaluate(fallback);
  }
  const value: Value = { taints: [], traits: [], function: { function: definition, path: machine.path } };
  return definition.name === '' ? value : { ...value, name: definition.name };
}

function declare(
  machine: Machine,
  definitions: Definitions,
  definition: IrFunction,
  owner: ClassUnit | undefined,
): FunctionUnit {
  const { frame } = machine;
  const unit: FunctionUnit = {
    function: definition,
    machine,
    closure: frame.environment,
    owner,
    fact: {
      function: definition,
      path: machine.path,
      class: owner?.class,
      outer: frame.unit?.fact,
      decorators: [],
      route: undefined,
      returns: [],
    },
    outerSelf: frame.self,
    id: `${machine.path}:${String(definition.at.start)}`,
    passed: definition.parameters.map(() => ({ calls: 0, areFixed: true, safeFor: 'all' })),
    seeds: [],
    isCallback: false,
    isDefined: false,
    parameterTypes: [],
    areParametersRemote: false,
    summary: undefined,
    isRunning: false,
  };
  definitions.functions.set(definition, unit);
  for (const [index, passed] of unit.passed.entries())
    definitions.parameters.set(`${unit.id}#${String(index)}`, passed);
  definitions.waiting.push(unit);
  machine.recorder.functions.push(unit.fact);
  return unit;
}

function decorate(machine: Machine, unit: FunctionUnit): void {
  const { function: definition, owner, fact } = unit;
  for (const decorator of definition.decorators) {
    const evaluated = machine.evaluate(decorator);
    const call = decorator.kind === 'call' ? machine.recorder.callOf(decorator) : undefined;
    const names = decoratorNames(evaluated, call);
    fact.decorators.push({ name: names[0] ?? '', at: decorator.at, call });
    for (const route of machine.knowledge.routes(names)) {
      if (route.handlers === undefined) markRoute(unit, route, call);
    }
  }
  for (const base of owner?.bases ?? []) {
    const routes = machine.knowledge.routeClass(base);
    if (routes !== undefined && (routes.methods === 'any' || routes.methods.includes(definition.name))) {
      markRoute(unit, { ...routes, callee: routes.base }, undefined);
    }
  }
}

/** The value of a class; its attributes are known to all its methods. */
export function defineClass(machine: Machine, definitions: Definitions, definition: IrClass): Value {
  const bases = definition.bases.map(machine.evaluate);
  const names = bases.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const value: Value = {
    ...namedValue(definition.name),
    class: { class: definition, path: machine.path, bases: names },
  };
  if (definitions.classes.has(definition)) return value;
  const baseUnits = bases.flatMap(({ class: base }) => {
    const unit = base === undefined ? undefined : machine.classUnitOf(base.class);
    return unit === undefined ? [] : [unit];
  });
  const unit: ClassUnit = {
    class: definition,
    path: machine.path,
    bases: [...names, ...baseUnits.flatMap((base) => base.bases)],
    baseUnits,
    fields: new Map(),
    methods: new Map(),
  };
  definitions.classes.set(definition, unit);
  machine.recorder.classes.push({ class: definition, bases: unit.bases, at: definition.at });
  for (const decorator of definition.decorators) machine.evaluate(decorator);
  const { frame } = machine;
  const inner = frame.environment.branch();
  // What a class body makes (fields, arrow functions in them) has the object for its `this`.
  machine.frame = {
    ...frame,
    environment: inner,
    self: machine.frontEnd.receiver === 'this' ? selfOf(unit) : frame.self,
  };
  const methods = definition.body.flatMap((statement) => (statement.kind === 'function' ? [statement.function] : []));
  for (const method of methods) {
    // Named methods live in the class, not around it.
    defineFunction(machine, definitions, method, unit);
    const made = definitions.functions.get(method);
    if (made !== undefined) unit.methods.set(method.name, made);
  }
  machine.run(definition.body.filter((statement) => statement.kind !== 'function'));
  for (const statement of definition.body) {
    if (statement.kind === 'declare') {
      const given = inner.get(statement.name);
      if (given !== undefined && (statement.value !== undefined || given.class !== undefined))
        unit.fields.set(statement.name, given);
    } else if (statement.kind === 'assign') {
      for (const target of statement.targets) {
        if (target.kind !== 'name') continue;
        const given = inner.get(target.name);
        if (given !== undefined) unit.fields.set(target.name, given);
      }
    }
  }
  machine.frame = frame;
  return value;
}

/** Reads an attribute of an object of a known class: a method bound to it, or what some method assigned. */
export function readFromClass(machine: Machine, unit: ClassUnit, object: Value, property: string): Value | undefined {
  const method = unit.methods.get(property);
  if (method !== undefined) {
    return {
      ...namedValue(`${unit.class.name}.${property}`),
      function: { function: method.function, path: method.machine.path, self: object },
    };
  }
  const field = unit.fields.get(property);
  let inherited: Value | undefined;
  for (const base of unit.baseUnits) inherited ??= readFromClass(machine, base, object, property);
  if (field === undefined) return inherited;
  return inherited === undefined || inherited.function !== undefined ? field : joinValues(field, inherited);
}

/** The object that a method works on. */
export function selfOf(unit: ClassUnit): Value {
  return {
    ...UNKNOWN,
    name: unit.bases.find((base) => base.includes('.')) ?? `${unit.class.name}()`,
    class: { class: unit.class, path: unit.path, bases: unit.bases },
    form: 'object',
  };
}
