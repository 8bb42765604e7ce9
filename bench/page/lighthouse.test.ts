import { expect, test } from "vitest";
import { detailOf, formFactor, timingWords } from "./lighthouse";

test("the medians of the timings are told in milliseconds, the layout shift as it is", () => {
  const runs = [
    { timings: { FCP: 100, LCP: 1, TBT: 2, SI: 3, CLS: 0 } },
    { timings: { FCP: 300, LCP: 1, TBT: 2, SI: 3, CLS: 0.1 } },
  ];
  expect(timingWords(runs)).toBe("FCP 200 ms, LCP 1 ms, TBT 2 ms, SI 3 ms, CLS 0.050");
});

test("pages are audited as on a phone unless the arguments say desktop", () => {
  expect(formFactor(["node", "bench.ts", "page"])).toBe("phone");
  expect(formFactor(["node", "bench.ts", "page", "desktop"])).toBe("desktop");
});

test("an audit's table is told by its places, each once", () => {
  const items = [
    { node: { selector: 'h3[title="A"]' } },
    { node: { selector: 'h3[title="A"]' } },
    { url: "http://x/" },
  ];
  expect(detailOf({ type: "table", items })).toBe(': h3[title="A"]; http://x/');
  expect(detailOf(undefined)).toBe("");
});
