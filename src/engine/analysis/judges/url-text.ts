import type { Value } from '../value.ts';
import { textOf } from './constant-of.ts';
import { holesOf } from './text-holes.ts';

/** A scheme and a host that ends before the hole, or a path on the same host. */
const FIXED_HOST = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#\s·]+[/?#]/i;
const OWN_PATH = /^\/(?![/\\])[^·]*|^[?#]|^[\w-]+(?:\.[\w-]+)*[/?]/;

/** Whether what fills the text decides which host is meant; only its path or query otherwise. */
export function decidesHost(value: Value): boolean {
  if (textOf(value) !== undefined) return false;
  const [first] = holesOf(value);
  if (first === undefined) return true;
  const { before } = first;
  if (before === '') return !startsOnFixedBase(value);
  if (FIXED_HOST.test(before)) return false;
  if (/^[a-z][a-z\d+.-]*:(?:\/\/)?[^/?#]*$/i.test(before)) return true;
  return !OWN_PATH.test(before);
}

/** `BASE_URL + path`: the base is a setting, and the path follows a slash of its own. */
function startsOnFixedBase(value: Value): boolean {
  const [first, second] = value.parts ?? [];
  if (first === undefined || typeof first === 'string' || second === undefined) return false;
  return first.taints.length === 0 && typeof second === 'string' && /^[/?#]/.test(second);
}

/** Whether what fills the text is a part of the path on a host that is fixed: it may hold `../` or further parts. */
export function isPartOfPath(value: Value): boolean {
  return holesOf(value).some(({ before }) => FIXED_HOST.test(before) && !/[?#]/.test(before));
}
