import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Value } from '#engine/analysis/value.ts';
import { isMarkupByName } from './risky-hole.ts';

/** Names of what people write to be read, not to be markup. */
const PLAIN: ReadonlySet<string> = new Set([
  'title',
  'name',
  'username',
  'message',
  'msg',
  'text',
  'label',
  'error',
  'err',
  'description',
  'comment',
  'value',
  'query',
  'search',
  'user',
  'email',
  'url',
  'subject',
  'caption',
  'author',
  'nickname',
  'firstname',
  'lastname',
  'filename',
  'word',
  'keyword',
  'question',
  'answer',
  'bio',
  'summary',
  'feedback',
  'review',
  'topic',
  'reply',
  'displayname',
  'reason',
  'note',
  'address',
  'city',
  'hdr',
  'status',
  'response',
  'responsetext',
]);

/** Whether the name of a value says that it is text that somebody wrote. */
export function isPlainByName(value: Value): boolean {
  return PLAIN.has(identifierWords(valueName(value)).at(-1) ?? '') && !isMarkupByName(value);
}
