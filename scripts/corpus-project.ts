import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './run-command.ts';

/** One piece of open-source code of the corpus, at an exact version. */
export interface CorpusProject {
  /** Folder of the fetched and of the expected files. */
  readonly name: string;
  readonly registry: 'npm' | 'debian' | 'debian-source';
  readonly package: string;
  readonly version: string;
  /** Of the file as it is downloaded: `sha512-<base64>` for npm, `sha256-<hex>` for Debian, of a source the `.dsc`. */
  readonly integrity: string;
  readonly licence: string;
  /** What kind of program it is. */
  readonly what: string;
  /** The paths that are scanned begin with one of these; absent: all. */
  readonly only?: readonly string[] | undefined;
  /** These do not: code that others wrote, and what a tool made. */
  readonly without?: readonly string[] | undefined;
}

const projectSchema: z.ZodType<CorpusProject> = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  registry: z.enum(['npm', 'debian', 'debian-source']),
  package: z.string(),
  version: z.string(),
  integrity: z.string().regex(/^sha(?:512-[A-Za-z0-9+/=]{88}|256-[0-9a-f]{64})$/),
  licence: z.string(),
  what: z.string(),
  only: z.array(z.string()).optional(),
  without: z.array(z.string()).optional(),
});

/**
 * Projects of `corpus/projects.json`, in its order.
 *
 * @throws {Error} when the file does not fit its schema.
 */
export function readProjects(file: string = join(ROOT, 'corpus/projects.json')): readonly CorpusProject[] {
  return z.array(projectSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}
