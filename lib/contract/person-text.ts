import { z } from "zod";

/** Half of a surrogate pair is no character: AWS and the store would each make something else of it. */
const wellFormed = (text: string) => !/\p{Surrogate}/u.test(text);
const NOT_WELL_FORMED = "holds half of a character (a lone surrogate)";

/** What a person wrote, up to so many characters; may be empty. */
export function personText(most: number) {
  return z.string().max(most).refine(wellFormed, NOT_WELL_FORMED);
}

/** Why a person presses: at least one character that can be seen. */
export function reasonText(most: number) {
  return z
    .string()
    .max(most)
    .regex(/\S/, `must say why, in 1 to ${most} characters`)
    .refine(wellFormed, NOT_WELL_FORMED);
}
