import { createColors } from 'picocolors';
import { extensions } from '../../compose.ts';
import { type Checkup, checkUp } from '../../workbench/check-up.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { CliContext } from '../context.ts';
import { hostFor, type Options, settle } from './setting.ts';

/** `seccode doctor`. */
export async function runDoctor(options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const { config } = await settle({}, context);
  const report = await checkUp(extensions, hostFor(context, config), callSettings(config), config.detectorSettings);
  if (options['json'] === true) return await terminal.outFormatted(`${JSON.stringify(report, undefined, 2)}\n`);
  await terminal.outFormatted(`${report.map((part) => paint(part, terminal.hasColour)).join('\n\n')}\n`);
}

function paint({ title, entries }: Checkup, hasColour: boolean): string {
  const { bold, dim, green, yellow } = createColors(hasColour);
  const width = Math.max(...entries.map(({ name }) => name.length));
  const rows = entries.map(({ name, isUsable, detail, remedy }) => {
    const mark = isUsable ? green('yes') : yellow('no ');
    return `  ${mark} ${name.padEnd(width)}  ${detail}${remedy === '' ? '' : dim(` → ${remedy}`)}`;
  });
  return `${bold(title)}\n${rows.join('\n')}`;
}
