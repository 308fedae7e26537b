import type { ImportStatement } from '../ir.ts';
import type { Value } from '../value.ts';
import type { Machine } from './machine.ts';
import { namedValue } from './make-value.ts';

/** A name that a module gives, or a module inside it that is a file of the scan. */
function importedPart(machine: Machine, module: Value, path: string, name: string): Value {
  const given = module.fields?.get(name);
  if (given !== undefined) return given;
  const inner = machine.importModule(path.endsWith('.') ? `${path}${name}` : `${path}.${name}`);
  return inner.fields === undefined ? machine.readMember(module, name, { start: 0, end: 0 }) : inner;
}

/** `import a.b.c` binds `a`, which then has `b`, which has `c`. */
function withInner(machine: Machine, bound: Value, module: Value, path: string): Value {
  const { name } = module;
  if (name === undefined || !path.startsWith(`${name}.`)) return module;
  const inner = machine.importModule(path);
  if (inner.fields === undefined) return module;
  const put = (into: Value, [key = '', ...rest]: readonly string[]): Value => {
    const below = into.fields?.get(key) ?? namedValue(`${into.name ?? ''}.${key}`);
    return {
      ...into,
      form: 'object',
      fields: new Map(into.fields).set(key, rest.length === 0 ? inner : put(below, rest)),
    };
  };
  return put(bound.name === name ? bound : module, path.slice(name.length + 1).split('.'));
}

/** Binds what a module gives: values of a file of the scan, else qualified names. */
export function runImport(machine: Machine, { module, bindings }: ImportStatement): void {
  machine.recorder.imports.add(machine.frontEnd.modules.canonical(module));
  for (const { local, imported, module: own } of bindings) {
    const value = machine.importModule(own ?? module);
    if (imported === '*' && local === '*') {
      for (const [name, item] of value.fields ?? []) machine.frame.environment.set(name, item);
      continue;
    }
    const bound =
      imported === '*'
        ? withInner(machine, machine.frame.environment.get(local) ?? value, value, module)
        : imported === 'default'
          ? (value.fields?.get('default') ?? value)
          : importedPart(machine, value, own ?? module, imported);
    if (bound.name !== undefined) machine.recorder.imports.add(bound.name);
    machine.frame.environment.set(local, bound);
  }
}
