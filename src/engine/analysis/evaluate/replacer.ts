import type { CallExpression } from '../ir.ts';
import type { Taint, TextPart, Value } from '../value.ts';
import type { FunctionUnit, Machine } from './machine.ts';
import { afterStep, joinTaints, taintSafeFor, textValue } from './make-value.ts';

/** A value of a function as one caller makes it; `depth` counts the values that it is a part of. */
export type Replace = (value: Value, depth: number) => Value;

/** Puts what a caller passes in place of the function's parameters. */
export function replacer(
  machine: Machine,
  unit: FunctionUnit,
  passed: ReadonlyMap<number, Value>,
  call: CallExpression,
): Replace {
  const { id, function: definition } = unit;
  const prefix = `${id}#`;
  const step = {
    path: machine.path,
    at: call.at,
    message: `It is passed to '${definition.name === '' ? 'a function' : definition.name}'.`,
  };

  // A function reaches many sinks with the same few parameters.
  const steps = new Map<Taint, Taint>();
  const stepped = (taint: Taint): Taint => {
    const known = steps.get(taint);
    if (known !== undefined) return known;
    const next = afterStep(taint, step);
    steps.set(taint, next);
    return next;
  };

  // And the sinks of one statement share what reaches them.
  const lists = new Map<readonly Taint[], readonly Taint[]>();
  const replaceTaints = (taints: readonly Taint[]): readonly Taint[] => {
    if (taints.length === 0) return taints;
    const known = lists.get(taints);
    if (known !== undefined) return known;
    const replaced = replacedTaints(taints);
    lists.set(taints, replaced);
    return replaced;
  };

  const replacedTaints = (taints: readonly Taint[]): readonly Taint[] => {
    if (!taints.some(({ source }) => source.startsWith(prefix))) return taints;
    let replaced: readonly Taint[] = [];
    for (const taint of taints) {
      if (!taint.source.startsWith(prefix)) {
        replaced = joinTaints(replaced, [taint]);
        continue;
      }
      const given = passed.get(taint.parameter);
      if (given === undefined) continue;
      const [, ...parts] = taint.source.split('\u0001');
      const { safeFor } = taint;
      replaced = joinTaints(
        replaced,
        given.taints.map((one) => {
          const next = stepped(one);
          const narrowedSource =
            parts.length === 0 ? next : { ...next, source: [next.source, ...parts].slice(0, 4).join('\u0001') };
          return safeFor === 'all' || safeFor.length > 0 ? taintSafeFor(narrowedSource, safeFor) : narrowedSource;
        }),
      );
    }
    return replaced;
  };

  const replace: Replace = (value, level) => {
    if (value.parameter?.startsWith(prefix) === true) {
      const given = passed.get(Number(value.parameter.slice(prefix.length)));
      if (given !== undefined) {
        const own = value.taints.find(({ source }) => source === value.parameter);
        const safe =
          own === undefined || own.safeFor.length === 0
            ? given.taints
            : given.taints.map((one) => taintSafeFor(one, own.safeFor));
        return { ...given, taints: safe.map(stepped) };
      }
    }
    if (level > 3) return { ...value, taints: replaceTaints(value.taints) };
    const taints = replaceTaints(value.taints);
    const isSame = taints === value.taints;
    if (value.parts !== undefined) {
      const parts: TextPart[] = value.parts.map((part) => (typeof part === 'string' ? part : replace(part, level + 1)));
      const text = textValue(parts);
      return {
        ...text,
        taints: joinTaints(text.taints, taints),
        traits: value.traits,
        ...(value.name === undefined ? {} : { name: value.name }),
      };
    }
    if (value.fields !== undefined && value.fields.size <= 40) {
      const fields = new Map([...value.fields].map(([key, item]) => [key, replace(item, level + 1)]));
      return { ...value, fields, taints };
    }
    return isSame ? value : { ...value, taints };
  };
  return replace;
}
