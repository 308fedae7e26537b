import { createColors } from 'picocolors';
import { recordingFromEvents } from '#engine/models/recording-from-events.ts';
import { writeRecording } from '#engine/models/recording.ts';
import { formatCost } from '#engine/reports/amounts.ts';
import type { SessionReport } from '#engine/reports/format.ts';
import { timeline } from '#engine/reports/timeline.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import type { SessionStore } from '#engine/storage/store.ts';
import { extensions } from '../../compose.ts';
import { VERSION } from '../../version.ts';
import type { CliContext } from '../context.ts';
import { newestSession } from './newest-session.ts';
import { formatReport, writeReports } from './outputs.ts';
import { hostFor, type Options, settle } from './setting.ts';

/** `seccode sessions`. */
export async function listSessions(options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const sessions = await (await openStore(context)).list();
  if (options['json'] === true) return await terminal.outFormatted(`${JSON.stringify(sessions, undefined, 2)}\n`);
  if (sessions.length === 0) {
    terminal.note('There are no sessions in this folder. Start one with: seccode "what you want"');
    return;
  }
  const colours = createColors(terminal.hasColour);
  const paint = { secure: colours.green, vulnerable: colours.red, undecided: colours.yellow } as const;
  const rows = sessions.map(({ sessionId, verdict, stopReason, isLocked, iterations, language, title }) => {
    const state = verdict ?? (isLocked ? 'running' : 'interrupted');
    const padded = `${state}${stopReason === undefined ? '' : ` (${stopReason})`}`.padEnd(28);
    const shown =
      verdict === 'secure' || verdict === 'vulnerable' || verdict === 'undecided' ? paint[verdict](padded) : padded;
    return `${sessionId}  ${shown} ${String(iterations).padStart(2)} it  ${language.padEnd(10)} ${visibleLine(title).slice(0, 60)}`;
  });
  await terminal.outFormatted(`${rows.join('\n')}\n`);
}

/** `seccode sessions show`: what happened when, and what it cost. */
export async function showSession(id: string | undefined, options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const store = await openStore(context);
  const sessionId = id ?? (await newestSession(store));
  const events = await store.read(sessionId);
  if (options['json'] === true) return await terminal.outFormatted(`${JSON.stringify(events, undefined, 2)}\n`);
  const { bold, dim } = createColors(terminal.hasColour);
  const startedMs = events[0]?.atMs ?? 0;
  const rows = timeline(events).map(({ atMs, iteration, stage, what, tokens, cost }) => {
    const at = `+${((atMs - startedMs) / 1000).toFixed(1)} s`.padStart(10);
    const round = iteration === undefined ? '  ' : String(iteration).padStart(2);
    const spent = [tokens === undefined ? '' : `${String(tokens)} tokens`, cost === undefined ? '' : formatCost(cost)];
    const tail = spent.filter((part) => part !== '').join(', ');
    return `${dim(at)} ${round}  ${bold(stage.padEnd(9))} ${visibleLine(what)}${tail === '' ? '' : dim(`  ${tail}`)}`;
  });
  await terminal.outFormatted(`${sessionId}\n${rows.join('\n')}\n`);
}

/** `seccode sessions export`. */
export async function exportSession(id: string | undefined, options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const store = await openStore(context);
  const events = await store.read(id ?? (await newestSession(store)));
  if (options['recording'] === true) return await terminal.outFormatted(writeRecording(recordingFromEvents(events)));
  const { config } = await settle({ ...options, format: options['format'] ?? 'markdown' }, context);
  const report: SessionReport = { kind: 'session', version: VERSION, events };
  await writeReports(report, config.output, terminal);
  if (config.output.length === 0) await terminal.outFormatted(await formatReport(report, config.format, terminal));
}

/** `seccode sessions delete`. */
export async function deleteSessions(ids: readonly string[], context: CliContext): Promise<void> {
  const store = await openStore(context);
  for (const id of ids) {
    await store.delete(id);
    context.terminal.note(`deleted ${id}`);
  }
}

async function openStore(context: CliContext): Promise<SessionStore> {
  return await extensions.openStore(hostFor(context).stateFolder);
}
