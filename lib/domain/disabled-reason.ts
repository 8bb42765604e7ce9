/** What AWS takes as the reason of a closed transition. */
const TAKEN = /^[a-zA-Z0-9!@ ().*?-]{1,300}$/;

/**
 * A person's reason as AWS takes it for a closed transition: 1 to 300 letters, digits, spaces and ! @ ( ) . * ? - alone.
 * Accents are dropped, other marks become what comes nearest. The receipt keeps the reason as it was written.
 */
export function toDisabledReason(reason: string): string {
  const plain = reason
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[’'"“”„`]/g, "")
    .replace(/\s*[,;:–—]\s*/g, " - ")
    .replace(/[#/_+&=|\\]/g, "-")
    .replace(/[^a-zA-Z0-9!@ ().*?-]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
  return TAKEN.test(plain) && /[a-zA-Z0-9]/.test(plain) ? plain : "See the receipt in Pipedeck";
}
