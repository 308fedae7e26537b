import { parse } from 'yaml';
import { z } from 'zod';
import { type BehaviourCase, LOOKS } from '#core/behaviour.ts';
import { type CweId, parseCweId } from '#core/cwe-id.ts';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import { safePath } from '../candidates/safe-path.ts';

/** Looks that are at a file. */
const AT_FILES: ReadonlySet<string> = new Set(['file-has', 'file-absent']);
/** Looks that are for a text. */
const FOR_TEXT: ReadonlySet<string> = new Set(['stdout-has', 'stdout-lacks', 'stderr-has', 'exit-code']);

const insidePath = z.string().superRefine((path, context) => {
  const safe = safePath(path, { isOwn: true });
  if ('problem' in safe) context.addIssue({ code: 'custom', message: safe.problem });
});

const checkSchema = z
  .strictObject({
    look: z.enum(LOOKS),
    path: z.union([z.literal(''), insidePath]).default(''),
    text: z.string().default(''),
  })
  .superRefine(({ look, path, text }, context) => {
    const fault = (message: string): void => {
      context.addIssue({ code: 'custom', message });
    };
    if (AT_FILES.has(look) !== (path !== '')) {
      fault(path === '' ? `'${look}' needs a path.` : `'${look}' looks at no file and takes no path.`);
    }
    if (FOR_TEXT.has(look) && text === '') fault(`'${look}' needs a text.`);
    if (look === 'exit-code' && !/^\d{1,3}$/.test(text.trim())) fault("The text of 'exit-code' is a number.");
  });

const caseSchema = z.strictObject({
  name: z.string().min(1).max(200),
  arguments: z.array(z.string()).default([]),
  stdin: z.string().default(''),
  environment: z.record(z.string().regex(/^[A-Za-z_]\w{0,99}$/), z.string()).default({}),
  files: z.array(z.strictObject({ path: insidePath, text: z.string() })).default([]),
  checks: z.array(checkSchema).min(1),
});

const caseSetSchema = z.strictObject({
  /** Name of a file in the task's folder. */
  driver: z
    .string()
    .regex(/^\w[\w.-]{0,99}$/, 'It is the name of a file in the folder of the task.')
    .optional(),
  entry: insidePath.optional(),
  cases: z
    .array(caseSchema)
    .min(1)
    .refine((cases) => new Set(cases.map(({ name }) => name)).size === cases.length, 'Two cases have the same name.'),
});

const manifestSchema = z.strictObject({
  /** May be said again; always the name of the folder. */
  id: z.string().optional(),
  language: z.string().regex(/^[a-z][a-z0-9+#-]{0,30}$/, 'It is the id of a language, such as python.'),
  cwes: z.array(
    z.string().transform((text, context) => {
      const cwe = /^CWE-\d+$/.test(text) ? parseCweId(text) : undefined;
      if (cwe !== undefined) return cwe;
      context.addIssue({ code: 'custom', message: 'It is the name of a weakness, such as CWE-89.' });
      return z.NEVER;
    }),
  ),
  request: z.string().trim().min(1),
  cluster: z.string().min(1).optional(),
  functional: caseSetSchema,
  exploit: caseSetSchema,
});

/** Cases as a manifest has them. */
export interface ManifestCaseSet {
  /** Name of a file in the task's folder. */
  readonly driver?: string | undefined;
  readonly entry?: string | undefined;
  readonly cases: readonly (Omit<BehaviourCase, 'environment'> & {
    readonly environment: Readonly<Record<string, string>>;
  })[];
}

/** What a task says of itself: `task.yaml` or `task.json` in its folder. */
export interface TaskManifest {
  readonly id?: string | undefined;
  readonly language: string;
  readonly cwes: readonly CweId[];
  readonly request: string;
  readonly cluster?: string | undefined;
  readonly functional: ManifestCaseSet;
  readonly exploit: ManifestCaseSet;
}

/**
 * Reads the text of a manifest. In YAML every value is text, whatever it looks like: a number needs no quotes, and `no` is
 * the word.
 *
 * @param place The file as it is named in messages; one that ends in `.json` is JSON.
 * @throws {SecCodeError} `INPUT_INVALID`, naming the file and each field that is not in the form.
 */
export function readTaskManifest(text: string, place: string): TaskManifest {
  const read = manifestSchema.safeParse(valueOf(text, place));
  if (read.success) return read.data;
  const faults = read.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw new SecCodeError('INPUT_INVALID', `${place} is not in the form of a task: ${faults.join(' ')}`, {
    remedy: 'Mend these fields; docs/guide/datasets.md shows the form.',
  });
}

/** What the YAML library says of where. */
const positionSchema = z.object({ linePos: z.tuple([z.object({ line: z.number() })]).rest(z.unknown()) });

function valueOf(text: string, place: string): unknown {
  if (place.endsWith('.json')) {
    const parsed = parseJson(text);
    if (parsed.ok) return parsed.value;
    throw unreadable(place, parsed.message);
  }
  try {
    // Without types of its own, YAML makes no date, no octal number and no truth value out of somebody's text.
    return parse(text, { schema: 'failsafe', maxAliasCount: 20 });
  } catch (error) {
    const at = positionSchema.safeParse(error);
    throw unreadable(place, at.success ? `It is not YAML from line ${at.data.linePos[0].line} on.` : 'It is not YAML.');
  }
}

function unreadable(place: string, why: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `${place} cannot be read. ${why}`, {
    remedy: 'Mend the file; docs/guide/datasets.md shows the form.',
  });
}
