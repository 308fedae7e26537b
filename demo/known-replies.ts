import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Message } from '#core/message.ts';
import { parseJson } from '#core/parse-json.ts';
import { promptHash } from '#engine/models/prompt-hash.ts';
import { readRecording } from '#engine/models/recording.ts';

/** Replies by the hash of the prompt that they answer, in the order in which they came. */
export type KnownReplies = Map<string, string[]>;

/** What a relay folder was asked and nobody has answered before. */
export interface Unanswered {
  readonly file: string;
  readonly purpose: string;
}

const LOOK_EVERY_MS = 100;

/** A request in a relay folder. */
export interface RelayRequest {
  readonly purpose: string;
  readonly messages: readonly Message[];
}

const Request: z.ZodType<RelayRequest> = z.object({
  purpose: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
});

/** Reads the text of a request. */
export function readRequest(text: string): RelayRequest {
  const parsed = parseJson(text);
  return Request.parse(parsed.ok ? parsed.value : undefined);
}

/** The answered exchanges of recordings; files that are not there are passed over. */
export function knownReplies(files: readonly string[]): KnownReplies {
  const replies: KnownReplies = new Map();
  for (const file of files) {
    for (const { promptHash: hash, outcome } of readRecording(readFileSync(file, 'utf8')).exchanges) {
      if (outcome.kind === 'answered') replies.set(hash, [...(replies.get(hash) ?? []), outcome.text]);
    }
  }
  return replies;
}

/**
 * Answers the requests in a relay folder whose prompts were answered before, each with the next of its recorded replies, and
 * tells of the others, which wait for whoever else looks into the folder.
 *
 * @returns what ends it.
 */
export function answerKnown(
  folder: string,
  replies: KnownReplies,
  onUnanswered: (request: Unanswered) => void,
): () => void {
  const seen = new Set<string>();
  const look = (): void => {
    const requests = namesIn(folder).filter((name) => /^\d+\.request\.json$/.test(name) && !seen.has(name));
    for (const name of requests.sort()) {
      seen.add(name);
      const { purpose, messages } = readRequest(readFileSync(join(folder, name), 'utf8'));
      const known = replies.get(promptHash(messages));
      // The last one answers as often as it is asked.
      const text = known !== undefined && known.length > 1 ? known.shift() : known?.[0];
      if (text === undefined) onUnanswered({ file: join(folder, name), purpose });
      else put(join(folder, name.replace('.request.json', '.reply.md')), text);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The session has not asked anything yet.
    return [];
  }
}

/** Nobody reads half of it. */
function put(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}
