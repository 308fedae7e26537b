import { field, piecesOf, usageOf, type Wire } from './wire.ts';

/** `/api/chat` of Ollama: one JSON object a line. It has no refusals of its own. */
export const ollamaWire: Wire = {
  name: 'ollama',
  modelOf: (_path, body) => field(body, 'model'),
  isStreaming: () => true,
  whole: () => {
    throw new RangeError('The Ollama wire is only scripted as a stream.');
  },
  streamed: (reply, model) => {
    const used = usageOf(reply);
    const line = (content: string, done: object): string =>
      `${JSON.stringify({ model: reply.model ?? model, message: { role: 'assistant', content }, ...done })}\n`;
    return {
      contentType: 'application/x-ndjson',
      before: [],
      pieces: piecesOf({ ...reply, text: reply.refusal ?? reply.text }).map((piece) => line(piece, { done: false })),
      after: [
        line('', {
          done: true,
          done_reason: reply.finish === 'length' ? 'length' : 'stop',
          ...(used && { prompt_eval_count: used.input, eval_count: used.output }),
        }),
      ],
    };
  },
  error: (_status, message) => JSON.stringify({ error: message }),
  malformed: { contentType: 'application/x-ndjson', body: '{"model":"x","message":{"role":"assis\n' },
};
