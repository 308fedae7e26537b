import type { Expression, Place } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import type { IrNode } from '#engine/analysis/judges/walk.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';

/** Something that may be nothing, and whether it has been looked at. */
export interface Watched {
  readonly path: string;
  readonly parts?: RegExp;
  /** A text, which is read wherever a string is made of it. */
  readonly isText?: true;
}

/**
 * What a node does with something that is watched: follows it, or anything else, such as a test, after which nobody can say
 * that it is nothing. Asked in source order, outermost first, so that `*it` is seen before `it`.
 */
export function mentionIn(node: IrNode, watched: Watched): { readonly followedAt: Place | undefined } | undefined {
  if (node.kind === 'member' && isFollowed(node.object, watched))
    return { followedAt: watched.parts?.test(node.property) === false ? undefined : node.at };
  if (node.kind === 'unary' && isFollowed(node, watched))
    return { followedAt: watched.parts === undefined ? node.at : undefined };
  if (node.kind === 'index' && placePath(node.object) === watched.path)
    return { followedAt: watched.parts === undefined ? node.at : undefined };
  if (watched.isText === true && isPath(madeFrom(node), watched)) return { followedAt: node.at };
  if ((node.kind === 'name' || node.kind === 'member') && placePath(node) === watched.path)
    return { followedAt: undefined };
  return undefined;
}

/** `*p`, and so `p->x`. */
function isFollowed(node: Expression, { path }: Watched): boolean {
  return node.kind === 'unary' && node.operator === 'deref' && placePath(node.operand) === path;
}

function isPath(node: Expression | undefined, { path }: Watched): boolean {
  return node !== undefined && placePath(node) === path;
}

/** What a string is made of: `std::string(home)`, `std::string folder = home;`. */
export function madeFrom(node: IrNode): Expression | undefined {
  const given =
    node.kind === 'declare' && node.type?.pointers === undefined && TEXTS.test(node.type?.name ?? '')
      ? node.value
      : node.kind === 'call' && TEXT_MAKERS.test(writtenName(node.callee))
        ? node.arguments[0]?.value
        : undefined;
  return given?.kind === 'call' && given.isNew === true ? given.arguments[0]?.value : given;
}

const TEXTS = /(?:^|::)(?:string|string_view|path)$/;
const TEXT_MAKERS = /^(?:std\.)?(?:string|string_view|filesystem\.path|stoi|stol|stoul|stoull|stod)$|^fs\.path$/;
