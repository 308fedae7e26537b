import { field, hasFlag, piecesOf, serverSent, usageOf, type Wire } from './wire.ts';

const FINISH = { stop: 'end_turn', length: 'max_tokens', 'content-filter': 'refusal' } as const;

/** Messages of Anthropic. */
export const anthropicWire: Wire = {
  name: 'anthropic',
  modelOf: (_path, body) => field(body, 'model'),
  isStreaming: (_path, body) => hasFlag(body, 'stream'),
  whole: () => {
    throw new RangeError('The Anthropic wire is only scripted as a stream.');
  },
  streamed: (reply, model) => {
    const event = (type: string, data: object): string => serverSent({ type, ...data }, type);
    const used = usageOf(reply);
    const finish = reply.refusal === undefined ? FINISH[reply.finish ?? 'stop'] : 'refusal';
    return {
      contentType: 'text/event-stream',
      before: [
        event('message_start', {
          message: {
            id: 'scripted-reply',
            type: 'message',
            role: 'assistant',
            content: [],
            model: reply.model ?? model,
            stop_reason: null,
            stop_sequence: null,
            // Anthropic counts what came from the cache apart from the rest.
            usage: {
              input_tokens: used === undefined ? 0 : used.input - used.cached,
              cache_read_input_tokens: used?.cached ?? 0,
              cache_creation_input_tokens: 0,
              output_tokens: 1,
            },
          },
        }),
        event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
      ],
      pieces: piecesOf({ ...reply, text: reply.refusal ?? reply.text }).map((text) =>
        event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
      ),
      after: [
        event('content_block_stop', { index: 0 }),
        event('message_delta', {
          delta: { stop_reason: finish, stop_sequence: null },
          usage: { output_tokens: used?.output ?? 0 },
        }),
        event('message_stop', {}),
      ],
    };
  },
  error: (_status, message) => JSON.stringify({ type: 'error', error: { type: 'scripted_error', message } }),
  malformed: { contentType: 'text/event-stream', body: 'event: message_start\ndata: {"type":"message_st\n\n' },
};
