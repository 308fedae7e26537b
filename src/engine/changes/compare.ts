import type { ChangeFault } from '#core/session-event.ts';
import type { Change, ChangeCheck } from './change.ts';
import { codeElided } from './code-elided.ts';
import { exceptionSwallowed } from './exception-swallowed.ts';
import { fileDropped } from './file-dropped.ts';
import { functionDeleted } from './function-deleted.ts';
import { functionStubbed } from './function-stubbed.ts';
import { guardLost } from './guard-lost.ts';
import { identitySanitizer } from './identity-sanitizer.ts';
import { sinkHidden } from './sink-hidden.ts';
import { sinkRenamed } from './sink-renamed.ts';
import { sizeCollapsed } from './size-collapsed.ts';
import { suppressionAdded } from './suppression-added.ts';

/** Every check, worst first. */
export const CHECKS: readonly ChangeCheck[] = [
  codeElided,
  fileDropped,
  functionDeleted,
  functionStubbed,
  sizeCollapsed,
  suppressionAdded,
  sinkHidden,
  sinkRenamed,
  identitySanitizer,
  guardLost,
  exceptionSwallowed,
];

/**
 * Everything that must not happen between two versions, or in one; empty when nothing speaks against the second.
 *
 * In doubt a check says nothing: an unjust fault throws a good fix away.
 */
export function compareVersions(change: Change): readonly ChangeFault[] {
  return CHECKS.flatMap(({ find }) => find(change));
}
