import { describe, expect, it } from 'vitest';
import { anchorsOf, relativeLinks } from './markdown-links.ts';

describe('relativeLinks', () => {
  it('finds links, images and definitions with their lines', () => {
    const text = '[a](docs/a.md)\n\n![b](b%20c.png)\n\n[c][ref]\n\n[ref]: ../c.md#part-two\n';

    expect(relativeLinks(text)).toEqual([
      { line: 1, path: 'docs/a.md', anchor: '' },
      { line: 3, path: 'b c.png', anchor: '' },
      { line: 7, path: '../c.md', anchor: 'part-two' },
    ]);
  });

  it('finds links within the file', () => {
    expect(relativeLinks('See [below](#the-end).')).toEqual([{ line: 1, path: '', anchor: 'the-end' }]);
  });

  it('leaves out addresses and code', () => {
    expect(relativeLinks('[a](https://example.org) <mailto:a@example.org> `[b](c.md)`\n\n    [d](e.md)\n')).toEqual([]);
  });
});

describe('anchorsOf', () => {
  it('spells headings as GitHub does', () => {
    expect(anchorsOf('# One more …\n## `npm run new` & what it does\n### Größe_2\n')).toEqual([
      'one-more-',
      'npm-run-new--what-it-does',
      'größe_2',
    ]);
  });

  it('numbers repeated headings', () => {
    expect(anchorsOf('# A\n# A\n# A\n')).toEqual(['a', 'a-1', 'a-2']);
  });
});
