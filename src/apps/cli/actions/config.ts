import { createColors } from 'picocolors';
import { visibleLine } from '#engine/reports/visible.ts';
import type { CliContext } from '../context.ts';
import { type Options, settle } from './setting.ts';

/** `seccode config show`. */
export async function showConfig(options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const { json: _, ...flags } = options;
  const { entries } = await settle(flags, context);
  if (options['json'] === true) return await terminal.outFormatted(`${JSON.stringify(entries, undefined, 2)}\n`);
  const { dim } = createColors(terminal.hasColour);
  const rows = entries.map(({ key, value, origin }) => {
    const shown = value === undefined ? '-' : typeof value === 'string' ? value : JSON.stringify(value);
    return `${key.padEnd(16)} ${visibleLine(shown).padEnd(30)} ${dim(visibleLine(origin))}`;
  });
  await terminal.outFormatted(`${rows.join('\n')}\n`);
}
