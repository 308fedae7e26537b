import type { ModuleFacts, SinkFact } from '../facts.ts';
import type { Expression } from '../ir.ts';
import { textOf } from './constant-of.ts';
import { holesOf } from './text-holes.ts';
import { mentions } from './names-within.ts';
import { definitionOf } from './surroundings.ts';
import { isTestPath } from './test-path.ts';
import { lastName, writtenName } from './written-name.ts';

/** Whole addresses, by the last part of their name. */
const ADDRESS = /(?:ur[li]|address|endpoint|link|target|href|callback|webhook|hook|feed|src)s?$/i;
/** Addresses that the users of a service enter, and what is done with them. */
const OF_USERS =
  /callback|web_?hook|\bhooks?\b|avatar|\bfeeds?\b|image|\bimg|photo|picture|thumbnail|preview|import|user|subscri|notif|external|customer|tenant|ping_?back|icon|logo/i;
/** What looks at where an address leads, here or in the client that is used. */
const LOOKS =
  /valid|allow|accept|public|check|safe|block|private|loopback|lookup|host(?:name)?$|scheme|trust|white_?list|IsPrivate|Dialer|DialContext|Control|verify|permit|guard|ssrf|local/i;

/** How the code calls an address that users give and nothing looks at: a parameter's, or one that was stored for them. */
export function givenAddress(facts: ModuleFacts, { call, argumentAt, value, within }: SinkFact): string | undefined {
  const argument = call?.expression.arguments.find(({ value: one }) => one.at === argumentAt)?.value;
  if (argument === undefined || within === undefined || isTestPath(facts.module.path)) return undefined;
  if (textOf(value) !== undefined || value.isFixed === true) return undefined;
  if (holesOf(value).length > 0 && !/^$/.test(holesOf(value)[0]?.before ?? '')) return undefined;
  const given = unwrapped(argument);
  const made = unwrapped(given.kind === 'name' ? definitionOf(facts, given) : given);
  const address = made.kind === 'member' || made.kind === 'name' ? made : given;
  if ((address.kind !== 'name' && address.kind !== 'member') || !ADDRESS.test(lastName(address))) return undefined;
  const isGiven = value.taints.some(({ kind }) => kind === 'parameter' || kind === 'database');
  const isPart = address.kind === 'member' && !isReceiver(within, writtenName(address));
  if (!isGiven && !isPart) return undefined;
  const about = `${writtenName(address)} ${within.function.name} ${within.class?.name ?? ''}`;
  if (!OF_USERS.test(words(about)) || mentions(facts, within, LOOKS)) return undefined;
  return writtenName(address);
}

/** `URI.create(hook.getUrl())` is `hook.getUrl`. */
function unwrapped(expression: Expression): Expression {
  let at = expression;
  for (let depth = 0; depth < 4 && at.kind === 'call'; depth += 1) {
    const { callee, arguments: given } = at;
    if (given.length === 0 && callee.kind === 'member' && !/^to[A-Z]/.test(callee.property)) return callee;
    const inner: Expression | undefined =
      given.length === 0 && callee.kind === 'member' ? callee.object : given[0]?.value;
    const isMade =
      given.length === 0 || (given.length === 1 && /^(?:URI|URL|create|uri|url|toURL|toURI)$/.test(nameOf(callee)));
    if (inner === undefined || !isMade) return at;
    at = inner;
  }
  return at;
}

function nameOf(callee: Expression): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}

/** Fields of the object itself are settings. */
function isReceiver({ function: { parameters, isMethod } }: NonNullable<SinkFact['within']>, name: string): boolean {
  return (
    name.startsWith('this.') ||
    (isMethod && name.startsWith(`${parameters[0]?.name ?? ''}.`) && name.split('.').length === 2)
  );
}

function words(text: string): string {
  return text.replace(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('.', ' ');
}
