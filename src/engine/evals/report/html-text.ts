import { visible, visibleLine } from '../../reports/visible.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text on one line that a browser shows and does nothing else with. */
export function esc(text: string, longest: number = 2_000): string {
  return escapeAll(visibleLine(text.length > longest ? `${text.slice(0, longest)}…` : text));
}

/** The same for code: line breaks stay. */
export function escCode(text: string): string {
  return escapeAll(visible(text));
}

function escapeAll(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** A table; all cells are plain text. */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<td${/^[-−<$]? ?[\d.]+( ?%)?$/.test(cell) ? ' class="n"' : ''}>${esc(cell)}</td>`).join('');
  return `<div class="wide"><table><thead><tr>${head.map((cell) => `<th scope="col">${esc(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table></div>`;
}
