import type { Value } from '../value.ts';
import { lastName } from './written-name.ts';

/** What the value is called where it is used, as far as that shows: the variable, property, parameter or key. */
export function valueName(value: Value): string {
  const written = lastName(value.origin);
  if (written !== '') return /^\d+$/.test(written) ? '' : written;
  const { name } = value;
  if (name !== undefined && /[A-Za-z_$][\w$]*$/.test(name)) return name.slice(name.lastIndexOf('.') + 1);
  const [taint, second] = value.taints;
  return (second === undefined && /'([\w$.]+)'$/.exec(taint?.what ?? '')?.[1]) || '';
}
