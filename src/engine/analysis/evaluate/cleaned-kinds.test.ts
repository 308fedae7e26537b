import { describe, expect, it } from 'vitest';
import { cleanedKinds } from './cleaned-kinds.ts';

describe('the name of a function whose code is not at hand', () => {
  it.each(['sanitize', 'clean', 'cleaned', 'whitelist', 'quote', 'purify', 'escape', 'safe_join_all', 'quoteValue'])(
    'says of %s that its result is safe for some sink',
    (name) => {
      expect(cleanedKinds(name)).toBeDefined();
    },
  );

  it.each([
    ['escapeHtml', 'html', 'sql'],
    ['html_escape', 'html', 'shell'],
    ['htmlescape', 'html', 'shell'],
    ['stripTags', 'html', 'sql'],
    ['quoteIdentifierSql', 'sql', 'html'],
    ['shell_quote', 'shell', 'html'],
    ['secure_filename', 'path', 'html'],
    ['encodeURIComponent', 'url', 'shell'],
  ] as const)('says of %s that it is good for %s and not for %s', (name, good, other) => {
    expect(cleanedKinds(name)).toContain(good);
    expect(cleanedKinds(name)).not.toContain(other);
  });

  it.each([
    'quoteOf',
    'getQuote',
    'stockQuotes',
    'cleanup',
    'sanityCheck',
    'unescape',
    'unquote',
    'decodeEscaped',
    'base64encode',
    'encode',
    'landscape',
    'cleanliness',
    'read',
  ])('says nothing of %s', (name) => {
    expect(cleanedKinds(name)).toBeUndefined();
  });
});
