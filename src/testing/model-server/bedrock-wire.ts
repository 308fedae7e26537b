import { crc32 } from 'node:zlib';
import { piecesOf, usageOf, type Wire } from './wire.ts';

const FINISH = { stop: 'end_turn', length: 'max_tokens', 'content-filter': 'guardrail_intervened' } as const;

/** Converse Stream of Amazon Bedrock, in AWS's binary event stream. The reply does not tell its model. */
export const bedrockWire: Wire = {
  name: 'bedrock',
  modelOf: (path) => decodeURIComponent(/\/model\/([^/?]+)/.exec(path)?.[1] ?? ''),
  isStreaming: (path) => path.includes('/converse-stream'),
  whole: () => {
    throw new RangeError('The Bedrock wire is only scripted as a stream.');
  },
  streamed: (reply) => {
    const used = usageOf(reply);
    const finish = reply.refusal === undefined ? FINISH[reply.finish ?? 'stop'] : FINISH['content-filter'];
    return {
      contentType: 'application/vnd.amazon.eventstream',
      before: [awsEvent('messageStart', { role: 'assistant' })],
      pieces: piecesOf({ ...reply, text: reply.refusal ?? reply.text }).map((text) =>
        awsEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text } }),
      ),
      after: [
        awsEvent('contentBlockStop', { contentBlockIndex: 0 }),
        awsEvent('messageStop', { stopReason: finish }),
        awsEvent('metadata', {
          usage: used && {
            inputTokens: used.input - used.cached,
            cacheReadInputTokens: used.cached,
            outputTokens: used.output,
            totalTokens: used.input + used.output,
          },
          metrics: { latencyMs: 1 },
        }),
      ],
    };
  },
  error: (_status, message) => JSON.stringify({ message, type: 'ScriptedException' }),
  malformed: { contentType: 'application/vnd.amazon.eventstream', body: awsMessage('messageStart', '{"role":') },
};

function awsEvent(type: string, payload: object): Uint8Array {
  return awsMessage(type, JSON.stringify(payload));
}

/**
 * One message: total length, length of headers, checksum of both; headers; payload; checksum of everything.
 *
 * Source: "Event stream encoding", Amazon Transcribe Developer Guide (the format is the same for every AWS service).
 */
function awsMessage(type: string, payload: string): Uint8Array {
  const headers = Buffer.concat([
    header(':event-type', type),
    header(':content-type', 'application/json'),
    header(':message-type', 'event'),
  ]);
  const body = Buffer.from(payload);
  const prelude = Buffer.alloc(8);
  prelude.writeUInt32BE(12 + headers.length + body.length + 4, 0);
  prelude.writeUInt32BE(headers.length, 4);
  const message = Buffer.concat([prelude, checksum(prelude), headers, body]);
  return Buffer.concat([message, checksum(message)]);
}

/** 7 is the type of a string. */
function header(name: string, value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(value));
  return Buffer.concat([Buffer.from([name.length]), Buffer.from(name), Buffer.from([7]), length, Buffer.from(value)]);
}

function checksum(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum;
}
