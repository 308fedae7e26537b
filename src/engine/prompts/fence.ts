import type { SourceFiles } from '#core/source-file.ts';

/** A fenced block that its own content cannot close: the fence is longer than any run of back-ticks inside. */
export function fence(text: string, info = ''): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const bar = '`'.repeat(longest + 1);
  return `${bar}${info}\n${text.endsWith('\n') ? text : `${text}\n`}${bar}`;
}

/** A program in a prompt: each file's path in bold, then the file. The form replies are asked for, too. */
export function showProgram(files: SourceFiles, info: string): string {
  return files.map(({ path, text }) => `**${path}**\n${fence(text, info)}`).join('\n\n');
}
