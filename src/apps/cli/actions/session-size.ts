/** In characters: beyond this a prompt fits no model, and one session is not the way to fix a project. */
export const MAX_SESSION_CHARACTERS = 400_000;
