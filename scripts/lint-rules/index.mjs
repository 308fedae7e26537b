import { disableNeedsReason } from './disable-needs-reason.mjs';
import { fileName } from './file-name.mjs';

/** Laws of this repository that no published rule knows. */
export const house = { rules: { 'disable-needs-reason': disableNeedsReason, 'file-name': fileName } };
