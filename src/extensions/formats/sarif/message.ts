import { visible, visibleLine } from '#engine/reports/visible.ts';

/** Characters that mean something in Markdown or HTML. */
const MARKUP = /[\\`*_{}[\]<>#|&~$]/g;

/**
 * Text for a SARIF message. Viewers make links of `[words](address)` and fill in `{0}`, also in plain text: the text may
 * come from a model, so neither may be in it.
 */
export function plainText(text: string): string {
  const plain = visible(text.trim())
    .replaceAll('](', '] (')
    .replace(/\{(\d+)\}/g, '{ $1 }');
  return plain === '' ? 'No message was given.' : plain;
}

/** One line of Markdown that shows the text and does nothing else. */
export function markdownText(text: string): string {
  return visibleLine(text.trim()).replace(MARKUP, '\\$&').replaceAll('://', '\\://');
}
