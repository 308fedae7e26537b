import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readRecording } from '#engine/models/recording.ts';
import type { KnownReplies } from '../known-replies.ts';

const FILE = join(import.meta.dirname, 'replies.json');

/** What a model said of the project's files; the prompts hold code that is not ours, and stay out. */
const Replies = z.object({
  about: z.string(),
  replies: z.array(z.object({ promptHash: z.string(), purpose: z.string(), text: z.string() })),
});

/** The recorded replies, by prompt. */
export function readReplies(): KnownReplies {
  const known: KnownReplies = new Map();
  for (const { promptHash, text } of Replies.parse(JSON.parse(readFileSync(FILE, 'utf8'))).replies) {
    known.set(promptHash, [...(known.get(promptHash) ?? []), text]);
  }
  return known;
}

/** Keeps the answered exchanges of recordings, in order and unedited. */
export function writeReplies(about: string, recordings: readonly string[]): string {
  const replies = recordings
    .flatMap((text) => readRecording(text).exchanges)
    .flatMap(({ promptHash, purpose, outcome }) =>
      outcome.kind === 'answered' ? [{ promptHash, purpose, text: outcome.text }] : [],
    );
  writeFileSync(FILE, `${JSON.stringify(Replies.parse({ about, replies }), null, 2)}\n`);
  return FILE;
}
