import { z } from 'zod';
import type { PieceFacts } from './ai-sdk-client.ts';

const RefusingPiece = z.object({
  choices: z.array(z.object({ delta: z.object({ refusal: z.string().nullish() }).nullish() })).min(1),
});

/**
 * The refusal in one raw piece of OpenAI's Chat Completions: not every package of the SDK passes it on, and without it a
 * refusal is an empty reply.
 */
export function readOpenAiPiece(piece: unknown): PieceFacts {
  return { refusal: RefusingPiece.safeParse(piece).data?.choices[0]?.delta?.refusal ?? undefined };
}
