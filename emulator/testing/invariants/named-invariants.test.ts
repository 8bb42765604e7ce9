import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { allInvariants } from "./all-invariants";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const rows = readFileSync(path.join(root, "emulator/INVARIANTS.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|") && !/^\| (---|invariant)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map((cells) => ({ title: cells[1] ?? "", file: cells.at(-2)?.replaceAll("`", "") ?? "" }));

describe("emulator/INVARIANTS.md", () => {
  it("names a file that exists for every invariant", () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const { file } of rows) expect(existsSync(path.join(root, file)), file).toBe(true);
  });

  it("names every invariant that watches random worlds by its title, with its file", () => {
    for (const { title } of allInvariants) {
      const row = rows.find((each) => each.title === title);
      expect(row, title).toBeDefined();
      expect(readFileSync(path.join(root, row?.file ?? ""), "utf8")).toContain(title);
    }
  });
});
