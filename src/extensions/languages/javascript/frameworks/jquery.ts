import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Sanitizer, Sink } from '#engine/analysis/framework.ts';

const INSERTING = [
  'after',
  'append',
  'before',
  'html',
  'prepend',
  'replaceWith',
  'wrap',
  'wrapAll',
  'wrapInner',
] as const;

/** Methods that give the same or another set of elements. */
const CHAINING = [
  'add',
  'addClass',
  'appendTo',
  'attr',
  'children',
  'clone',
  'closest',
  'css',
  'each',
  'empty',
  'end',
  'eq',
  'fadeIn',
  'fadeOut',
  'filter',
  'find',
  'first',
  'hide',
  'insertAfter',
  'insertBefore',
  'last',
  'next',
  'not',
  'off',
  'on',
  'parent',
  'parents',
  'prepend',
  'append',
  'html',
  'text',
  'prev',
  'prop',
  'removeClass',
  'removeAttr',
  'show',
  'siblings',
  'toggleClass',
  'prependTo',
] as const;

/**
 * Methods that set something and give their elements, by the count of arguments from which they do. What `html` was
 * given has been judged there.
 */
const SETTING: Readonly<Record<string, number>> = {
  html: 1,
  text: 1,
  val: 1,
  attr: 2,
  prop: 2,
  css: 2,
  addClass: 1,
  removeClass: 1,
  toggleClass: 1,
};

/** jQuery, Zepto and cash. */
export const JQUERY: Framework = {
  name: 'jquery',
  aliases: {
    jquery: 'jQuery',
    zepto: 'jQuery',
    cash: 'jQuery',
    'window.$': 'jQuery',
    'window.jQuery': 'jQuery',
    'angular.element': 'jQuery',
    'jQuery.fn': 'jQuery.Elements',
  },
  implicit: { $: 'jQuery', jQuery: 'jQuery', $j: 'jQuery', jq: 'jQuery' },
  types: {
    'jQuery()': 'jQuery.Elements',
    ...Object.fromEntries(CHAINING.map((method) => [`jQuery.Elements.${method}()`, 'jQuery.Elements'])),
  },
  operations: {
    'jQuery.Elements.find': 'same',
    'jQuery.Elements.filter': 'same',
    'jQuery.Elements.add': 'same',
    'jQuery.Elements.slice': 'same',
  },
  sources: [
    { value: 'jQuery.Elements.val()', kind: 'local', what: 'an input field' },
    { value: 'jQuery.Elements.data()', kind: 'local', what: 'a data attribute' },
    { value: '*.val()', kind: 'local', what: 'an input field' },
  ],
  sinks: [
    ...INSERTING.map((method): Sink => ({ callee: `*.${method}`, kind: 'html', arguments: [0] })),
    { callee: 'jQuery', kind: 'html', arguments: [0] },
    { callee: 'jQuery.parseHTML', kind: 'html', arguments: [0] },
    { callee: '*.appendTo', kind: 'html', arguments: ['receiver'] },
    { callee: '*.prependTo', kind: 'html', arguments: ['receiver'] },
    { callee: 'jQuery.globalEval', kind: 'code', arguments: [0] },
    { callee: 'jQuery.getScript', kind: 'reflection', arguments: [0] },
    { callee: '*.attr', kind: 'html', arguments: [1] },
    { callee: '*.prop', kind: 'html', arguments: [1] },
    { callee: '*.setAttribute', kind: 'html', arguments: [1] },
  ],
  sanitizers: [
    { callee: '*.html', kinds: ['html'], when: (call) => call.arguments.length === 0 },
    ...Object.entries(SETTING).map(
      ([method, count]): Sanitizer => ({
        callee: `*.${method}`,
        kinds: ['html'],
        when: (call) => call.arguments.length >= count && isOnElements(call),
      }),
    ),
    { callee: 'jQuery.isNumeric', kinds: 'all' },
    { callee: 'jQuery.escapeSelector', kinds: ['html'] },
    { callee: 'jQuery.param', kinds: ['html', 'url', 'redirect'] },
    { callee: '*.width', kinds: 'all' },
    { callee: '*.height', kinds: 'all' },
  ],
  guards: [{ callee: 'jQuery.isNumeric', argument: 0, when: true, kinds: 'all' }],
};

/** `$(…).text(x)`, `$item.text(x)`. */
function isOnElements(call: CallFact): boolean {
  const { callee } = call.expression;
  return (
    call.receiver?.name === 'jQuery.Elements' ||
    (callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name.startsWith('$'))
  );
}
