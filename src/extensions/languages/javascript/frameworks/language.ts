import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import type { SinkKind } from '#engine/analysis/flow-kinds.ts';

/** What a pattern for words keeps out; the names of prototypes are words, too. */
const WORDS_ONLY: readonly SinkKind[] = [
  'sql',
  'nosql',
  'shell',
  'argument',
  'code',
  'path',
  'archive',
  'upload',
  'html',
  'template',
  'url',
  'redirect',
  'header',
  'cookie',
  'log',
  'xpath',
  'ldap',
  'xml',
  'deserialize',
  'regex',
  'format',
  'mail',
  'csv',
  'size',
  'number',
];

/** What every JavaScript program has without an import. */
export const LANGUAGE: Framework = {
  name: 'javascript',
  aliases: {
    'window.eval': 'eval',
    'globalThis.eval': 'eval',
    'global.eval': 'eval',
    'window.Function': 'Function',
    'globalThis.Function': 'Function',
    'window.setTimeout': 'setTimeout',
    'window.setInterval': 'setInterval',
    'globalThis.process': 'process',
    'global.process': 'process',
    'window.encodeURIComponent': 'encodeURIComponent',
    'Number.parseInt': 'parseInt',
    'Number.parseFloat': 'parseFloat',
    'window.JSON': 'JSON',
    'window.Math': 'Math',
    'globalThis.Math': 'Math',
  },
  sinks: [
    { callee: 'eval', kind: 'code', arguments: [0] },
    { callee: 'Function', kind: 'code', arguments: ['any'] },
    { callee: 'execScript', kind: 'code', arguments: [0] },
    { callee: 'setTimeout', kind: 'code', arguments: [0] },
    { callee: 'setInterval', kind: 'code', arguments: [0] },
    { callee: 'setImmediate', kind: 'code', arguments: [0] },
    { callee: 'RegExp', kind: 'regex', arguments: [0] },
    { callee: 'Object.assign', kind: 'mass-assignment', arguments: [1, 2, 3] },
  ],
  sanitizers: [
    {
      callee: 'encodeURIComponent',
      kinds: ['html', 'path', 'url', 'redirect', 'header', 'sql', 'shell', 'log', 'xpath', 'ldap'],
    },
    { callee: 'encodeURI', kinds: ['header', 'log'] },
    { callee: 'escape', kinds: ['html', 'path', 'header', 'log'] },
    { callee: 'btoa', kinds: ['html', 'sql', 'header', 'log', 'path'] },
    { callee: '*.search', kinds: 'all' },
    { callee: 'JSON.stringify', kinds: ['nosql', 'log', 'header', 'mass-assignment', 'prototype'] },
    { callee: 'String', kinds: ['nosql', 'mass-assignment', 'prototype'] },
    { callee: '*.toString', kinds: ['nosql', 'mass-assignment', 'prototype'] },
    { callee: '*.trim', kinds: ['nosql'] },
    { callee: '*.toLowerCase', kinds: ['nosql'] },
    { callee: '*.toUpperCase', kinds: ['nosql'] },
  ],
  guards: [
    { callee: '*.test', argument: 0, when: true, kinds: WORDS_ONLY, given: isWholePattern },
    { callee: '*.test', argument: 0, when: false, kinds: WORDS_ONLY, given: isForbiddingPattern },
    { callee: '*.match', argument: 'receiver', when: true, kinds: WORDS_ONLY, given: isWholePattern },
    { callee: '*.exec', argument: 0, when: true, kinds: WORDS_ONLY, given: isWholePattern },
    { callee: '*.includes', argument: 0, when: true, kinds: 'all' },
    {
      callee: '*.includes',
      argument: 'receiver',
      when: false,
      kinds: ['path', 'archive', 'redirect'],
      given: isForParentFolder,
    },
    { callee: '*.indexOf', argument: 0, when: true, kinds: 'all' },
    { callee: '*.indexOf', argument: 'receiver', when: false, kinds: ['path', 'archive'], given: isForParentFolder },
    { callee: '*.startsWith', argument: 'receiver', when: true, kinds: ['redirect', 'url'] },
    {
      callee: '*.startsWith',
      argument: 'receiver',
      when: true,
      kinds: ['path', 'archive'],
      requires: ['path.resolve', 'path.join', 'path.normalize', 'fs.realpathSync', 'fs.realpath'],
    },
    { callee: '*.startsWith', argument: 'receiver', when: false, kinds: ['path', 'archive'], given: isForParentFolder },
    { callee: '*.endsWith', argument: 'receiver', when: true, kinds: ['url', 'redirect', 'upload'] },
    { callee: '*.has', argument: 0, when: true, kinds: 'all' },
    { callee: '*.hasOwnProperty', argument: 0, when: true, kinds: ['reflection', 'prototype', 'path', 'code'] },
    { callee: 'Object.hasOwn', argument: 1, when: true, kinds: ['reflection', 'prototype', 'path', 'code'] },
    { callee: 'Number.isInteger', argument: 0, when: true, kinds: 'all' },
    { callee: 'Number.isSafeInteger', argument: 0, when: true, kinds: 'all' },
    { callee: 'Number.isFinite', argument: 0, when: true, kinds: 'all' },
    { callee: 'isNaN', argument: 0, when: false, kinds: 'all' },
    { callee: 'Number.isNaN', argument: 0, when: false, kinds: 'all' },
  ],
};

/** Source of the pattern that `pattern.test(x)` or `x.match(pattern)` uses; empty when it is not known. */
function patternOf(call: CallFact): string {
  for (const value of [call.receiver, call.argument(0)]) {
    const { origin } = value ?? {};
    if (origin?.kind === 'literal' && origin.form === 'regex' && typeof origin.value === 'string') return origin.value;
  }
  return '';
}

/** Whether the pattern describes the whole text; one that is not known is trusted. */
function isWholePattern(call: CallFact): boolean {
  const pattern = patternOf(call).replace(/^\//, '');
  return (
    pattern === '' || (/^\(?\^/.test(pattern) && /\$\)?(?:\/[a-z]*)?$/.test(pattern) && !/^\^\.[*+]/.test(pattern))
  );
}

/** Whether the pattern finds what must not be there: `/[^\w]/`, `/[<>]/`, `/\.\./`. */
function isForbiddingPattern(call: CallFact): boolean {
  const pattern = patternOf(call).replace(/^\//, '');
  return pattern === '' || !/^\^/.test(pattern);
}

function isForParentFolder(call: CallFact): boolean {
  const text = call.argument(0)?.constant?.value;
  return typeof text === 'string' && text.includes('..');
}
