import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-915',
  title: 'Mass assignment',
  what: 'Fields from a request are copied to an object without listing which ones are allowed.',
  exploited: 'An attacker adds fields such as `isAdmin`, `price` or `ownerId` and sets them.',
  fixed: {
    general:
      'List the fields a request can set, per operation and role, in a closed schema; refuse unknown ones; set owner, role and state on the server.',
    python:
      'Use a pydantic model with `extra="forbid"`, Django `ModelForm` with explicit `fields`, and no `Model(**request.json)` or `setattr` loop.',
    javascript:
      'Parse with `z.strictObject` and pass the result, never `Object.assign(user, req.body)` or `Model.create(req.body)`.',
    java: 'Bind to a DTO of the allowed fields, or `setAllowedFields` in `@InitBinder`.',
    go: 'Decode into a request struct of the allowed fields with `DisallowUnknownFields`, not into the storage struct.',
  },
  traps: [
    'Deleting known bad fields misses those added later.',
    'Hidden inputs and disabled controls can be changed by the user.',
  ],
};
