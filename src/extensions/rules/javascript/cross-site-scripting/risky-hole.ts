import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { SourceKind } from '#engine/analysis/framework.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Words of names whose values are markup, or words of the program, on purpose. */
const MARKUP: ReadonlySet<string> = new Set([
  'html',
  'markup',
  'template',
  'tpl',
  'svg',
  'icon',
  'icons',
  'css',
  'style',
  'styles',
  'class',
  'classname',
  'classes',
  'cls',
  'tag',
  'dom',
  'element',
  'el',
  'elem',
  'node',
  'body',
  'markdown',
  'rendered',
  'fragment',
  'attrs',
  'attributes',
  'attr',
  'xml',
  'output',
  'out',
  'buf',
  'buffer',
  'str',
  'result',
  'ret',
  'snippet',
  'prefix',
  'suffix',
  'separator',
  'tmpl',
  'view',
  'layout',
  'theme',
  'locale',
  'lang',
  'i18n',
  'translations',
  'button',
  'buttons',
  'header',
  'footer',
  'nonce',
  'version',
  'type',
  'src',
  'href',
  'options',
  'inner',
  'outer',
  'child',
  'children',
  'contents',
  'opts',
  'id',
  'ids',
  'rows',
  'items',
  'cells',
  'list',
  'script',
  'code',
  'js',
  'direction',
  'position',
  'align',
]);

/** The worst of the values in a text, taint of these kinds first; `undefined` when all are harmless. */
export function riskyHole(text: Value, kinds: readonly SourceKind[]): Value | undefined {
  const open = holesOf(text)
    .map(({ value }) => value)
    .filter((value) => !isInert(value, 'html') && !isFetchedFromSettings(value));
  for (const kind of ['remote', 'local', 'database', 'file', 'parameter'] as const) {
    if (!kinds.includes(kind)) continue;
    const found = open.find(
      (value) => mainTaint(value.taints, [kind]) !== undefined && (kind !== 'parameter' || !isMarkupByName(value)),
    );
    if (found !== undefined) return found;
  }
  return open.find(
    (value) => value.taints.length === 0 && valueName(value) !== '' && isReadValue(value) && !isMarkupByName(value),
  );
}

/** Whether the name of a value says that it is markup, or a word of the program's own. */
export function isMarkupByName(value: Value): boolean {
  return identifierWords(valueName(value)).some((word) => MARKUP.has(word));
}

/** Whether the value is read from somewhere, not computed here. */
export function isReadValue({ origin }: Value): boolean {
  return origin === undefined || origin.kind === 'name' || origin.kind === 'member' || origin.kind === 'index';
}

function isFetchedFromSettings({ taints }: Value): boolean {
  return taints.length > 0 && taints.every(({ kind }) => kind === 'environment');
}
