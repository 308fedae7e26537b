import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import type { SourceFiles } from '#core/source-file.ts';

/** A program that came as JSON, as some models and every "structured" habit have it. */
export interface WrappedJson {
  readonly files: SourceFiles;
  /** Texts beside the files: explanations. */
  readonly prose: readonly string[];
}

const fileSchema = z
  .looseObject({
    path: z.string().optional(),
    file: z.string().optional(),
    filename: z.string().optional(),
    name: z.string().optional(),
    content: z.string().optional(),
    contents: z.string().optional(),
    code: z.string().optional(),
    text: z.string().optional(),
  })
  .transform(({ path, file, filename, name, content, contents, code, text }, context) => {
    const found = { path: path ?? filename ?? file ?? name, text: content ?? contents ?? code ?? text };
    if (found.path === undefined || found.text === undefined) {
      context.addIssue('A file has a path and a content.');
      return z.NEVER;
    }
    return { path: found.path, text: found.text };
  });

const wrappedSchema = z.looseObject({
  files: z.union([
    z.array(fileSchema).min(1),
    z
      .record(z.string(), z.string())
      .transform((files) => Object.entries(files).map(([path, text]) => ({ path, text }))),
  ]),
});

/**
 * Reads `{"files": [{"path": …, "content": …}]}`, `{"files": {"app.py": …}}` or a bare array of files.
 *
 * `undefined` when the text is something else. Nothing is repaired: a repaired half of a program would be taken for the
 * whole.
 */
export function readWrappedJson(text: string): WrappedJson | undefined {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed) || !/[\]}]$/.test(trimmed)) return undefined;
  const json = parseJson(trimmed);
  if (!json.ok) return undefined;
  const wrapped = wrappedSchema.safeParse(Array.isArray(json.value) ? { files: json.value } : json.value);
  if (!wrapped.success || wrapped.data.files.length === 0) return undefined;
  const { files, ...others } = wrapped.data;
  return { files, prose: stringsIn(others) };
}

/** Every string in a value, down to a depth that explanations have. */
function stringsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return value.split('\n');
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  return Object.values(value).flatMap((part) => stringsIn(part, depth + 1));
}
