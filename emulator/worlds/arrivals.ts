import type { Arrival } from "./acme-pipeline";

function slug(summary: string): string {
  const words = summary.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 5).join("-");
}

/** Pull requests against main, numbered from `first`; every third push updates one instead of opening it. */
export function pullRequestsFrom(first: number): Arrival {
  return (summary, random, count) => ({
    branch: slug(summary),
    files: ["src/index.ts"],
    pullRequest: {
      event: random.between(1, 3) === 1 ? "UPDATED" : "OPEN",
      id: String(first + 3 * count + random.between(0, 2)),
      title: summary,
      sourceBranch: slug(summary),
      destinationBranch: "main",
    },
  });
}

/** Tags such as v8.12.0, one minor version after the other. */
export function versionTags(major: number, firstMinor: number): Arrival {
  return (_summary, _random, count) => ({ tag: `v${major}.${firstMinor + count}.0` });
}

/** Pushes to one of `branches` that change one of `files`. */
export function pushesTo(
  branches: readonly [string, ...string[]],
  files: readonly [string, ...string[]],
): Arrival {
  return (_summary, random) => ({ branch: random.pick(branches), files: [random.pick(files)] });
}
