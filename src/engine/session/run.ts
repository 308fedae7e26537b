import { SecCodeError } from '#core/errors.ts';
import type { CweId } from '#core/cwe-id.ts';
import type { CandidateExtracted } from '#core/session-event.ts';
import { compareFiles } from './compare-files.ts';
import { askOnce, cancelled } from './ask.ts';
import { detectAll } from './detect-all.ts';
import type { Effect } from './effect.ts';
import { Journal } from './journal.ts';
import { panelOf } from './panel-of.ts';
import { runProofs, writeProof } from './prove-all.ts';
import { promptHash } from '../models/prompt-hash.ts';
import type { Guidance } from '../guidance/guidance.ts';
import type { SessionServices } from './services.ts';
import type { SessionState } from './state.ts';
import { type FixBrief, MAX_STEPS, type Prompt } from './strategy.ts';
import { testAll, writeTests } from './test-all.ts';

/**
 * Runs a session to its verdict, from wherever its log stands: the log must at least hold `session-started`.
 *
 * Performs what the machine asks for, one effect at a time, and appends every event before acting on it.
 *
 * @returns The final state; `verdict` is set.
 * @throws {SecCodeError} `CANCELLED` when interrupted, `STORE_FAILED` when the log cannot be written, `REPLAY_DIVERGED`
 *   when a recording does not fit. The log stays resumable after each.
 */
export async function runSession(services: SessionServices): Promise<SessionState> {
  const settings = services.log.events[0]?.event;
  const roles = settings?.type === 'session-started' ? settings.settings : { feedback: [], marking: [] };
  const journal = new Journal(services, panelOf(services.detectors, services.strategy, roles));
  for (;;) {
    if (services.signal.aborted) throw cancelled(services.signal.reason);
    const [effect] = journal.effects;
    if (effect === undefined) return journal.state;
    await perform(effect, journal, services);
  }
}

async function perform(effect: Effect, journal: Journal, services: SessionServices): Promise<void> {
  switch (effect.type) {
    case 'ask':
      return await performAsk(effect, journal, services);
    case 'extract': {
      const { files, claims, problem } = await services.extract(effect.text, effect.best);
      const event: CandidateExtracted = { type: 'candidate-extracted', iteration: effect.iteration, files, claims };
      return await journal.append(problem === undefined ? event : { ...event, files: [], problem });
    }
    case 'compare': {
      const faults = await compareFiles(effect, services);
      return await journal.append({ type: 'candidates-compared', iteration: effect.iteration, faults });
    }
    case 'detect':
      return await detectAll(effect, journal, services);
    case 'write-tests':
      return await writeTests(journal, services);
    case 'test':
      return await testAll(effect, journal, services);
    case 'write-proof':
      return await writeProof(effect, journal, services);
    case 'run-proofs':
      return await runProofs(effect, journal, services);
    case 'consult': {
      if (services.consult === undefined) {
        throw new SecCodeError('USAGE', 'This session asks a person after each iteration, and nobody is there.', {
          remedy: 'Go on with it in a terminal.',
        });
      }
      const decision = await services.consult(journal.state, services.signal);
      return await journal.append({ type: 'person-decided', iteration: effect.iteration, decision });
    }
    case 'record':
      return await journal.append(effect.event);
  }
}

type Ask = Extract<Effect, { type: 'ask' }>;

async function performAsk(effect: Ask, journal: Journal, services: SessionServices): Promise<void> {
  const { iteration, requestId, briefing } = effect;
  const prompt = await writePrompt(effect, journal.state, services);
  if (journal.state.current?.iteration !== iteration) {
    await journal.append({
      type: 'iteration-started',
      iteration,
      kind: briefing.kind,
      promptVersion: `${services.strategy.name}@${services.strategy.promptVersion}`,
      promptHash: promptHash(prompt.messages),
    });
  }
  await askOnce(
    journal,
    services,
    { iteration, asker: 'strategy' },
    { requestId, purpose: briefing.kind, role: 'writer', ...prompt },
  );
}

async function writePrompt(
  { briefing, iteration }: Ask,
  { current }: SessionState,
  services: SessionServices,
): Promise<Prompt> {
  const { strategy, language } = services;
  const prompt =
    briefing.kind === 'generate'
      ? strategy.generate({ ...briefing.brief, language })
      : strategy.fix?.({ ...briefing.brief, language, ...(await guide(briefing.brief, services)) });
  if (prompt === undefined) throw new TypeError(`The strategy '${strategy.name}' was asked to fix and cannot.`);
  const steps = current?.iteration === iteration ? current.steps : 0;
  if (prompt.step !== undefined && steps >= MAX_STEPS) {
    throw new TypeError(
      `The strategy '${strategy.name}' asks for step ${String(steps + 1)} ('${prompt.step}') of iteration ${String(iteration)}, and ${String(MAX_STEPS)} are allowed before a program.`,
    );
  }
  return prompt;
}

/** Loads what is known of the weaknesses that were found, and of those that the strategy foresees. */
async function guide(
  { findings, earlier }: Pick<FixBrief, 'findings' | 'earlier'>,
  { strategy, guidanceFor }: SessionServices,
): Promise<Pick<FixBrief, 'guidance' | 'foreseen'>> {
  const load = async (cwes: readonly CweId[]): Promise<readonly Guidance[]> => {
    const loaded = await Promise.all([...new Set(cwes)].map((cwe) => guidanceFor(cwe)));
    const known = loaded.filter((entry) => entry !== undefined);
    return known.filter((entry, index) => known.findIndex(({ cwe }) => cwe === entry.cwe) === index);
  };
  return {
    guidance: await load(findings.flatMap(({ cwes: [first] }) => first ?? [])),
    foreseen: await load(strategy.foresees?.(earlier) ?? []),
  };
}
