import { join } from 'node:path';
import { readRecording } from '#engine/models/recording.ts';
import { type KeptReply, writeReplies } from '../kept-replies.ts';

/** What a model said of the project's files; the prompts hold code that is not ours, and stay out. */
export const REPLIES: string = join(import.meta.dirname, 'replies.json');

/** Keeps the answered exchanges of recordings, in order and unedited. */
export function keepRecordings(about: string, recordings: readonly string[]): string {
  const replies = recordings
    .flatMap((text) => readRecording(text).exchanges)
    .flatMap(({ promptHash, purpose, outcome }): readonly KeptReply[] =>
      outcome.kind === 'answered' ? [{ promptHash, purpose, text: outcome.text }] : [],
    );
  writeReplies(REPLIES, about, replies);
  return REPLIES;
}
