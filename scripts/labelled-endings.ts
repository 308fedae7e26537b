/** Ending of the file that a labelled sample is written to, by its language; languages that SecCode reads. */
export const ENDINGS: Readonly<Record<string, string>> = {
  python: 'py',
  javascript: 'js',
  typescript: 'ts',
  c: 'c',
  cpp: 'cpp',
  java: 'java',
  go: 'go',
};
