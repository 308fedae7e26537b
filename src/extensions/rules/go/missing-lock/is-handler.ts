import type { FunctionFact } from '#engine/analysis/facts.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';

/** Requests are served at the same time. */
export function isHandler({ function: definition, route }: FunctionFact): boolean {
  if (route !== undefined) return true;
  return definition.parameters.some(({ annotation }) =>
    /(?:^|\.)(?:ResponseWriter|gin\.Context|echo\.Context|fiber\.Ctx)$/.test(writtenName(annotation)),
  );
}
