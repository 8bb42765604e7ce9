import { expect, it } from "vitest";
import { explainInstallFailure } from "./install-failure.mjs";

it.each([
  ["npm error code EAI_AGAIN", "No network: the package registry cannot be reached (EAI_AGAIN)"],
  ["npm http fetch GET https://registry.example/x attempt 1 failed with ENOTFOUND", "No network"],
  [
    "npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write",
    "No disk space left for the packages in /project",
  ],
  ["npm error code EACCES", "no permission in /project"],
  ["npm error code EINTEGRITY", "EINTEGRITY"],
  ["npm error code ETARGET", "does not have a package that package-lock.json names (ETARGET)"],
])("%s is told in one line", (output, told) => {
  const line = explainInstallFailure(output, "/project");
  expect(line).toContain(told);
  expect(line).not.toContain("\n");
});

it("says nothing of what it does not know", () => {
  expect(explainInstallFailure("npm error something new", "/project")).toBeUndefined();
});
