import fc from "fast-check";
import { shapeOf } from "../../shapes/shape-table";

/** Values worth trying for shapes of some name, beside made-up ones. */
export type Pools = Readonly<Record<string, readonly unknown[]>>;

const texts = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("a", "1", "x-1", "Some") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "no good!", "ünïcode", "#{a.b}", "many\nlines", "x".repeat(2500)),
  },
);
const oddKinds = [null, true, "text", [], {}, [null]];
const oddValues = fc.constantFrom<unknown>(5, 1.5, ...oddKinds);
/** A number is an instant, which answers give back as it came: one of 1970 would look like a mistake in them. */
const oddInstants = fc.constantFrom<unknown>(...oddKinds);

/** Deeper than this only members that must be there are filled. */
const deepest = 6;

function fitting(shapeName: string, pools: Pools, depth: number): fc.Arbitrary<unknown> {
  const shape = shapeOf(shapeName);
  switch (shape.kind) {
    case "text":
      return shape.oneOf
        ? fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...shape.oneOf) }, texts)
        : texts;
    case "whole":
      return fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(shape.min ?? 1, shape.max ?? 5) },
        { weight: 1, arbitrary: fc.constantFrom(0, -1, 1_000_000) },
      );
    case "flag":
      return fc.boolean();
    case "instant":
      return fc.constantFrom<unknown>(1_446_726_163.571, "2015-11-05T12:22:43Z", "1446726163");
    case "list":
      return fc.array(inputArbitrary(shape.member, pools, depth + 1), { maxLength: 3 });
    case "map":
      return fc.dictionary(texts, inputArbitrary(shape.value, pools, depth + 1), { maxKeys: 2 });
    case "structure": {
      const members = [...shape.members].filter(([, { required }]) => required || depth < deepest);
      const made: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
        members.map(([name, member]) => [name, inputArbitrary(member.shape, pools, depth + 1)]),
      );
      const requiredKeys = members.filter(([, { required }]) => required).map(([name]) => name);
      return fc.record(made, { requiredKeys });
    }
  }
}

/** Inputs of a shape: mostly such as could be meant, now and then of another kind or without what is needed. */
export function inputArbitrary(shapeName: string, pools: Pools, depth = 0): fc.Arbitrary<unknown> {
  const made = fitting(shapeName, pools, depth);
  const pool = pools[shapeName] ?? [];
  return fc.oneof(
    ...(pool.length > 0 ? [{ weight: 120, arbitrary: fc.constantFrom(...pool) }] : []),
    { weight: pool.length > 0 ? 2 : 60, arbitrary: made },
    { weight: 1, arbitrary: shapeOf(shapeName).kind === "instant" ? oddInstants : oddValues },
  );
}
