import { cancel, isCancel, log, note, select, text } from '@clack/prompts';
import type { PersonDecision } from '#core/session-event.ts';
import type { Consult } from '#engine/session/services.ts';
import type { SessionState } from '#engine/session/state.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import { patchText } from './patch.ts';

/**
 * Shows the iteration that has just finished, difference and findings and score, and asks what to do.
 *
 * Ctrl-C at a question ends the session; it can be resumed with the same question.
 */
export function openConsult(hasColour: boolean, pause: () => void): Consult {
  let shown = -1;
  return async (state) => {
    pause();
    const { current } = state;
    if (current === undefined) return { kind: 'continue' };
    if (shown !== current.iteration) {
      shown = current.iteration;
      show(state, hasColour);
    }
    return await ask(state);
  };
}

function show(state: SessionState, hasColour: boolean): void {
  const { current, bestBefore, best } = state;
  const before = bestBefore?.files ?? [];
  const after = current?.files ?? [];
  note(patchText(before, after, hasColour) || 'nothing changed', `iteration ${String(current?.iteration ?? 0)}`);
  for (const { finding } of findingsOf(state)) {
    log.warn(
      `${finding.span.path}:${String(finding.span.startLine)} ${finding.cwes[0] ?? ''} ${visibleLine(finding.message)}`,
    );
  }
  const { finished } = current ?? {};
  log.info(
    `${finished?.isAccepted === true ? 'Accepted' : 'Rolled back'}: ${visibleLine(finished?.reason ?? '')} Score ${String(finished?.ledger.score ?? 0)}; best so far is iteration ${String(best?.iteration ?? 0)}.`,
  );
}

function findingsOf({ current }: SessionState): readonly {
  readonly finding: NonNullable<SessionState['current']>['outcomes'][number]['findings'][number];
}[] {
  return (current?.outcomes ?? []).flatMap(({ findings }) => findings.map((finding) => ({ finding })));
}

async function ask(state: SessionState): Promise<PersonDecision> {
  const isAccepted = state.current?.finished?.isAccepted === true;
  const choice = await select({
    message: 'What now?',
    options: [
      { value: 'continue', label: 'go on' },
      isAccepted
        ? { value: 'reject', label: 'reject it: go back to the best before' }
        : { value: 'accept', label: 'accept it all the same' },
      ...(findingsOf(state).length > 0 ? [{ value: 'dismiss', label: 'dismiss a finding as false' }] : []),
      { value: 'instruct', label: 'add an instruction' },
      { value: 'stop', label: 'stop here' },
    ],
  });
  if (isCancel(choice)) return stop();
  switch (choice) {
    case 'accept':
      return { kind: 'accept' };
    case 'reject': {
      const reason = await say('Why?');
      return reason === undefined ? stop() : { kind: 'reject', reason };
    }
    case 'dismiss':
      return await dismiss(state);
    case 'instruct': {
      const instruction = await say('What should the next round heed?');
      return instruction === undefined ? stop() : { kind: 'instruct', instruction };
    }
    case 'stop':
      return { kind: 'stop' };
    default:
      return { kind: 'continue' };
  }
}

async function dismiss(state: SessionState): Promise<PersonDecision> {
  const fingerprint = await select({
    message: 'Which finding is false?',
    options: findingsOf(state).map(({ finding }) => ({
      value: finding.fingerprint,
      label: `${finding.cwes[0] ?? finding.rule} line ${String(finding.span.startLine)}: ${visibleLine(finding.message)}`,
    })),
  });
  if (isCancel(fingerprint)) return stop();
  const reason = await say('Why is it false?');
  return reason === undefined ? stop() : { kind: 'dismiss', fingerprint, reason };
}

async function say(message: string): Promise<string | undefined> {
  const answer = await text({
    message,
    validate: (given) => ((given ?? '').trim() === '' ? 'A reason is needed.' : undefined),
  });
  return isCancel(answer) ? undefined : answer;
}

function stop(): PersonDecision {
  cancel('Stopped.');
  return { kind: 'stop' };
}
