import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-283',
  title: 'Unverified ownership',
  what: 'The program acts on a file, record or object without checking who owns it.',
  exploited:
    'An attacker plants their own object, or names that of another user, and has it trusted, changed or deleted.',
  fixed: {
    general:
      'Look the object up together with its owner taken from the session, and check the owner on the open handle, not by name, before acting.',
    c: 'Open with `O_NOFOLLOW`, call `fstat(fd, &st)`, and require `S_ISREG(st.st_mode)`, `st.st_uid == geteuid()` and no write bits for others; then use the descriptor.',
    python:
      'Query with the owner (`filter(id=id, owner=request.user)`); for files compare `os.fstat(fd).st_uid` with `os.geteuid()`.',
    javascript: 'Query with `{ id, ownerId: req.user.id }` and answer 404 without a match.',
    java: 'Use `findByIdAndOwnerId(id, principalId)` or `@PostAuthorize`.',
    go: 'Add `AND owner_id = $2` to the query, with the id from the session.',
  },
  traps: ['`stat` by name before `open` is a race.', 'An owner id sent by the client proves nothing.'],
};
