import { describe, expect, it } from "vitest";
import type { TriggerDeclaration } from "../declaration";
import type { NewRevision, PullRequest } from "../revision";
import { filtersMatch, hasFilters } from "./git-filter";

type Filters = Omit<TriggerDeclaration["gitConfiguration"], "sourceActionName">;

const place = { account: "111122223333", region: "eu-west-1", pipeline: "shop", action: "App" };

function matches(filters: Filters, change: Partial<NewRevision>): boolean {
  const revision = { ...place, ...change };
  return filtersMatch({ sourceActionName: "App", ...filters }, revision, revision.branch ?? "main");
}

function request(event: PullRequest["event"], destinationBranch: string): Partial<NewRevision> {
  return { pullRequest: { event, id: "7", title: "Fix it", sourceBranch: "fix/it", destinationBranch } };
}

describe("push filters", () => {
  const branches = { includes: ["main", "feature/**"], excludes: ["feature/secret"] };

  it("let a branch through that is included and not excluded", () => {
    const filters = { push: [{ branches }] };
    expect(matches(filters, {})).toBe(true);
    expect(matches(filters, { branch: "feature/a/b" })).toBe(true);
    expect(matches(filters, { branch: "feature/secret" })).toBe(false);
    expect(matches(filters, { branch: "develop" })).toBe(false);
  });

  it("let everything through that is not excluded where nothing is included", () => {
    const filters = { push: [{ branches: { excludes: ["feature*"] } }] };
    expect(matches(filters, { branch: "main" })).toBe(true);
    expect(matches(filters, { branch: "feature-1" })).toBe(false);
  });

  it("take tags for tags alone", () => {
    const filters = { push: [{ tags: { includes: ["v*"], excludes: ["*-rc"] } }] };
    expect(matches(filters, { tag: "v1" })).toBe(true);
    expect(matches(filters, { tag: "v1-rc" })).toBe(false);
    expect(matches(filters, { branch: "v1" })).toBe(false);
    expect(matches({ push: [{ branches }] }, { tag: "main" })).toBe(false);
  });

  it("want branch and one changed file to pass", () => {
    const filePaths = { includes: ["src/**", "README.md"], excludes: ["src/**/*.md"] };
    const filters = { push: [{ branches, filePaths }] };
    expect(matches(filters, { files: ["docs/a", "src/App.java"] })).toBe(true);
    expect(matches(filters, { files: ["src/deep/notes.md"] })).toBe(false);
    expect(matches(filters, { files: ["src/deep/notes.md", "README.md"] })).toBe(true);
    expect(matches(filters, { files: ["src/App.java"], branch: "develop" })).toBe(false);
  });

  it("do not fire for files of a branch that has just been created", () => {
    expect(matches({ push: [{ branches, filePaths: { includes: ["**"] } }] }, {})).toBe(false);
  });

  it("look at the first 100 changed files", () => {
    const filters = { push: [{ branches, filePaths: { includes: ["wanted"] } }] };
    const others = Array.from({ length: 99 }, (_, index) => `other-${index}`);
    expect(matches(filters, { files: [...others, "wanted"] })).toBe(true);
    expect(matches(filters, { files: ["one more", ...others, "wanted"] })).toBe(false);
  });

  it("are enough one at a time", () => {
    const filters = { push: [{ tags: { includes: ["release-1"] } }, { branches: { includes: ["main*"] } }] };
    expect(matches(filters, { tag: "release-1" })).toBe(true);
    expect(matches(filters, { branch: "main-2" })).toBe(true);
    expect(matches(filters, { branch: "feature" })).toBe(false);
  });
});

describe("pull request filters", () => {
  const branches = { includes: ["main"] };

  it("look at the event and the branch it goes to", () => {
    const filters = { pullRequest: [{ events: ["OPEN", "CLOSED"], branches }] };
    expect(matches(filters, request("OPEN", "main"))).toBe(true);
    expect(matches(filters, request("UPDATED", "main"))).toBe(false);
    expect(matches(filters, request("CLOSED", "develop"))).toBe(false);
  });

  it("take every event where none is named", () => {
    expect(matches({ pullRequest: [{ branches }] }, request("UPDATED", "main"))).toBe(true);
  });

  it("look at the files", () => {
    const filters = { pullRequest: [{ branches, filePaths: { includes: ["src/**"] } }] };
    expect(matches(filters, { ...request("OPEN", "main"), files: ["src/a"] })).toBe(true);
    expect(matches(filters, { ...request("OPEN", "main"), files: ["docs/a"] })).toBe(false);
  });

  it("have nothing to do with pushes, nor pushes with them", () => {
    expect(matches({ pullRequest: [{ branches }] }, { branch: "main" })).toBe(false);
    expect(matches({ push: [{ branches }] }, request("OPEN", "main"))).toBe(false);
  });

  it("without a branch filter let every branch through", () => {
    expect(matches({ pullRequest: [{ events: ["OPEN"] }] }, request("OPEN", "any"))).toBe(true);
  });
});

describe("hasFilters", () => {
  it("is true with filters of either kind", () => {
    expect(hasFilters({ sourceActionName: "App" })).toBe(false);
    expect(hasFilters({ sourceActionName: "App", push: [{}] })).toBe(true);
    expect(hasFilters({ sourceActionName: "App", pullRequest: [{}] })).toBe(true);
  });
});
