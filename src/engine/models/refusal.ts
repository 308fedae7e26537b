/** A reply longer than this answers something, whatever it begins with. */
const MAX_LENGTH = 900;
/** The refusal has to stand at the beginning, not in an aside. */
const HEAD_LENGTH = 240;

/** "I'm sorry, but", "Unfortunately,", "As an AI model,": what may come before the refusal itself. */
const OPENING =
  /^(?:(?:i(?:'m| am) (?:really |very |so )?(?:sorry|afraid)|sorry|apologies|my apologies|i apologi[sz]e|unfortunately|thank you for asking|thanks for asking)[,.;:!]? ?(?:but |however,? )?)?(?:as an? (?:ai|artificial intelligence|large language|language)[a-z ]{0,40}, ?)?/;

/** A first person who is not able or not willing, and the serving verb that is denied. */
const DENIAL =
  /^i(?: (?:simply|just))?(?: (?:can't|cannot|can not|won't|will not|must not|am not able to|am unable to|am not going to|am not willing to|must decline to|have to decline to|decline to)|'m (?:not able to|unable to|not going to|not willing to))(?: (?:directly|in good conscience|safely|ethically))? (?:help|assist|provide|write|create|generate|produce|comply|fulfil|fulfill|support|share|do that|do this|continue with this|complete this|engage|participate|work on)\b(?! but\b)/;

/** Refusals that name the act. */
const DECLINED = /^i (?:must|have to|need to|will have to|respectfully) decline\b/;
const NOT_COMFORTABLE =
  /^i(?:'m| am) not comfortable (?:with )?(?:helping|assisting|providing|writing|creating|generating)\b/;

/** Signs of an answer after all. */
const ANSWERS = /```|~~~|\bhere(?:'s| is| are)\b|\bthe following\b|^\s*[[{]|;\s*$|^\s{4,}\S/m;

/**
 * Whether a short reply in prose says nothing but that the model will not do it.
 *
 * Conservative, because a false alarm throws an answer away: only English, only the first person at the very beginning,
 * only together with a verb of service, and never in a reply that holds code, JSON or the announcement of an answer.
 * "I can't find a weakness" and "I can't help but notice" are answers.
 */
export function looksLikeRefusal(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH || ANSWERS.test(trimmed)) return false;
  const head = trimmed.slice(0, HEAD_LENGTH).toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
  const statement = head.replace(OPENING, '');
  return [DENIAL, DECLINED, NOT_COMFORTABLE].some((pattern) => pattern.test(statement));
}
