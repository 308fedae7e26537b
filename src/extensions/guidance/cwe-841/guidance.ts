import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-841',
  title: 'Workflow not enforced',
  what: 'Steps of a process can be called out of order, repeated or skipped.',
  exploited:
    'An attacker calls the last step directly, or one step twice, and gets goods without payment or a reset without proof.',
  fixed: {
    general:
      'Keep the state of the process on the server, bound to the user, and check it at each step; move it by one atomic conditional update from the expected state; make steps that must happen once idempotent by a unique key; let states expire.',
    python:
      "Update with `UPDATE orders SET state = 'paid' WHERE id = %s AND user_id = %s AND state = 'new'` and require `cursor.rowcount == 1`.",
    javascript:
      'Hold the allowed transitions in a table, update with the expected state in `WHERE`, and test `rowCount === 1`.',
    java: 'Use an enum with allowed transitions and optimistic locking by `@Version`.',
    go: 'Update with the expected state in `WHERE` and require `RowsAffected` of 1.',
    c: 'Keep an enum of the protocol state per connection and refuse commands that are not allowed in it.',
  },
  traps: [
    "Hidden fields and the order of pages are in the client's hands.",
    'Reading the state and then updating without condition is a race.',
  ],
};
