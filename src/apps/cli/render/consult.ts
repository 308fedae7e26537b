import { cancel, isCancel, log, note, select, text } from '@clack/prompts';
import { SecCodeError } from '#core/errors.ts';
import type { PersonDecision } from '#core/session-event.ts';
import type { Consult } from '#engine/session/services.ts';
import type { SessionState } from '#engine/session/state.ts';
import { visible, visibleLine } from '#engine/reports/visible.ts';
import { patchText } from './patch.ts';

/**
 * Shows the iteration that has just finished, difference and findings and score, and asks what to do.
 *
 * Ctrl-C at a question leaves the session; it is resumed with the same question.
 */
export function openConsult(hasColour: boolean, pause: () => void): Consult {
  let shown = -1;
  return async (state, signal) => {
    pause();
    const { current } = state;
    if (current === undefined) return { kind: 'continue' };
    if (shown !== current.iteration) {
      shown = current.iteration;
      show(state, hasColour);
    }
    return await ask(state, signal);
  };
}

function show(state: SessionState, hasColour: boolean): void {
  const { current, bestBefore, best } = state;
  const before = bestBefore?.files ?? [];
  const after = current?.files ?? [];
  const patch = patchText(before, after, hasColour);
  note((hasColour ? patch : visible(patch)) || 'nothing changed', `iteration ${String(current?.iteration ?? 0)}`);
  for (const { finding } of findingsOf(state)) {
    log.warn(
      visibleLine(`${finding.span.path}:${String(finding.span.startLine)} ${finding.cwes[0] ?? ''} ${finding.message}`),
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

async function ask(state: SessionState, signal: AbortSignal): Promise<PersonDecision> {
  const isGiven = state.current?.kind === 'given';
  const isAccepted = state.current?.finished?.isAccepted === true;
  const choice = await select({
    message: 'What now?',
    signal,
    options: [
      { value: 'continue', label: 'go on' },
      // One's own code cannot be rolled back, and a reply without a program cannot be accepted.
      ...(isAccepted && !isGiven ? [{ value: 'reject', label: 'reject it: go back to the best before' }] : []),
      ...(!isAccepted && state.current?.files !== undefined
        ? [{ value: 'accept', label: 'accept it all the same' }]
        : []),
      ...(findingsOf(state).length > 0 ? [{ value: 'dismiss', label: 'dismiss a finding as false' }] : []),
      { value: 'instruct', label: 'add an instruction' },
      { value: 'stop', label: 'stop here' },
    ],
  });
  if (isCancel(choice)) throw left();
  switch (choice) {
    case 'accept':
      return { kind: 'accept' };
    case 'reject': {
      return { kind: 'reject', reason: await say('Why?', signal) };
    }
    case 'dismiss':
      return await dismiss(state, signal);
    case 'instruct': {
      return { kind: 'instruct', instruction: await say('What should the next round heed?', signal) };
    }
    case 'stop':
      return { kind: 'stop' };
    default:
      return { kind: 'continue' };
  }
}

async function dismiss(state: SessionState, signal: AbortSignal): Promise<PersonDecision> {
  const fingerprint = await select({
    message: 'Which finding is false?',
    signal,
    options: findingsOf(state).map(({ finding }) => ({
      value: finding.fingerprint,
      label: `${finding.cwes[0] ?? finding.rule} line ${String(finding.span.startLine)}: ${visibleLine(finding.message)}`,
    })),
  });
  if (isCancel(fingerprint)) throw left();
  return { kind: 'dismiss', fingerprint, reason: await say('Why is it false?', signal) };
}

async function say(message: string, signal: AbortSignal): Promise<string> {
  const answer = await text({
    message,
    signal,
    validate: (given) => ((given ?? '').trim() === '' ? 'A reason is needed.' : undefined),
  });
  if (isCancel(answer)) throw left();
  return answer;
}

/** Ctrl-C at a question decides nothing: the session is resumed with the same question. */
function left(): SecCodeError {
  cancel('Left at the question.');
  return new SecCodeError('CANCELLED', 'The session was left at a question.', {
    remedy: 'Go on with `seccode sessions resume`.',
  });
}
