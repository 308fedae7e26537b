import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, MarkupAttribute, Place } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { Report, Rule, TextEdit } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/tabnabbing',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-1022', 'CWE-200'],
  title: 'Opened page that can steer its opener',
  severity: 'low',
  rationale:
    'A page opened in a new tab can send the tab it came from to another address, and learns where it came from.',
  remediation: 'Add rel="noopener noreferrer" to links that open in a new tab.',
  references: [
    'https://cwe.mitre.org/data/definitions/1022.html',
    'https://cwe.mitre.org/data/definitions/200.html',
    'https://developer.mozilla.org/docs/Web/HTML/Attributes/rel/noopener',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of walk(facts.module.body)) {
      if (node.kind === 'markup') checkElement(facts, node, report);
      else if (node.kind === 'literal' && typeof node.value === 'string') checkText(facts, node.value, node.at, report);
    }
  },
};

const MESSAGE = 'A link opens a page that can steer this one through window.opener.';

function checkElement(facts: ModuleFacts, element: Extract<Expression, { kind: 'markup' }>, report: Report): void {
  const { attributes } = element;
  if (element.tag !== 'a' && element.tag !== 'area' && element.tag !== 'form') return;
  if (attributes.some(({ name }) => name === undefined || name === 'rel')) return;
  const target = attributes.find(({ name }) => name === 'target');
  const address = attributes.find(({ name }) => name === 'href' || name === 'action');
  if (
    target === undefined ||
    address === undefined ||
    !/^(?:_?blank|_?new)$/.test(constantText(target) ?? '') ||
    !isForeign(address)
  )
    return;
  const end = target.at.end;
  report(target.at, {
    message: MESSAGE,
    confidence: 'medium',
    ...(facts.textAt(target.at).startsWith('target') && {
      fix: [{ at: { start: end, end }, newText: ' rel="noopener noreferrer"' }],
    }),
  });
}

function constantText({ value }: MarkupAttribute): string | undefined {
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** An address that is not known to be on the same site. */
function isForeign(attribute: MarkupAttribute): boolean {
  const text = constantText(attribute);
  if (text !== undefined) return /^(?:https?:)?\/\//i.test(text);
  const first = attribute.value.kind === 'template' ? attribute.value.parts[0] : undefined;
  return first?.kind !== 'literal' || typeof first.value !== 'string' || /^$|^(?:https?:)?\/\//i.test(first.value);
}

const OPEN_TAG = /<a\s[^<>]{0,2000}?\btarget\s*=\s*(\\?["']?)_blank\1[^<>]{0,2000}/gi;

/** Markup in a text: `'<a target="_blank" href="' + x + '">'`. */
function checkText(facts: ModuleFacts, text: string, at: Place, report: Report): void {
  if (!text.includes('_blank')) return;
  for (const [tag] of text.matchAll(OPEN_TAG)) {
    if (/\brel\s*=/i.test(tag)) continue;
    const address = /\bhref\s*=\s*\\?["']?([^"'\\\s>]*)/i.exec(tag)?.[1];
    // A tag that goes on in another piece of the text may have its address and rel there.
    if (address === undefined || (address !== '' && !/^(?:https?:)?\/\//i.test(address))) continue;
    const fix = relEdit(facts, at);
    report(at, { message: MESSAGE, confidence: 'medium', ...(fix.length > 0 && { fix }) });
    return;
  }
}

/** Adds the attribute where the text has the target once, in either kind of quotes. */
function relEdit(facts: ModuleFacts, at: Place): readonly TextEdit[] {
  const written = facts.textAt(at);
  const found = [...written.matchAll(/\btarget=(\\?["'])_blank\1/g)];
  const [only] = found;
  if (found.length !== 1 || only === undefined) return [];
  const end = at.start + only.index + only[0].length;
  const quote = only[1] ?? '"';
  return [{ at: { start: end, end }, newText: ` rel=${quote}noopener noreferrer${quote}` }];
}
