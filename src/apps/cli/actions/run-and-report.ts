import type { SourceFiles } from '#core/source-file.ts';
import { extensions } from '../../compose.ts';
import { wishOf } from '../../workbench/from-config.ts';
import type { Host } from '../../workbench/host.ts';
import type { SessionResult, SessionWatch } from '../../workbench/run-session.ts';
import type { Config } from '../../config/config.ts';
import type { SessionWish } from '../../workbench/start-session.ts';
import type { CliContext } from '../context.ts';
import { tuneCompilers } from '../tune-compilers.ts';
import { openLiveView } from '../render/live-view.ts';
import { meetPerson } from './ask-person.ts';
import { formatReport, writeReports } from './outputs.ts';
import { reportOf } from './session-end.ts';
import { hostFor, type Options } from './setting.ts';

/** What a session is run with on a terminal: a host that can ask the person, and a view of what goes on. */
export interface Stage {
  readonly host: Host;
  readonly watch: SessionWatch;
  readonly stop: () => void;
}

/** Sets the stage. With `--json` nobody is asked anything. */
export async function openStage(
  options: Options,
  context: CliContext,
  config: Pick<Config, 'sandboxImage'>,
): Promise<Stage> {
  const { terminal, signal } = context;
  // A session looks at a few short programs and waits for models in between.
  tuneCompilers(0);
  const base = hostFor(context, config);
  const view = openLiveView(terminal, base.nowMs);
  const person = meetPerson(terminal, view.pause);
  const mayAsk = terminal.isInteractive && options['json'] !== true;
  const consult =
    mayAsk && options['interactive'] === true
      ? (await import('../render/consult.ts')).openConsult(terminal.errorsHaveColour, view.pause)
      : undefined;
  return {
    host: {
      ...base,
      ...(mayAsk ? { askPerson: person.ask } : {}),
      ...(consult === undefined ? {} : { consult }),
    },
    watch: { signal, onEvent: view.onEvent, onProgress: view.onProgress },
    stop: () => {
      view.stop();
      person.leave();
    },
  };
}

/** Shows a session's report: into the files asked for, and to standard output when a format was asked for. */
export async function showReports(
  result: SessionResult,
  { format, output }: Pick<Config, 'format' | 'output'>,
  options: Options,
  { terminal }: CliContext,
): Promise<boolean> {
  const report = reportOf(result);
  await writeReports(report, output, terminal);
  const isAskedFor = options['format'] !== undefined || options['json'] === true;
  if (isAskedFor) await terminal.outFormatted(await formatReport(report, format, terminal));
  else terminal.noteFormatted(await formatNote(result, terminal.errorsHaveColour, terminal.width));
  return isAskedFor;
}

async function formatNote(result: SessionResult, hasColour: boolean, width: number): Promise<string> {
  const pretty = await extensions.formats['pretty']?.();
  return pretty?.format(reportOf(result), { hasColour, width }).trimEnd() ?? result.verdict.explanation;
}

/** A wish from the settings in force and the flags of the command. */
export function wishFor(
  config: Config,
  options: Options,
  what: { readonly kind: 'generate' | 'fix'; readonly request: string; readonly files: SourceFiles },
): SessionWish {
  return wishOf(config, {
    ...what,
    isInteractive: options['interactive'] === true,
    isForgotten: options['store'] === false,
  });
}
