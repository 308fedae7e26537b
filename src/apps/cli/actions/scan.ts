import { scanVerdict } from '#engine/reports/scan-verdict.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import type { CliContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { checkOutputs, formatReport, writeReports } from './outputs.ts';
import { scanPaths } from './scan-paths.ts';
import { type Options, settle } from './setting.ts';

/** `seccode scan`. */
export async function runScan(paths: readonly string[], options: Options, context: CliContext): Promise<void> {
  const { terminal, end } = context;
  const { config } = await settle(options, context);
  await checkOutputs(config.output, context.terminal);
  const report = await scanPaths(paths, options, config, context);
  await writeReports(report, config.output, terminal);
  await terminal.outFormatted(await formatReport(report, config.format, terminal));
  if (options['exitZero'] === true) end(EXIT.clean);
  else endWithScan(report, context);
}

/** Ends the process as a scan says, with the reason as the last line. */
export function endWithScan(report: ScanReport, { end }: Pick<CliContext, 'end'>): void {
  const { verdict, open, gaps } = scanVerdict(report);
  if (verdict === 'secure') end(EXIT.clean);
  else if (verdict === 'vulnerable') end(EXIT.findings, `exit 1: ${String(open.length)} open`);
  else end(EXIT.undecided, `exit 2: undecided: ${gaps[0] ?? 'no detector here knows the weaknesses of these files.'}`);
}
