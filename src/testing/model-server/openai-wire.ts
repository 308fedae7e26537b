import type { ScriptedText } from './scripted-reply.ts';
import { field, hasFlag, piecesOf, serverSent, usageOf, type Wire } from './wire.ts';

const ID = 'scripted-reply';
const FINISH = { stop: 'stop', length: 'length', 'content-filter': 'content_filter' } as const;

/** Chat Completions of OpenAI, which most other servers speak too. */
export const openaiWire: Wire = {
  name: 'openai',
  modelOf: (_path, body) => field(body, 'model'),
  isStreaming: (_path, body) => hasFlag(body, 'stream'),
  whole: (reply, model) => ({
    contentType: 'application/json',
    body: JSON.stringify({
      ...head('chat.completion', reply, model),
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: reply.refusal === undefined ? reply.text : null,
            refusal: reply.refusal ?? null,
          },
          finish_reason: FINISH[reply.finish ?? 'stop'],
        },
      ],
      ...usage(reply),
    }),
  }),
  streamed: (reply, model) => {
    const chunk = (delta: object, finish: string | null = null): string =>
      serverSent({
        ...head('chat.completion.chunk', reply, model),
        choices: [{ index: 0, delta, finish_reason: finish }],
      });
    return {
      contentType: 'text/event-stream',
      before: [chunk({ role: 'assistant', content: '' })],
      pieces:
        reply.refusal === undefined
          ? piecesOf(reply).map((content) => chunk({ content }))
          : [chunk({ refusal: reply.refusal })],
      after: [
        chunk({}, FINISH[reply.finish ?? 'stop']),
        serverSent({ ...head('chat.completion.chunk', reply, model), choices: [], ...usage(reply) }),
        'data: [DONE]\n\n',
      ],
    };
  },
  error: (status, message) =>
    JSON.stringify({ error: { message, type: 'scripted_error', param: null, code: String(status) } }),
  malformed: { contentType: 'text/event-stream', body: 'data: {"id":"1","choices":[{"index":0,"delta":{"con\n\n' },
};

function head(object: string, reply: ScriptedText, model: string): object {
  return { id: ID, object, created: 1_700_000_000, model: reply.model ?? model };
}

function usage(reply: ScriptedText): object {
  const used = usageOf(reply);
  if (used === undefined) return {};
  return {
    usage: {
      prompt_tokens: used.input,
      completion_tokens: used.output,
      total_tokens: used.input + used.output,
      prompt_tokens_details: { cached_tokens: used.cached },
    },
  };
}
