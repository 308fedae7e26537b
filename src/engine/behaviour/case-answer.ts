import { z } from 'zod';
import { type BehaviourCase, type CaseSet, LOOKS } from '#core/behaviour.ts';
import type { Json } from '#core/json.ts';
import type { SourceFile } from '#core/source-file.ts';
import { safePath } from '../candidates/safe-path.ts';

const text = z.string().max(100_000);
const line = text.max(1_000).refine((value) => !/[\r\n\0]/.test(value), 'must be one line');
const path = z.string().transform((written, context) => {
  const safe = safePath(written);
  if ('path' in safe) return safe.path;
  context.addIssue(safe.problem);
  return z.NEVER;
});
/** What decides how interpreters and loaders behave is not a case's to set. */
const STEERING = /^(?:PATH|HOME|TMPDIR|LANG|LD_.*|DYLD_.*|PYTHON.*|NODE_.*|ASAN_.*|UBSAN_.*|BASH_ENV|ENV)$/;
const variable = z.object({
  name: z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]{0,60}$/i)
    .refine((name) => !STEERING.test(name), 'is not to be set'),
  value: line,
});
const check = z
  .object({ look: z.enum(LOOKS), path: z.string().max(200), text: line })
  // An empty text is in every output: such a check would say nothing.
  .refine(({ look, text: wanted }) => !/^(?:stdout|stderr|exit)/.test(look) || wanted !== '', 'needs a text')
  .refine(({ look, path: file }) => !look.startsWith('file') || 'path' in safePath(file), 'needs a path');

export const caseSchema: z.ZodType<BehaviourCase> = z.object({
  name: line.min(1).max(120),
  arguments: z
    .array(
      z
        .string()
        .max(20_000)
        .refine((value) => !value.includes('\0'), 'must not hold zero bytes'),
    )
    .max(50),
  stdin: text,
  environment: z.array(variable).max(20),
  files: z.array(z.object({ path, text })).max(20),
  checks: z.array(check).min(1).max(10),
});

const testSchema = z.object({ entry: z.string().max(200), driver: text, cases: z.array(caseSchema).min(1).max(20) });

/** A set of cases as a model hands it in; the driver's name is ours. */
export function caseSetSchema(driverFile: string): z.ZodType<CaseSet> {
  return testSchema.transform(({ entry, driver, cases }) => ({
    ...programOf({ entry, driver }, driverFile),
    cases: named(cases),
  }));
}

/** What is to be started, as a model says it: both may be empty. */
export function programOf(
  { entry, driver }: { readonly entry: string; readonly driver: string },
  driverFile: string,
): { readonly entry?: string; readonly driver?: SourceFile } {
  return {
    ...(entry === '' ? {} : { entry }),
    ...(driver.trim() === '' ? {} : { driver: { path: driverFile, text: driver } }),
  };
}

/** Tests are compared by name, so each has one of its own. */
function named(cases: readonly BehaviourCase[]): readonly BehaviourCase[] {
  return cases.map((one, index) =>
    cases.findIndex(({ name }) => name === one.name) === index
      ? one
      : { ...one, name: `${one.name} (${String(index + 1)})` },
  );
}

const string: Json = { type: 'string' };
const object = (properties: Readonly<Record<string, Json>>): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const list = (items: Json): Json => ({ type: 'array', items });

/** One case, as a provider's strict mode takes it. */
export const CASE_RESPONSE: Json = object({
  name: string,
  arguments: list(string),
  stdin: string,
  environment: list(object({ name: string, value: string })),
  files: list(object({ path: string, text: string })),
  checks: list(object({ look: { type: 'string', enum: [...LOOKS] }, path: string, text: string })),
});

export const TESTS_RESPONSE: Json = object({ entry: string, driver: string, cases: list(CASE_RESPONSE) });
