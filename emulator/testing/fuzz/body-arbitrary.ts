import fc from "fast-check";
import { inputArbitrary, type Pools } from "../../operations/testing/input-arbitrary";

const nestedDeep = `${'{"a":['.repeat(5000)}${"]}".repeat(5000)}`;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Values of every kind; an instant is answered as it came, and a small number would be one of 1970. */
function odd(noise: number, name: string): unknown {
  const kinds = [null, true, "text", [], {}, [null], { a: { b: [] } }, "", "\ud800", "__proto__"];
  const numbers = [0, -1, 1.5, 1e300, 2 ** 53];
  const all = name === "created" ? kinds : [...kinds, ...numbers];
  return all[noise % all.length];
}

/** The same value with about every third of its parts of some other kind. */
function withOtherKinds(value: unknown, noise: number, name = ""): unknown {
  if (noise % 3 === 0) return odd(noise >>> 2, name);
  const next = (index: number) => (Math.imul(noise ^ (index + 1), 0x9e3779b1) >>> 0) >>> 3;
  if (Array.isArray(value)) return value.map((entry, index) => withOtherKinds(entry, next(index), name));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, entry], index) => [
    key,
    withOtherKinds(entry, next(index), key),
  ]);
  return Object.fromEntries(entries);
}

/** The same value with members that no structure knows, at every level. */
function withUnknownMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownMembers);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, withUnknownMembers(entry)]);
  return { unknown: [1], constructor: "a", ...Object.fromEntries(entries) };
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

type Twist = (input: unknown, noise: number) => string | Buffer;

/** What may happen to an input on its way to being bytes. */
const twists: readonly Twist[] = [
  ...Array.from({ length: 30 }, (): Twist => (input) => json(input)),
  (input, noise) => json(withOtherKinds(input, (noise % 1000) * 3 + 1)),
  (input, noise) => json(withOtherKinds(input, (noise % 1000) * 3 + 2)),
  (input) => json(withUnknownMembers(input)),
  (input, noise) => json(input).slice(0, noise % 40),
  (input, noise) =>
    Buffer.from(json(input).replace('"', `"${String.fromCharCode(128 + (noise % 128))}`), "latin1"),
  (input) => Buffer.from(json(input), "utf16le"),
  (input) => `\ufeff${json(input)}`,
  (input, noise) => {
    const bytes = Buffer.from(json(input));
    if (bytes.length > 0) bytes[noise % bytes.length] = 0xff;
    return bytes;
  },
  (input) => json(input).replace(/\{/, '{"__proto__":{"a":1},"__proto__":[],'),
  (input) => json(input).replace(/"[^"]*"(?=[,}\]])/, nestedDeep),
  (input) => json(input).replace(/"[^"]*"(?=[,}\]])/, "1e999"),
  (input) => json(input).replace(/"[^"]*"(?=[,}\]])/, '"\\ud800\\u0000"'),
  (_, noise) =>
    ["", "null", "[]", "0", '"text"', "{}{}", "NaN", "\0", "{", "<xml/>", "a=b"][noise % 11] ?? "",
];

/** Bytes that might be sent as the input of that shape: mostly such as could be meant, else spoilt in some way. */
export function bodyArbitrary(shapeName: string, pools: Pools): fc.Arbitrary<Buffer> {
  return fc
    .tuple(inputArbitrary(shapeName, pools), fc.constantFrom(...twists), fc.nat())
    .map(([input, twist, noise]) => Buffer.from(twist(input, noise)));
}
