import type { Message } from '#core/message.ts';
import { estimateTokens } from '#engine/session/limits.ts';
import { openMemoryLog } from '#engine/storage/memory-log.ts';
import { scriptedReply } from './scripted-program.ts';
import { promptsOf, runBenchSession } from './session.ts';

/** Prompt tokens of one iteration under both schemes; estimated alike, at four characters a token. */
export interface TokenRow {
  readonly iteration: number;
  readonly ours: number;
  readonly published: number;
}

/** How much of the conversation the published code resends. */
const RESENT = 5;

/**
 * The same scripted session of ten fixing rounds, one flaw fixed in each, under our prompts and under the published scheme:
 * the published components, a language reminder and the last five messages of the conversation in each call.
 */
export async function measureTokens(): Promise<readonly TokenRow[]> {
  const run = async (strategy: string): Promise<readonly (readonly Message[])[]> => {
    const log = openMemoryLog('bench', Date.now);
    await runBenchSession({ log, model: { write: scriptedReply, latencyMs: 0 }, settings: { strategy } });
    return promptsOf(log.events).map(({ messages }) => messages);
  };
  const ours = await run('encouragement');
  const published = resend(await run('encouragement-paper'));
  return ours.map((messages, iteration) => ({
    iteration,
    ours: estimateTokens(messages),
    published: estimateTokens(published[iteration] ?? []),
  }));
}

/** Turns prompts that stand alone into a conversation of which the last messages go along with each new one. */
function resend(prompts: readonly (readonly Message[])[]): readonly (readonly Message[])[] {
  const history: Message[] = [];
  return prompts.map((messages, index) => {
    const system = messages.filter(({ role }) => role === 'system');
    const asked = messages.filter(({ role }) => role !== 'system');
    const sent = [...system, ...history.slice(-RESENT), ...asked];
    history.push(...asked, { role: 'assistant', content: scriptedReply(index) });
    return sent;
  });
}
