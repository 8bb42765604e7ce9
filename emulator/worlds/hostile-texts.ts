/** What a page that runs a text as a script leaves behind. */
const CANARY = "globalThis.canary=1";

/** Markup that runs a script wherever it becomes part of a page. */
export const MARKUP = `"><img src=x onerror="${CANARY}"><script>${CANARY}</script><svg/onload=${CANARY}>'{{7*7}}`;

/** An address that runs a script when it is followed. */
export const SCRIPT_LINK = `javascript:${CANARY}//https://git.example/`;

/** A sentence from right to left, with digits, a name from left to right, emoji of several parts and marks on marks. */
export const RIGHT_TO_LEFT =
  "إصلاح حساب الضريبة في checkout-web 2.0 — שלום עולם 👩🏽‍💻🏳️‍🌈🇺🇳 z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L\u202eabc\u202c";

/** A word without a place to break it. */
export function unbroken(length: number): string {
  return "W".repeat(length);
}

/** A name of 100 characters, as long as names may be. */
export function longName(start: string): string {
  return `${start}-${"abcdefghij".repeat(10)}`.slice(0, 100);
}

/** A text of so many characters, in lines of every kind. */
export function longText(length: number): string {
  const line = `${MARKUP} ${RIGHT_TO_LEFT} ${unbroken(120)}\r\n\u2028\t`;
  return line
    .repeat(Math.ceil(length / line.length))
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "");
}
