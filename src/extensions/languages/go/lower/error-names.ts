import type { Expression } from '#engine/analysis/ir.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

/** Names that programs give to errors. */
const ERROR = /^err(?:or)?(?:$|[A-Z_\d])|[a-z\d_](?:Err|Error)\d*$|_err$|^e$|^er$/;

/** Results that tell how a call went. */
export const OUTCOME_NAMES: RegExp = /^(?:err(?:or)?(?:[A-Z_\d]\w*)?|\w*(?:Err|Error)|e|er|ok|okay|found|exists?|_)$/;

/** Calls that make an error. */
const MAKES =
  /^(?:Errorf|NewError|NewHTTPError|Wrapf?|WithStack|WithMessagef?|Err|Join|Unauthorized|Forbidden|NotFound|BadRequest|InvalidArgument)$|^(?:New|new|make)\w*(?:Err|Error)f?$|(?:Err|Error)f?$/;

/** Functions whose result is asked for nothing but whether it is nil. */
const CHECKS = /^_*(?:validat|verif|check|ensure|assert|require|authori[sz]e|authenticate)/i;

export function isErrorName(name: string): boolean {
  return ERROR.test(name);
}

/** Whether an expression gives an error wherever it stands: `errors.New(…)`, `ErrNotFound`, `&ParseError{…}`. */
export function isFailure(value: Expression, failed: readonly string[]): boolean {
  switch (value.kind) {
    case 'name':
      return failed.includes(value.name) || /^[eE]rr[A-Z]/.test(value.name);
    case 'member':
      return /^Err[A-Z]|Error$/.test(value.property);
    case 'unary':
      return value.operator === 'address' && isFailure(value.operand, failed);
    case 'call': {
      const name = lastName(value.callee);
      if (name === 'New' && value.callee.kind === 'member') return lastName(value.callee.object) === 'errors';
      return MAKES.test(name) || (value.isNew === true && name.endsWith('Error'));
    }
    default:
      return false;
  }
}

/** Whether a value that is compared with nil is an error. */
export function isError(value: Expression): boolean {
  if (value.kind === 'name') return isErrorName(value.name);
  if (value.kind === 'call') return CHECKS.test(lastName(value.callee)) || lastName(value.callee) === 'Err';
  return value.kind === 'member' && isErrorName(value.property);
}
