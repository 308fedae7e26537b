import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { asksRequest, requestTexts, type TextFunction } from '#engine/analysis/judges/request-text.ts';
import { textParts } from '#engine/analysis/judges/text-parts.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

/** A text of a request that is written to a log as it is. */
export interface LogLine {
  readonly name: string;
  readonly at: Place;
}

/** Streams, objects and macros that projects call their logs. */
const LOG =
  /(?:^|[._])(?:\w*log(?!in|o|ic)(?:ger|s|_?file|_?stream|_?out)?_?|audit\w*|journal\w*|clog|cerr|q(?:Warning|Info|Debug|Critical)|spdlog|BOOST_LOG\w*|V?LOG(?:_\w+)?|syslog)$/i;
const LEVELS =
  /^(?:trace|debug|info|warn|warning|error|critical|fatal|notice|log|write|record|note|append|information)$/i;

/** `audit_ << "user=" << user`, `spdlog::warn("for {}", user)`, `LOG(INFO) << req.header("x")` */
export function logLines(one: IrFunction, functions: ReadonlyMap<string, TextFunction>): readonly LogLine[] {
  const holds = requestTexts(one, functions);
  const found: LogLine[] = [];
  for (const node of bodyNodes(one.body)) {
    if (node.kind !== 'call' || !isLog(node)) continue;
    for (const { value } of node.arguments)
      for (const part of textParts(value)) {
        const bare =
          part.kind === 'call' && part.callee.kind === 'member' && part.callee.property === 'c_str'
            ? part.callee.object
            : part;
        const path = placePath(bare);
        if (path !== undefined && holds(path, part.at.start)) found.push({ name: path, at: node.at });
        else if (asksRequest(bare)) found.push({ name: lastName(bare), at: node.at });
      }
  }
  return found;
}

function isLog({ callee }: Extract<Expression, { kind: 'call' }>): boolean {
  if (callee.kind === 'name') return /^(?:syslog|LOG_\w+|log_\w+|q(?:Warning|Info|Debug|Critical))$/.test(callee.name);
  if (callee.kind !== 'member') return false;
  const { property, object } = callee;
  if (property !== 'operator<<' && !LEVELS.test(property)) return false;
  const owner = object.kind === 'unary' ? object.operand : object;
  return LOG.test(writtenName(owner.kind === 'call' ? owner.callee : owner));
}
