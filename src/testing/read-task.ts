import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { LOOKS } from '#core/behaviour.ts';
import { cweId } from '#core/cwe-id.ts';
import type { Sample } from '#core/sample.ts';
import type { SourceFiles } from '#core/source-file.ts';

const file = z.strictObject({ path: z.string().min(1), text: z.string() });
const check = z.strictObject({
  look: z.enum(LOOKS),
  path: z.string().default(''),
  text: z.coerce.string().default(''),
});
const testCase = z.strictObject({
  name: z.string().min(1),
  arguments: z.array(z.coerce.string()).default([]),
  stdin: z.string().default(''),
  environment: z
    .record(z.string(), z.string())
    .default({})
    .transform((all) => Object.entries(all).map(([name, value]) => ({ name, value }))),
  files: z.array(file).default([]),
  checks: z.array(check),
});
const set = z.strictObject({ driver: file.optional(), entry: z.string().optional(), cases: z.array(testCase).min(1) });
const task = z.strictObject({
  language: z.string(),
  cwes: z
    .array(z.string().regex(/^CWE-[1-9]\d*$/))
    .min(1)
    .transform((names) => names.map((name) => cweId(Number(name.slice(4))))),
  request: z.string().min(40),
  functional: set,
  exploit: set,
});

/** Reads one task as it lies in its folder. */
export function readTask(folder: string, id: string): Sample {
  const { language, cwes, request, functional, exploit } = task.parse(
    parse(readFileSync(join(folder, id, 'task.yaml'), 'utf8')),
  );
  return {
    id,
    language,
    cwes,
    request: request.trim(),
    tests: { functional: plain(functional), exploit: plain(exploit) },
    references: { secure: filesIn(join(folder, id, 'secure')), insecure: filesIn(join(folder, id, 'insecure')) },
  };
}

/** Every task of a folder, by id. */
export function readTasks(folder: string): readonly Sample[] {
  return readdirSync(folder)
    .sort()
    .map((id) => readTask(folder, id));
}

function filesIn(folder: string): SourceFiles {
  return readdirSync(folder)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function plain({ driver, entry, cases }: z.infer<typeof set>): NonNullable<Sample['tests']>['functional'] {
  return { cases, ...(driver === undefined ? {} : { driver }), ...(entry === undefined ? {} : { entry }) };
}
