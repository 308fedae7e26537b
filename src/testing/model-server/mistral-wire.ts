import { openaiWire } from './openai-wire.ts';
import { piecesOf, serverSent, usageOf, type Wire } from './wire.ts';

/** Chat of Mistral: OpenAI's but for the end, which tells reason and usage at once. It has no refusals of its own. */
export const mistralWire: Wire = {
  ...openaiWire,
  name: 'mistral',
  streamed: (reply, model) => {
    const used = usageOf(reply);
    const chunk = (content: string, finish: string | null, usage: object = {}): string =>
      serverSent({
        id: 'scripted-reply',
        object: 'chat.completion.chunk',
        created: 1_700_000_000,
        model: reply.model ?? model,
        choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finish }],
        ...usage,
      });
    return {
      contentType: 'text/event-stream',
      before: [],
      pieces: piecesOf({ ...reply, text: reply.refusal ?? reply.text }).map((piece) => chunk(piece, null)),
      after: [
        chunk('', reply.finish === 'length' ? 'length' : 'stop', {
          ...(used && {
            usage: {
              prompt_tokens: used.input,
              completion_tokens: used.output,
              total_tokens: used.input + used.output,
              prompt_tokens_details: { cached_tokens: used.cached },
            },
          }),
        }),
        'data: [DONE]\n\n',
      ],
    };
  },
};
