import { parseJson } from '#core/parse-json.ts';

/** Data, or why there is none. */
export type ParsedData = { readonly value: unknown } | { readonly problem: string };

/** Reads JSON, nothing else: no comments, no trailing commas. */
export function readJson(text: string): ParsedData {
  const parsed = parseJson(text.replace(/^\uFEFF/, ''));
  return parsed.ok ? { value: parsed.value } : { problem: `is not valid JSON. ${parsed.message}` };
}

/**
 * Reads YAML 1.2 as plain data, of which JSON is a part.
 *
 * Settings need neither aliases (a few lines of which expand to gigabytes) nor tags, so both are refused, as are keys
 * given twice and more than one document.
 */
export async function readYaml(text: string): Promise<ParsedData> {
  // Most folders have no such file, and the parser is a good part of a short scan's start.
  const { parseDocument } = await import('yaml');
  try {
    const document = parseDocument(text, { logLevel: 'error', strict: true, uniqueKeys: true, schema: 'core' });
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault !== undefined) return { problem: `is not valid YAML: ${firstLine(fault.message)}` };
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return { value };
  } catch (error) {
    // Nesting deeper than the stack throws RangeError, an alias ReferenceError.
    return { problem: `is not usable YAML: ${reasonOf(error)}` };
  }
}

function reasonOf(error: unknown): string {
  return firstLine(error instanceof Error ? error.message : String(error));
}

function firstLine(message: string): string {
  return `${
    message
      .split('\n', 1)[0]
      ?.slice(0, 200)
      .replace(/[:.\s]+$/, '') ?? ''
  }.`;
}
