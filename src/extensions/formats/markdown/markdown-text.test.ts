import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { visible, visibleLine } from '#engine/reports/visible.ts';
import { code, fenced, inline, table } from './markdown-text.ts';

/** Texts of what Markdown, HTML and terminals obey. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...'`~*_[]()<>#|!&\\$@:/.-+=1a \n\t\r\u001b\u202e',
      '```',
      '](x)',
      '<b>',
      '<!--',
      '&lt;',
      'http://a.b',
      'www.a.b',
      '\n\n',
      '---',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** What stands in the text once Markdown has been read; markup but our own around `@` is named in brackets. */
function readBack(markdown: string): string {
  return fromMarkdown(markdown)
    .children.flatMap((block) => (block.type === 'paragraph' ? block.children : [block]))
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'html' && /^<\/?span>$/.test(node.value)) return '';
      return `[${node.type}]`;
    })
    .join('');
}

describe('inline', () => {
  it('shows the text and nothing else, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(readBack(inline(text))).toBe(visibleLine(text.trim()).trim());
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a | b', 'a \\| b'],
    ['see http://evil.example', 'see http\\://evil.example'],
    ['www.evil.example', 'www\\.evil.example'],
    ['ask @octocat', 'ask <span>@</span>octocat'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['1.0.0', '1.0.0'],
    ['two\nlines', 'two\\\\nlines'],
  ])('writes %j as %j', (text, expected) => {
    expect(inline(text)).toBe(expected);
  });
});

describe('code', () => {
  it('is one code span with the text, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(visibleLine(text).trim() !== '');
        const [paragraph] = fromMarkdown(`x ${code(text)} x`).children;
        expect(paragraph).toMatchObject({
          type: 'paragraph',
          children: [{ type: 'text' }, { type: 'inlineCode', value: visibleLine(text) }, { type: 'text' }],
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('fenced', () => {
  it('is one code block with the text, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const blocks = fromMarkdown(`${fenced(text, 'diff')}\n\nafter`).children;
        expect(blocks).toMatchObject([
          { type: 'code', lang: 'diff', value: visible(text).replace(/\n$/, '') },
          { type: 'paragraph' },
        ]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('table', () => {
  it('keeps its columns whatever the cells hold', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const rows = table(['One', 'Two'], [[inline(a), inline(b)]]).split('\n');
        expect(rows).toHaveLength(3);
        // A bar with an even number of backslashes before it ends a cell: three in a row of two cells.
        expect(rows[2]?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(3);
      }),
      { numRuns: 1_000 },
    );
  });
});
