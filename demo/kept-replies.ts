import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { KnownReplies } from './known-replies.ts';

/** One reply of a real model, unedited, with what it answers. */
export interface KeptReply {
  readonly promptHash: string;
  readonly purpose: string;
  /** Left out where prompts hold code that is not ours. */
  readonly messages?: readonly { readonly role: string; readonly content: string }[] | undefined;
  readonly text: string;
}

/** Replies, and where they come from. */
interface Kept {
  readonly about: string;
  readonly replies: readonly KeptReply[];
}

const schema: z.ZodType<Kept> = z.object({
  about: z.string(),
  replies: z.array(
    z.object({
      promptHash: z.string(),
      purpose: z.string(),
      messages: z.array(z.object({ role: z.string(), content: z.string() })).optional(),
      text: z.string(),
    }),
  ),
});

/** The replies in a file, by prompt. */
export function readReplies(file: string): KnownReplies {
  const known: KnownReplies = new Map();
  for (const { promptHash, text } of schema.parse(JSON.parse(readFileSync(file, 'utf8'))).replies) {
    known.set(promptHash, [...(known.get(promptHash) ?? []), text]);
  }
  return known;
}

/** Keeps replies in a file. */
export function writeReplies(file: string, about: string, replies: readonly KeptReply[]): void {
  writeFileSync(file, `${JSON.stringify(schema.parse({ about, replies }), null, 2)}\n`);
}
