import { piecesOf, serverSent, usageOf, type Wire } from './wire.ts';

const FINISH = { stop: 'STOP', length: 'MAX_TOKENS', 'content-filter': 'SAFETY' } as const;

/** Generate Content of Google. */
export const googleWire: Wire = {
  name: 'google',
  modelOf: (path) => /\/models\/([^:/?]+)/.exec(path)?.[1] ?? '',
  isStreaming: (path) => path.includes(':streamGenerateContent'),
  whole: () => {
    throw new RangeError('The Google wire is only scripted as a stream.');
  },
  streamed: (reply, model) => {
    const used = usageOf(reply);
    const piece = (text: string, finishReason?: string): string =>
      serverSent({
        candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] }, finishReason }],
        modelVersion: reply.model ?? model,
        usageMetadata: used && {
          promptTokenCount: used.input,
          cachedContentTokenCount: used.cached,
          candidatesTokenCount: used.output,
          totalTokenCount: used.input + used.output,
        },
      });
    const finish = reply.refusal === undefined ? FINISH[reply.finish ?? 'stop'] : 'SAFETY';
    return {
      contentType: 'text/event-stream',
      before: [],
      pieces: piecesOf({ ...reply, text: reply.refusal ?? reply.text }).map((text) => piece(text)),
      after: [piece('', finish)],
    };
  },
  error: (status, message) => JSON.stringify({ error: { code: status, message, status: 'SCRIPTED' } }),
  malformed: { contentType: 'text/event-stream', body: 'data: {"candidates":[{"content":{"par\n\n' },
};
