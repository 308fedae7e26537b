import type { z } from 'zod';
import type { Json } from '#core/json.ts';
import type { Message, Purpose } from '#core/message.ts';
import { readStructured } from '../models/structured.ts';
import { askAgain } from '../prompts/testing.ts';
import { askOnce } from './ask.ts';
import type { Journal } from './journal.ts';
import type { SessionServices } from './services.ts';

export interface StructuredQuestion<Value> {
  readonly iteration: number;
  /** First part of the request ids after the iteration; told apart from every detector. */
  readonly asker: string;
  readonly purpose: Purpose;
  readonly messages: readonly Message[];
  readonly schema: z.ZodType<Value>;
  readonly response: Json;
}

/**
 * Asks the writing model for JSON, and once more when it cannot be read. `undefined` when a limit stands in the way.
 *
 * @throws {SecCodeError} `CANCELLED` when the session was interrupted.
 */
export async function askStructured<Value>(
  { iteration, asker, purpose, messages, schema, response }: StructuredQuestion<Value>,
  journal: Journal,
  services: SessionServices,
): Promise<{ readonly value: Value } | { readonly problem: string } | undefined> {
  let asked = messages;
  let problem = '';
  for (const number of [1, 2]) {
    const requestId = `${String(iteration)}.${asker}.${String(number)}`;
    const call = {
      requestId,
      purpose,
      role: 'writer' as const,
      messages: asked,
      temperature: 0,
      responseSchema: response,
    };
    const reply = await askOnce(journal, services, { iteration, asker }, call);
    if (reply === undefined) return undefined;
    if (reply.outcome.kind !== 'answered') return { problem: reply.outcome.reason };
    const { text } = reply.outcome;
    const read = readStructured(text, schema);
    if (read.kind === 'read' && read.repair !== 'cut') return { value: read.value };
    problem = read.kind === 'read' ? 'Its end is missing.' : read.reason;
    asked = askAgain(messages, text, problem);
  }
  return { problem };
}
