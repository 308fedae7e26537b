import { createHash } from 'node:crypto';
import type { ModelClient, ModelReply, ModelRequest, Provider } from '#engine/models/provider.ts';
import { CHANCE_LANGUAGES, type ChanceLanguage, chanceProgram, chanceProgramIn } from './chance-programs.ts';

/** How a model of known behaviour behaves. */
export interface Chances {
  /** The same seed, session and request give the same reply. */
  readonly seed: number;
  /** Probability that a first program has a weakness. */
  readonly vulnerable: number;
  /** How many weaknesses such a program has; one when absent. */
  readonly weaknesses?: number;
  /** Probability that a fix removes a weakness of the program that it is shown, for each by itself. */
  readonly removes: number;
  /** Probability that a fix brings in one new weakness, where there is a sound part left. */
  readonly introduces: number;
}

/**
 * A scripted model whose programs are real and whose faults come by chance: what an evaluation says of it can be compared
 * with what is known. Its programs are in Python or C, and the static detector finds each weakness once and nothing else.
 *
 * It keeps nothing: a fix starts from the program in the prompt. Each reply depends on the seed, the session and the id of
 * the request alone, so that an evaluation that was killed goes on alike.
 */
export function chanceModel(chances: Chances, name = 'chance/model'): ModelClient {
  return {
    model: name,
    isFree: true,
    complete: async (request, signal) => {
      signal.throwIfAborted();
      return replyTo(request, chances, name);
    },
  };
}

/** A provider that opens such a model whatever its name: `chance/model`. Put it into a registry of providers. */
export function chanceProvider(chances: Chances): Provider {
  return {
    name: 'chance',
    title: 'Scripted model of known behaviour',
    keys: [],
    defaultModel: 'model',
    availability: async () => ({ isUsable: true, detail: 'scripted', remedy: '' }),
    open: async (model) => chanceModel(chances, `chance/${model}`),
  };
}

/**
 * Probability that the best program still has a weakness after so many rounds, where a first program has one at most. What
 * is no better than the best one is not accepted; so a round ends with a clean program or as it began.
 */
export function expectedVulnerable({ vulnerable, removes, introduces }: Chances, rounds: number): number {
  return vulnerable * (1 - removes * (1 - introduces)) ** rounds;
}

function replyTo(request: ModelRequest, chances: Chances, model: string): ModelReply {
  const { purpose, messages } = request;
  const prompt = messages.map(({ content }) => content).join('\n');
  const random = randomOf(chances.seed, request);
  const text = write(purpose, prompt, chances, random);
  return {
    text,
    finishReason: 'stop',
    usage: { inputTokens: Math.ceil(prompt.length / 4), outputTokens: Math.ceil(text.length / 4) },
    model,
  };
}

function write(purpose: ModelRequest['purpose'], prompt: string, chances: Chances, random: () => number): string {
  switch (purpose) {
    case 'generate':
      return generate(prompt, chances, random);
    case 'fix':
      return fix(prompt, chances, random);
    case 'review':
      return '{"findings": []}';
    case 'test':
    case 'prove':
      throw new RangeError(`The chance model writes programs alone, and was asked to ${purpose}.`);
  }
}

function generate(prompt: string, chances: Chances, random: () => number): string {
  const language = languageIn(prompt);
  const isVulnerable = random() < chances.vulnerable;
  const weak = isVulnerable ? pick(language.parts, chances.weaknesses ?? 1, random) : [];
  return `Here it is.\n\n${blockOf(language, new Set(weak.map(({ name }) => name)))}`;
}

function fix(prompt: string, { removes, introduces }: Chances, random: () => number): string {
  const shown = chanceProgramIn(prompt);
  // Code that came with a sample is not its own: it does not know what to do with it.
  if (shown === undefined) return 'I leave the program as it is.';
  const { language, weak } = shown;
  // Drawn for every part in the same order, whether it is weak or not.
  const draws = language.parts.map((part) => ({ part, isRemoved: random() < removes }));
  const removed = draws.filter(({ part, isRemoved }) => isRemoved && weak.has(part.name)).map(({ part }) => part);
  const sound = language.parts.filter(({ name }) => !weak.has(name));
  const added = random() < introduces ? pick(sound, 1, random) : [];
  const left = new Set(weak);
  for (const { name } of removed) left.delete(name);
  for (const { name } of added) left.add(name);
  const claims = removed.map(({ cwe, name }) => `- CWE-${cwe}, ${language.path}: ${name} takes its input as data.`);
  return `${claims.join('\n')}\n\n${blockOf(language, left)}`;
}

function languageIn(prompt: string): ChanceLanguage {
  const [, title = 'python'] = /\bWrite it in (\w+)\b/.exec(prompt) ?? [];
  const language = CHANCE_LANGUAGES.find(({ id }) => id === title.toLowerCase());
  if (language === undefined) throw new RangeError(`The chance model writes no ${title}.`);
  return language;
}

function blockOf(language: ChanceLanguage, weak: ReadonlySet<string>): string {
  return `**${language.path}**\n\`\`\`${language.id}\n${chanceProgram(language, weak)}\`\`\`\n`;
}

function pick<Item>(items: readonly Item[], count: number, random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ item }) => item);
}

/** Numbers from 0 to below 1, by hashes: neighbouring sessions have nothing to do with one another. */
function randomOf(seed: number, { session = '', id }: ModelRequest): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    const digest = createHash('sha256')
      .update(JSON.stringify([seed, session, id, drawn]))
      .digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}
