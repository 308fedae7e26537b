import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { addConfigOption, addOutputOptions } from './options.ts';

const HELP = `
Examples:
  $ seccode sessions                           list them, newest first
  $ seccode sessions show                      the newest, as a timeline
  $ seccode sessions resume                    go on with the newest that is not finished
  $ seccode sessions export ID -f markdown -o report.md
  $ seccode sessions export ID --recording > session.json`;

export function declareSessions(program: Command, context: CliContext): void {
  const command = program
    .command('sessions')
    .summary('list, show, resume, export and delete sessions')
    .description('Sessions are kept under .seccode/ in the folder where they were started.')
    .addHelpText('after', HELP);
  const actions = async (): Promise<typeof import('../actions/sessions.ts')> => await import('../actions/sessions.ts');
  command
    .command('list', { isDefault: true })
    .description('list the sessions, newest first')
    .option('--json', 'as JSON')
    .action(async (options: Readonly<Record<string, unknown>>) => {
      await (await actions()).listSessions(options, context);
    });
  command
    .command('show')
    .description('show a session as a timeline')
    .argument('[id]', 'the session; the newest when absent')
    .option('--json', 'the events as JSON')
    .action(async (id: string | undefined, options: Readonly<Record<string, unknown>>) => {
      await (await actions()).showSession(id, options, context);
    });
  addOutputOptions(
    addConfigOption(
      command
        .command('resume')
        .description('go on with an interrupted session')
        .argument('[id]', 'the session; the newest unfinished one when absent')
        .option('-d, --directory <folder>', 'write the program into this folder')
        .option('--force', 'overwrite files in that folder')
        .action(async (id: string | undefined, options: Readonly<Record<string, unknown>>) => {
          const { runResume } = await import('../actions/resume.ts');
          await runResume(id, options, context);
        }),
    ),
  );
  addOutputOptions(
    command
      .command('export')
      .description('write a report of a session, or its recording')
      .argument('[id]', 'the session; the newest when absent')
      .option('--recording', 'what `seccode replay` needs')
      .action(async (id: string | undefined, options: Readonly<Record<string, unknown>>) => {
        await (await actions()).exportSession(id, options, context);
      }),
  );
  command
    .command('delete')
    .description('delete sessions')
    .argument('<ids...>', 'the sessions')
    .action(async (ids: readonly string[]) => {
      await (await actions()).deleteSessions(ids, context);
    });
}
