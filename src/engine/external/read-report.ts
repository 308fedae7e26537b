import type { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import { toolFailed } from './tool-failed.ts';

/** What a tool printed, and who answers for it. */
export interface ToolText {
  /** The detector's folder name. */
  readonly detector: string;
  /** The program, for messages. */
  readonly tool: string;
  readonly text: string;
}

/**
 * Reads a report in JSON.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when it is no JSON, is only half there, or is not what the schema says.
 */
export function readJsonReport<T>({ detector, tool, text }: ToolText, schema: z.ZodType<T>): T {
  const json = parseJson(text);
  if (!json.ok) throw toolFailed(detector, `The report of '${tool}' is no JSON, or only half of it.`);
  const read = schema.safeParse(json.value);
  if (!read.success) throw toolFailed(detector, `The report of '${tool}' is not of the expected form.`);
  return read.data;
}
