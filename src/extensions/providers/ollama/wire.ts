import { z } from 'zod';

/** One line of a streamed answer of `/api/chat`. */
export const ChatLine = z.object({
  model: z.string().optional(),
  message: z.object({ content: z.string().optional() }).optional(),
  done: z.boolean().optional(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.number().int().nonnegative().optional(),
  eval_count: z.number().int().nonnegative().optional(),
  error: z.string().optional(),
});
export type ChatLine = z.infer<typeof ChatLine>;

/** The part of `/api/show` that tells how much the model was made to hold, under a name that begins with its family. */
export const Shown = z.object({ model_info: z.record(z.string(), z.unknown()).optional() });

export const Tags = z.object({ models: z.array(z.object({ name: z.string().min(1) })) });

export const Version = z.object({ version: z.string() });

/** The body of an answer with an error status. */
export const Refused = z.object({ error: z.string() });
