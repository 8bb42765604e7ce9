import { expect, it } from "vitest";
import { productionPackages } from "./production-packages";

function lock(production: number) {
  const entries = Array.from({ length: production }, (_, index) => [`node_modules/p${index}`, {}]);
  const packages = {
    "": {},
    ...Object.fromEntries(entries),
    "node_modules/d": { dev: true },
    "node_modules/o": { optional: true },
  };
  return { path: "package-lock.json", text: JSON.stringify({ packages }) };
}

it("finds a version that is not exact", () => {
  const text =
    '{\n"dependencies": {\n"next": "16.4.6",\n"pg": "^8.23.1" },\n"devDependencies": { "tsx": "latest" } }';
  expect(productionPackages.run([{ path: "package.json", text }])).toEqual([
    { path: "package.json", line: 4, message: 'pg is "^8.23.1"; expected an exact version' },
    { path: "package.json", line: 5, message: 'tsx is "latest"; expected an exact version' },
  ]);
});

it("counts what production installs", () => {
  expect(productionPackages.run([lock(150)])).toEqual([]);
  expect(productionPackages.run([lock(151)])).toMatchObject([
    { message: "151 production packages; at most 150" },
  ]);
});
