/**
 * Writes a language model so small that tests can run it: llama architecture, two layers, random weights, half a
 * megabyte. It answers nonsense, but loads, streams, obeys a grammar and stops like a real one.
 *
 * Usage: make-tiny-gguf.ts OUT.gguf
 *
 * Source of the format: GGUF version 3, https://github.com/ggml-org/ggml/blob/master/docs/gguf.md.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Tokens that prompt and reply of the tiny model may have together. */
export const TINY_CONTEXT_TOKENS = 2048;

const EMBEDDING = 64;
const HEADS = 4;
const KEY_VALUE_HEADS = 2;
const LAYERS = 2;
const FEED_FORWARD = 128;
/** Every tensor begins at a multiple of this many bytes. */
const ALIGNMENT = 32;

/** Numbers that the format gives the types of its metadata values. */
const TYPE = { uint32: 4, int32: 5, float32: 6, string: 8, array: 9 } as const;
/** Number of the tensor type "32-bit float". */
const TENSOR_FLOAT32 = 0;
/** Roles of a token in the vocabulary. */
const ROLE = { normal: 1, unknown: 2, control: 3, byte: 6 } as const;

const UNKNOWN_ID = 0;
const BEGIN_ID = 1;
const END_ID = 2;

interface Token {
  readonly text: string;
  readonly score: number;
  readonly role: number;
}

interface Tensor {
  readonly name: string;
  /** Fastest-running dimension first. */
  readonly shape: readonly number[];
  /** Normalisation weights are 1, so that activations keep their size; all others are random. */
  readonly isOnes: boolean;
}

/** The bytes of the tiny model; the same on every machine and in every run. */
export function tinyGguf(): Buffer {
  const vocabulary = tinyVocabulary();
  const tensors = tinyTensors(vocabulary.length);
  const metadata = tinyMetadata(vocabulary);
  const random = pseudoRandom(20_250_101);

  const infos: Buffer[] = [];
  const weights: Buffer[] = [];
  let offset = 0;
  for (const tensor of tensors) {
    const data = padded(tensorData(tensor, random));
    infos.push(
      string(tensor.name),
      uint32(tensor.shape.length),
      ...tensor.shape.map(uint64),
      uint32(TENSOR_FLOAT32),
      uint64(offset),
    );
    weights.push(data);
    offset += data.length;
  }
  const head = [Buffer.from('GGUF'), uint32(3), uint64(tensors.length), uint64(metadata.length)];
  return Buffer.concat([padded(Buffer.concat([...head, ...metadata, ...infos])), ...weights]);
}

function tinyVocabulary(): readonly Token[] {
  const special: Token[] = [
    { text: '<unk>', score: 0, role: ROLE.unknown },
    { text: '<s>', score: 0, role: ROLE.control },
    { text: '</s>', score: 0, role: ROLE.control },
  ];
  // One token per byte, so that every text can be written.
  const bytes = Array.from({ length: 256 }, (_, byte) => ({
    text: `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
    score: 0,
    role: ROLE.byte,
  }));
  // U+2581 stands for a space in this kind of tokenizer.
  const words = [
    '\u2581',
    ...'abcdefghijklmnopqrstuvwxyz{}":,[]()',
    '\u2581def',
    '\u2581return',
    'er',
    'in',
    'on',
    're',
  ];
  const pieces = words.map((text, index) => ({ text, score: -1 - index, role: ROLE.normal }));
  return [...special, ...bytes, ...pieces];
}

function tinyTensors(vocabularySize: number): readonly Tensor[] {
  const random = (name: string, ...shape: number[]): Tensor => ({ name, shape, isOnes: false });
  const ones = (name: string): Tensor => ({ name, shape: [EMBEDDING], isOnes: true });
  const keyValue = (EMBEDDING / HEADS) * KEY_VALUE_HEADS;
  const layers = Array.from({ length: LAYERS }, (_, layer) => [
    ones(`blk.${layer}.attn_norm.weight`),
    random(`blk.${layer}.attn_q.weight`, EMBEDDING, EMBEDDING),
    random(`blk.${layer}.attn_k.weight`, EMBEDDING, keyValue),
    random(`blk.${layer}.attn_v.weight`, EMBEDDING, keyValue),
    random(`blk.${layer}.attn_output.weight`, EMBEDDING, EMBEDDING),
    ones(`blk.${layer}.ffn_norm.weight`),
    random(`blk.${layer}.ffn_gate.weight`, EMBEDDING, FEED_FORWARD),
    random(`blk.${layer}.ffn_up.weight`, EMBEDDING, FEED_FORWARD),
    random(`blk.${layer}.ffn_down.weight`, FEED_FORWARD, EMBEDDING),
  ]);
  return [
    random('token_embd.weight', EMBEDDING, vocabularySize),
    ones('output_norm.weight'),
    random('output.weight', EMBEDDING, vocabularySize),
    ...layers.flat(),
  ];
}

function tinyMetadata(vocabulary: readonly Token[]): readonly Buffer[] {
  const entry = (key: string, type: number, value: Buffer): Buffer => Buffer.concat([string(key), uint32(type), value]);
  const count = (key: string, value: number): Buffer => entry(key, TYPE.uint32, uint32(value));
  const text = (key: string, value: string): Buffer => entry(key, TYPE.string, string(value));
  const list = (key: string, type: number, items: readonly Buffer[]): Buffer =>
    entry(key, TYPE.array, Buffer.concat([uint32(type), uint64(items.length), ...items]));
  return [
    text('general.architecture', 'llama'),
    text('general.name', 'tiny-random'),
    count('general.alignment', ALIGNMENT),
    count('llama.context_length', TINY_CONTEXT_TOKENS),
    count('llama.embedding_length', EMBEDDING),
    count('llama.block_count', LAYERS),
    count('llama.feed_forward_length', FEED_FORWARD),
    count('llama.attention.head_count', HEADS),
    count('llama.attention.head_count_kv', KEY_VALUE_HEADS),
    count('llama.rope.dimension_count', EMBEDDING / HEADS),
    entry('llama.attention.layer_norm_rms_epsilon', TYPE.float32, float32(1e-5)),
    count('llama.vocab_size', vocabulary.length),
    text('tokenizer.ggml.model', 'llama'),
    list(
      'tokenizer.ggml.tokens',
      TYPE.string,
      vocabulary.map((token) => string(token.text)),
    ),
    list(
      'tokenizer.ggml.scores',
      TYPE.float32,
      vocabulary.map((token) => float32(token.score)),
    ),
    list(
      'tokenizer.ggml.token_type',
      TYPE.int32,
      vocabulary.map((token) => uint32(token.role)),
    ),
    count('tokenizer.ggml.unknown_token_id', UNKNOWN_ID),
    count('tokenizer.ggml.bos_token_id', BEGIN_ID),
    count('tokenizer.ggml.eos_token_id', END_ID),
  ];
}

function tensorData({ shape, isOnes }: Tensor, random: () => number): Buffer {
  const length = shape.reduce((product, dimension) => product * dimension, 1);
  const data = Buffer.alloc(length * Float32Array.BYTES_PER_ELEMENT);
  for (let index = 0; index < length; index += 1) {
    data.writeFloatLE(isOnes ? 1 : random() * 0.4, index * Float32Array.BYTES_PER_ELEMENT);
  }
  return data;
}

/**
 * Numbers from -0.5 to 0.5: a linear congruential generator.
 *
 * Source of the constants: Press et al., "Numerical Recipes", 2nd edition, 1992, section 7.1.
 */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    // Math.imul keeps the product exact where a double would lose its low bits.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

function padded(bytes: Buffer): Buffer {
  const missing = (ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT;
  return Buffer.concat([bytes, Buffer.alloc(missing)]);
}

function string(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function float32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

const [, started, out] = process.argv;
if (started !== undefined && import.meta.url === pathToFileURL(started).href) {
  if (out === undefined) {
    console.error('error: No file was named.\nfix: Give the file to write: make-tiny-gguf.ts OUT.gguf.');
    process.exitCode = 2;
  } else {
    const bytes = tinyGguf();
    writeFileSync(out, bytes);
    console.log(`wrote ${out}, ${bytes.length} bytes`);
  }
}
