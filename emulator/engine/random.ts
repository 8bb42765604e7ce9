const hexBytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** 32 bits as eight hexadecimal digits. */
function hexWord(bits: number): string {
  return `${hexBytes[bits >>> 24]}${hexBytes[(bits >>> 16) & 255]}${hexBytes[(bits >>> 8) & 255]}${hexBytes[bits & 255]}`;
}

/**
 * The only source of chance in the emulator: sfc32 started from a number.
 * The same seed gives the same row of numbers on every machine.
 */
export class Random {
  #a = 0x9e3779b9;
  #b = 0x243f6a88;
  #c = 0xb7e15162;
  #counter = 1;

  constructor(seed: number) {
    this.#a ^= seed >>> 0;
    this.#b ^= Math.floor(seed / 2 ** 32) >>> 0;
    for (let round = 0; round < 15; round += 1) this.bits();
  }

  /** 32 random bits as a number from 0 to 2^32 - 1. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor((this.bits() / 2 ** 32) * (high - low + 1));
  }

  /** One of the entries of a list that is not empty. */
  pick<Entries extends readonly [unknown, ...unknown[]]>(entries: Entries): Entries[number] {
    return entries[this.between(0, entries.length - 1)] ?? entries[0];
  }

  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string): string {
    let made = "";
    while (made.length < length) made += alphabet.charAt(this.between(0, alphabet.length - 1));
    return made;
  }

  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string {
    return this.text(length, "0123456789abcdef");
  }

  /** A version 4 UUID, lower case. */
  uuid(): string {
    const first = hexWord(this.bits());
    const second = hexWord(this.bits());
    const third = hexWord(this.bits());
    const fourth = hexWord(this.bits());
    const variant = "89ab".charAt(this.between(0, 3));
    return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${fourth}`;
  }
}
