import { wordFor } from './acceptance.ts';
import { openIn } from './best-view.ts';
import type { Effect } from './effect.ts';
import { scoreOf } from './open-findings.ts';
import type { Panel } from './panel.ts';
import type { SessionState } from './state.ts';
import { describeFailure, failingTests } from './test-record.ts';

/** The same request has the same id in every run of the session, so that it is never sent twice. */
function requestId({ current }: SessionState, iteration: number): string {
  const steps = current?.iteration === iteration ? current.steps : 0;
  return `${String(iteration)}.strategy.${String(steps + 1)}`;
}

/** Asks for a first program. */
export function briefGenerate(state: SessionState, iteration: number): Effect {
  const { started, rejection, earlier } = state;
  return {
    type: 'ask',
    iteration,
    requestId: requestId(state, iteration),
    briefing: {
      kind: 'generate',
      brief: {
        request: started?.task.request ?? '',
        iteration,
        earlier,
        ...(rejection === undefined ? {} : { problem: rejection }),
      },
    },
  };
}

/** Asks for a better version of the best candidate. */
export function briefFix(state: SessionState, panel: Panel, iteration: number): Effect {
  const { started, best, rejection } = state;
  const { writesTests = false, proves = false } = started?.settings.behaviour ?? {};
  const { shown } = openIn(best, state, panel);
  const faults = (best?.outcomes ?? [])
    .filter(({ detector }) => panel.gates.includes(detector))
    .flatMap(({ findings }) => findings)
    .map(({ span, message }) => `${span.path}:${String(span.startLine)}: ${message}`);
  const word = wordFor(best?.outcomes ?? [], { gates: new Set(panel.gates), building: new Set(panel.building) });
  const failures = failingTests(best, state).map(describeFailure);
  const weaknesses = shown.filter(({ finding }) => !panel.gates.includes(finding.detector));
  return {
    type: 'ask',
    iteration,
    requestId: requestId(state, iteration),
    briefing: {
      kind: 'fix',
      brief: {
        request: started?.task.request ?? '',
        iteration,
        earlier: state.earlier,
        ...(started?.task.kind === 'fix' ? { given: started.task.files } : {}),
        files: best?.files ?? [],
        findings: weaknesses.map(({ finding }) => finding),
        faults,
        ...(word === 'compile' && faults.length > 0 ? { faultsAre: word } : {}),
        ...(failures.length === 0 ? {} : { failures }),
        ...(writesTests || proves ? { areRun: true } : {}),
        score: scoreOf(weaknesses),
        ledgers: state.ledgers,
        ...(rejection === undefined ? {} : { rejection }),
        instructions: state.instructions,
        flatRounds: state.flatRounds,
      },
    },
  };
}
