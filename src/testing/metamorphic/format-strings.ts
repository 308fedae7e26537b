import { childByField, namedChildren, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { childrenOf, isWithin, nodesOf, placeOf, sourceOf } from './nodes.ts';
import type { Change } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

/** A Python format string in pieces: text, and expressions as written. */
interface FormatString {
  readonly node: number;
  readonly quote: string;
  readonly pieces: readonly ({ readonly text: string } | { readonly expression: string })[];
}

const LEAVES =
  'Format strings with format specifications, conversions, escapes or another prefix, and those joined to a neighbour.';

/** `f"a{x}"` becomes `"a%s" % (x,)`. */
export const formatToPercent: Transformation = fromFormatStrings(
  'writes format strings with %',
  ({ quote, pieces }) => {
    const text = pieces.map((piece) => ('text' in piece ? piece.text.replaceAll('%', '%%') : '%s')).join('');
    return `(${quote}${text}${quote} % (${expressionsOf(pieces).join(', ')},))`;
  },
);

/** `f"a{x}"` becomes `"a{}".format(x)`. */
export const formatToMethod: Transformation = fromFormatStrings(
  'writes format strings with format()',
  ({ quote, pieces }) => {
    const text = pieces
      .map((piece) => ('text' in piece ? piece.text.replaceAll('{', '{{').replaceAll('}', '}}') : '{}'))
      .join('');
    return `${quote}${text}${quote}.format(${expressionsOf(pieces).join(', ')})`;
  },
);

/** `f"a{x}"` becomes `("a" + str(x))`. */
export const formatToConcatenation: Transformation = fromFormatStrings(
  'writes format strings with +',
  ({ quote, pieces }) => {
    const parts = pieces.map((piece) =>
      'text' in piece ? `${quote}${piece.text}${quote}` : `str(${piece.expression})`,
    );
    return `(${parts.join(' + ')})`;
  },
);

function fromFormatStrings(name: string, write: (text: FormatString) => string): Transformation {
  return {
    name,
    grammars: ['python'],
    leaves: LEAVES,
    changes: ({ tree }) =>
      nodesOf(tree, 'string').flatMap((node): readonly Change[] => {
        const text = formatStringAt(tree, node);
        return text === undefined ? [] : [{ at: placeOf(tree, node), newText: write(text) }];
      }),
  };
}

function expressionsOf(pieces: FormatString['pieces']): readonly string[] {
  return pieces.flatMap((piece) => ('expression' in piece ? [piece.expression] : []));
}

function formatStringAt(tree: SyntaxTree, node: number): FormatString | undefined {
  const [start, ...rest] = childrenOf(tree, node);
  const quote = /^f("|'|"""|''')$/i.exec(start === undefined ? '' : sourceOf(tree, start))?.[1];
  if (quote === undefined || isWithin(tree, node, 'concatenated_string', 'interpolation')) return undefined;
  const pieces: FormatString['pieces'][number][] = [];
  for (const child of rest) {
    const type = typeOf(tree, child);
    if (type === 'string_end') continue;
    if (type === 'interpolation') {
      const expression = childByField(tree, child, 'expression');
      // The brackets and the expression, and nothing that changes how it is shown.
      if (expression === undefined || childrenOf(tree, child).length !== 3) return undefined;
      pieces.push({ expression: sourceOf(tree, expression) });
    } else {
      const text = sourceOf(tree, child);
      if (type !== 'string_content' || text.includes('\\')) return undefined;
      pieces.push({ text: text.replaceAll('{{', '{').replaceAll('}}', '}') });
    }
  }
  return expressionsOf(pieces).length === 0 ? undefined : { node, quote, pieces };
}

/** `"a%s" % (x,)` and `"a{}".format(x)` become `f"a{x}"`. */
export const textToFormat: Transformation = {
  name: 'writes % and format() as format strings',
  grammars: ['python'],
  leaves:
    'Texts with a prefix, escapes or other holes than %s and {}, values that are no tuple display, and those with quotes or braces.',
  changes: ({ tree }) =>
    nodesOf(tree, 'binary_operator', 'call').flatMap((node): readonly Change[] => {
      const parts = typeOf(tree, node) === 'call' ? formatCall(tree, node) : percent(tree, node);
      if (parts === undefined || isWithin(tree, node, 'interpolation', 'binary_operator')) return [];
      const { quote, texts, values } = parts;
      if (values.length === 0 || texts.length !== values.length + 1) return [];
      if (values.some((value) => /["'{}\\\n]/.test(value) || value.startsWith('*') || /^\w+\s*=/.test(value)))
        return [];
      const escaped = texts.map((text) => text.replaceAll('{', '{{').replaceAll('}', '}}'));
      const body = escaped.map((text, index) => (index === 0 ? text : `{${values[index - 1] ?? ''}}${text}`)).join('');
      return [{ at: placeOf(tree, node), newText: `f${quote}${body}${quote}` }];
    }),
};

interface Parts {
  readonly quote: string;
  /** Around the values: one more than there are. */
  readonly texts: readonly string[];
  readonly values: readonly string[];
}

function percent(tree: SyntaxTree, node: number): Parts | undefined {
  const [left, right] = [childByField(tree, node, 'left'), childByField(tree, node, 'right')];
  const isPercent = childrenOf(tree, node).some((child) => sourceOf(tree, child) === '%');
  if (left === undefined || right === undefined || !isPercent || typeOf(tree, right) !== 'tuple') return undefined;
  const text = plainText(tree, left);
  if (text === undefined || /%(?!s)/.test(text.body)) return undefined;
  return {
    quote: text.quote,
    texts: text.body.split('%s'),
    values: namedChildren(tree, right).map((item) => sourceOf(tree, item)),
  };
}

function formatCall(tree: SyntaxTree, node: number): Parts | undefined {
  const called = childByField(tree, node, 'function');
  const list = childByField(tree, node, 'arguments');
  if (called === undefined || list === undefined || typeOf(tree, called) !== 'attribute') return undefined;
  const object = childByField(tree, called, 'object');
  const name = childByField(tree, called, 'attribute');
  if (object === undefined || name === undefined || sourceOf(tree, name) !== 'format') return undefined;
  const text = plainText(tree, object);
  if (text === undefined || /[{}]/.test(text.body.replaceAll('{}', ''))) return undefined;
  return {
    quote: text.quote,
    texts: text.body.split('{}'),
    values: namedChildren(tree, list).map((item) => sourceOf(tree, item)),
  };
}

function plainText(tree: SyntaxTree, node: number): { readonly quote: string; readonly body: string } | undefined {
  if (typeOf(tree, node) !== 'string') return undefined;
  const [whole, quote, body] = /^("""|'''|"|')([^\\]*)\1$/.exec(sourceOf(tree, node)) ?? [];
  return whole === undefined || quote === undefined || body === undefined ? undefined : { quote, body };
}
