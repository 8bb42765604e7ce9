import { expect, test } from "vitest";
import { readPrometheusText } from "./prometheus-text";

const GOOD = '# HELP calls_total Calls\n# TYPE calls_total counter\ncalls_total{of="a \\"b\\"\\\\\\n"} 3\n';

test("a metric is read with its labels as they were before they were escaped", () => {
  expect(readPrometheusText(GOOD).get("calls_total")).toEqual({
    help: "Calls",
    type: "counter",
    samples: [{ name: "calls_total", labels: { of: 'a "b"\\\n' }, value: 3 }],
  });
});

test.each([
  ["a last line without an end", GOOD.slice(0, -1)],
  ["a quote that is not escaped", GOOD.replace('\\"b', '"b')],
  ["a backslash that escapes nothing", GOOD.replace("\\n", "\\x")],
  ["a value that is no number", GOOD.replace(" 3\n", " three\n")],
  ["a sample before its HELP", GOOD.split("\n").reverse().join("\n").trimStart().concat("\n")],
  ["a sample of another metric", GOOD.replace("\ncalls_total{", "\nother_total{")],
  ["a sample without a TYPE", GOOD.replace(/# TYPE.*\n/, "")],
  ["a type that does not exist", GOOD.replace("counter", "meter")],
  ["a metric in two places", GOOD + GOOD],
  ["a sample twice", `${GOOD}${GOOD.split("\n")[2]}\n`],
  ["a label twice", GOOD.replace('{of="', '{of="x",of="')],
])("%s is refused", (_, text) => {
  expect(() => readPrometheusText(text)).toThrow();
});
