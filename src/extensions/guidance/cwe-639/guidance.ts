import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-639',
  title: 'Authorization bypass by user-controlled key',
  what: 'A record is fetched by an id from the request without checking that it belongs to the caller.',
  exploited: 'An attacker changes the id in the address or body and reads or changes records of others.',
  fixed: {
    general:
      "Put the caller's identity, taken from the session, into the query itself, or load the record and check owner or permission before any use; answer 404 otherwise. Do so for reads, changes, deletions and nested ids.",
    python:
      'Use `get_object_or_404(Order, pk=pk, owner=request.user)` or `WHERE id = %s AND user_id = %s` with `current_user.id`.',
    javascript: 'Use `findOne({ _id: String(id), owner: req.user.id })` or `WHERE id = $1 AND user_id = $2`.',
    java: 'Use `findByIdAndOwnerId(id, principal.getId())`, or `@PostAuthorize("returnObject.ownerId == principal.id")` for reads only.',
    go: 'Use `WHERE id = $1 AND user_id = $2` with the user from the context, and test for `sql.ErrNoRows`.',
    c: "Compare the record's owner with the session's user id before any other use of the record.",
  },
  traps: [
    'Random ids are harder to guess but leak; they do not authorise.',
    "A user id read from the request is the attacker's choice.",
    'Checking after the change comes too late.',
  ],
};
