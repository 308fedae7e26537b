import type { SourceFiles } from '#core/source-file.ts';

/** A program for standard output: one file as it is; several with a line before each that names it. */
export function programText(files: SourceFiles): string {
  const [only, ...others] = files;
  if (only === undefined) return '';
  if (others.length === 0) return endWithNewline(only.text);
  return files.map(({ path, text }) => `==> ${path} <==\n${endWithNewline(text)}`).join('\n');
}

function endWithNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
