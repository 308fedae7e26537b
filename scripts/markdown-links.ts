import { fromMarkdown } from 'mdast-util-from-markdown';

type Node = ReturnType<typeof fromMarkdown>['children'][number] | ReturnType<typeof fromMarkdown>;

/** A link or image of a Markdown file that points into the repository. */
export interface RelativeLink {
  /** Counts from 1. */
  readonly line: number;
  /** Path part, decoded; empty for a link within the file. */
  readonly path: string;
  /** Heading it points at, without `#`; empty for none. */
  readonly anchor: string;
}

/** Links without a scheme, images and reference definitions included. */
export function relativeLinks(markdown: string): readonly RelativeLink[] {
  return nodesOf(fromMarkdown(markdown)).flatMap((node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return [];
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(node.url)) return [];
    const [path = '', anchor = ''] = node.url.split('#');
    return [{ line: node.position?.start.line ?? 1, path: decodeURI(path), anchor: decodeURI(anchor) }];
  });
}

/** Anchors that GitHub gives the headings of a file, in order; a repeated one gets `-1`, `-2`. */
export function anchorsOf(markdown: string): readonly string[] {
  const seen = new Map<string, number>();
  return nodesOf(fromMarkdown(markdown)).flatMap((node) => {
    if (node.type !== 'heading') return [];
    const plain = slug(nodesOf(node).map(textOf).join(''));
    const count = seen.get(plain) ?? 0;
    seen.set(plain, count + 1);
    return [count === 0 ? plain : `${plain}-${count}`];
  });
}

function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function textOf(node: Node): string {
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : '';
}

function nodesOf(node: Node): readonly Node[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesOf)] : [node];
}
