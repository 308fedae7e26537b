import type { Parameter } from '../ir.ts';
import type { Value } from '../value.ts';
import type { Machine } from './machine.ts';
import { joinValues } from './make-value.ts';

/** Notes, where control leaves a function, what it has written to where its parameters point. */
export function noteOutputs({ frame }: Machine): void {
  const { unit, outputs, environment } = frame;
  if (unit === undefined) return;
  for (const [index, parameter] of unit.function.parameters.entries()) {
    if (!isPointer(parameter)) continue;
    const value = environment.get(parameter.name);
    if (value === undefined || !isWritten(parameter, value, `${unit.id}#${String(index)}`)) continue;
    const known = outputs.get(index);
    outputs.set(index, known === undefined ? value : joinValues(known, value));
  }
}

function isPointer({ type }: Parameter): boolean {
  return (type?.pointers ?? 0) > 0 || type?.sizes !== undefined || type?.isReference === true;
}

/** A pointer that was only moved has changed nothing for the caller; a reference has no value of its own. */
function isWritten({ type }: Parameter, value: Value, id: string): boolean {
  if (value.isStorage === true || value.fields !== undefined) return true;
  return type?.isReference === true && type.isConstant !== true && value.parameter !== id;
}
