import type { ChangeCheck, Version } from './change.ts';

/**
 * A comment that silences a detector and was not there before.
 *
 * Compared by its words and over all files, so that one which moves along with its code is none. Without a version
 * before there is nothing to say: what a person brings in is theirs, and detectors heed no suppression in the loop.
 */
export const suppressionAdded: ChangeCheck = {
  name: 'suppression-added',
  find: ({ before, after }) => {
    if (before === undefined) return [];
    const known = new Map<string, number>();
    for (const { words } of suppressions(before)) known.set(words, (known.get(words) ?? 0) + 1);
    return suppressions(after).flatMap(({ words, path, line }) => {
      const left = known.get(words) ?? 0;
      known.set(words, left - 1);
      if (left > 0) return [];
      return [
        { check: 'suppression-added', path, line, message: `The comment \`${shortened(words)}\` silences a detector.` },
      ];
    });
  },
};

interface Suppression {
  readonly words: string;
  readonly path: string;
  readonly line: number;
}

function suppressions({ outlines }: Version): readonly Suppression[] {
  return outlines.flatMap(({ path, comments }) =>
    comments
      .filter(({ isSuppression }) => isSuppression)
      .map(({ text, span }) => ({ words: text.replace(/\s+/g, ' ').trim(), path, line: span.startLine })),
  );
}

function shortened(words: string): string {
  const safe = words.replace(/`/g, "'");
  return safe.length > 80 ? `${safe.slice(0, 77)}...` : safe;
}
