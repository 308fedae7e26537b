/** Milliseconds that `setTimeout` can hold, about 24 days; a longer one would fire at once. */
export const LONGEST_TIMER_MS = 2_147_483_647;
