import { extensions } from '../../compose.ts';
import { resumeSession } from '../../workbench/resume-session.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { CliContext } from '../context.ts';
import { deliver } from './generate.ts';
import { openStage, showReports } from './run-and-report.ts';
import { newestSession } from './newest-session.ts';
import { type Options, settle } from './setting.ts';

/** `seccode sessions resume`. The session keeps its own settings; only how models are called comes from here. */
export async function runResume(id: string | undefined, options: Options, context: CliContext): Promise<void> {
  const { config } = await settle(options, context);
  // An interactive session asks again; whether it is one is in its log.
  const stage = await openStage({ ...options, interactive: true }, context, config);
  try {
    const store = await extensions.openStore(stage.host.stateFolder);
    const sessionId = id ?? (await newestSession(store, ({ verdict, isLocked }) => verdict === undefined && !isLocked));
    const result = await resumeSession(sessionId, callSettings(config), extensions, stage.host, stage.watch);
    stage.stop();
    await deliver(result, options, context, await showReports(result, config, options, context));
  } finally {
    stage.stop();
  }
}
