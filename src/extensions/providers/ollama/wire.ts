import { z } from 'zod';

/** One line of a streamed answer of `/api/chat`. */
export interface ChatLine {
  readonly model?: string | undefined;
  readonly message?: { readonly content?: string | undefined } | undefined;
  readonly done?: boolean | undefined;
  readonly done_reason?: string | undefined;
  readonly prompt_eval_count?: number | undefined;
  readonly eval_count?: number | undefined;
  readonly error?: string | undefined;
}

export const ChatLine: z.ZodType<ChatLine> = z.object({
  model: z.string().optional(),
  message: z.object({ content: z.string().optional() }).optional(),
  done: z.boolean().optional(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.number().int().nonnegative().optional(),
  eval_count: z.number().int().nonnegative().optional(),
  error: z.string().optional(),
});
/** The part of `/api/show` that tells how much the model was made to hold, under a name that begins with its family. */
export const Shown: z.ZodType<{ readonly model_info?: Readonly<Record<string, unknown>> | undefined }> = z.object({
  model_info: z.record(z.string(), z.unknown()).optional(),
});

export const Tags: z.ZodType<{ readonly models: readonly { readonly name: string }[] }> = z.object({
  models: z.array(z.object({ name: z.string().min(1) })),
});

export const Version: z.ZodType<{ readonly version: string }> = z.object({ version: z.string() });

/** The body of an answer with an error status. */
export const Refused: z.ZodType<{ readonly error: string }> = z.object({ error: z.string() });
