import type { ReplyOutcome } from '#core/session-event.ts';
import { type Asking, ask } from './ask.ts';
import { contextMisfit } from './context-size.ts';
import { continuationPrompt, joinContinuation } from './continuation.ts';
import type { ModelClient, ModelRequest } from './provider.ts';

/** How often the rest of a reply is asked for. */
const MAX_CONTINUATIONS = 3;
/** How much more room a cut reply gets, where the request had set the limit. */
const CEILING_FACTOR = 4;

/**
 * Makes a cut reply whole: with a higher ceiling where ours was the limit, then by asking for the rest. Half a reply is
 * never returned.
 */
export async function completeReply(
  client: ModelClient,
  request: ModelRequest,
  cutText: string,
  asking: Asking,
): Promise<ReplyOutcome> {
  const { model } = client;
  let partial = cutText;
  let current = request;
  const raised = raisedCeiling(client, request);
  if (raised !== undefined) {
    asking.onProgress?.({ kind: 'ceiling-raised', model, maxOutputTokens: raised });
    current = { ...request, maxOutputTokens: raised };
    const again = await ask(client, current, asking);
    if (again.kind !== 'replied') return again;
    if (!again.isCut) return { kind: 'answered', text: again.text };
    partial = again.text;
  }

  // Held to the schema, the model would begin a document of its own instead of ending the cut one.
  const { responseSchema: _, ...plain } = current;
  for (let continuation = 1; continuation <= MAX_CONTINUATIONS; continuation += 1) {
    if (partial.trim() === '') return truncated(`${model} used up its room before the reply began.`);
    const messages = continuationPrompt(request.messages, partial);
    const misfit = contextMisfit(client, messages, current.maxOutputTokens);
    if (misfit !== undefined) return truncated(`The reply was cut off. ${misfit.reason}`);
    asking.onProgress?.({ kind: 'continuing', model, continuation });
    const rest = await ask(client, { ...plain, messages }, asking);
    if (rest.kind !== 'replied') return rest;
    partial = joinContinuation(partial, rest.text);
    if (!rest.isCut) return { kind: 'answered', text: partial };
  }
  return truncated(`The reply of ${model} was still cut off after ${MAX_CONTINUATIONS} continuations.`);
}

/** A higher ceiling, where the request set one and model and context leave room; else `undefined`. */
function raisedCeiling(client: ModelClient, request: ModelRequest): number | undefined {
  const { maxOutputTokens: asked } = request;
  if (asked === undefined) return undefined;
  const raised = Math.min(asked * CEILING_FACTOR, client.maxOutputTokens ?? Number.POSITIVE_INFINITY);
  return raised > asked && contextMisfit(client, request.messages, raised) === undefined ? raised : undefined;
}

function truncated(reason: string): ReplyOutcome {
  return { kind: 'truncated', reason };
}
