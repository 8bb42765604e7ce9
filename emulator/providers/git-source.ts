import { hour, second } from "../engine/duration";
import type { Random } from "../engine/random";
import type { Revision } from "../engine/revision";
import { longestSummary } from "../engine/size-limits";
import { commitAuthors, commitTexts } from "./commit-texts";
import { consoleUrl } from "./console-url";
import type { ActionPlace, ActionPlan, ActionStart, ProviderModel } from "./provider-model";

function commit(
  random: Random,
  branch: string | undefined,
  url: (id: string) => string,
): Omit<Revision, "createdAt"> {
  const revisionId = random.hex(40);
  return {
    revisionId,
    summary: random.pick(commitTexts),
    author: random.pick(commitAuthors),
    url: url(revisionId),
    ...(branch !== undefined && { branch }),
  };
}

function plan(start: ActionStart, variables: Record<string, string | undefined>): ActionPlan {
  const revision = start.revision;
  const known = Object.entries(variables).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    durationMs: start.random.between(2 * second, 6 * second),
    ...(revision?.summary !== undefined && { summary: revision.summary }),
    ...(revision && { externalExecutionId: revision.revisionId }),
    ...(revision?.url !== undefined && { externalExecutionUrl: revision.url }),
    outputVariables: Object.fromEntries(known),
    failure: {
      code: "ConfigurationError",
      message: "The branch was not found, or the repository could not be read.",
    },
  };
}

function authorDate(start: ActionStart): string | undefined {
  return start.revision && `${new Date(start.revision.createdAt).toISOString().slice(0, 19)}Z`;
}

/** The address an author commits with. */
export function emailOf(author: string | undefined): string | undefined {
  return author && `${author.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@example.com`;
}

/** CodeCommit: the commit at the head of a branch. */
export const codeCommit: ProviderModel = {
  timeoutMs: hour,
  plan: (start) =>
    plan(start, {
      AuthorDate: authorDate(start),
      BranchName: start.revision?.branch ?? start.configuration.BranchName,
      CommitId: start.revision?.revisionId,
      CommitMessage: start.revision?.summary,
      CommitterDate: authorDate(start),
      RepositoryName: start.configuration.RepositoryName,
    }),
  entityUrl: ({ region, action }) =>
    consoleUrl(region, `codecommit/home#/repository/${action.configuration?.RepositoryName ?? ""}/browse/`),
  revision: ({ region, action }, random) =>
    commit(random, action.configuration?.BranchName, (id) =>
      consoleUrl(
        region,
        `codecommit/home#/repository/${action.configuration?.RepositoryName ?? ""}/commit/${id}`,
      ),
    ),
};

function connectionPage({ region, action }: ActionPlace, commitId: string): string {
  const { ConnectionArn = "", FullRepositoryId = "" } = action.configuration ?? {};
  const query = new URLSearchParams({ connectionArn: ConnectionArn, FullRepositoryId, Commit: commitId });
  return consoleUrl(region, `codesuite/settings/connections/redirect?${query}`);
}

/** JSON that holds a commit message; the message is cut where the whole would be too long for a summary. */
function wrapped(message: string): string {
  const wrap = (CommitMessage: string): string => JSON.stringify({ ProviderType: "GitHub", CommitMessage });
  const whole = wrap(message);
  // Escaped, one character has at most six.
  return whole.length <= longestSummary ? whole : wrap(message.slice(0, Math.floor(longestSummary / 7)));
}

/** A connection to GitHub, GitLab or Bitbucket; its summaries are JSON texts that hold the message. */
export const codeStarSourceConnection: ProviderModel = {
  timeoutMs: hour,
  plan(start) {
    const { revision, configuration } = start;
    const planned = plan(start, {
      AuthorDate: authorDate(start),
      AuthorDisplayName: revision?.author,
      AuthorEmail: emailOf(revision?.author),
      AuthorId: revision?.author,
      BranchName: revision?.tag === undefined ? (revision?.branch ?? configuration.BranchName) : undefined,
      CommitId: revision?.revisionId,
      CommitMessage: revision?.summary,
      ConnectionArn: configuration.ConnectionArn,
      FullRepositoryName: configuration.FullRepositoryId,
      ProviderType: "GitHub",
      TagName: revision?.tag,
      DestinationBranchName: revision?.pullRequest?.destinationBranch,
      PullRequestId: revision?.pullRequest?.id,
      PullRequestTitle: revision?.pullRequest?.title,
      SourceBranchName: revision?.pullRequest?.sourceBranch,
    });
    if (revision?.summary === undefined) return planned;
    return {
      ...planned,
      summary: wrapped(revision.summary),
    };
  },
  entityUrl: (place) => connectionPage(place, ""),
  revision: (place, random) =>
    commit(random, place.action.configuration?.BranchName, (id) => connectionPage(place, id)),
};

function gitHubRepository({ action }: ActionPlace): string {
  return `https://github.com/${action.configuration?.Owner ?? ""}/${action.configuration?.Repo ?? ""}`;
}

/** GitHub version 1, owner ThirdParty. */
export const gitHub: ProviderModel = {
  timeoutMs: hour,
  plan: (start) =>
    plan(start, {
      AuthorDate: authorDate(start),
      BranchName: start.revision?.branch ?? start.configuration.Branch,
      CommitId: start.revision?.revisionId,
      CommitMessage: start.revision?.summary,
      CommitterDate: authorDate(start),
      CommitUrl: start.revision?.url,
      RepositoryName: start.configuration.Repo,
    }),
  entityUrl: (place) => `${gitHubRepository(place)}/tree/${place.action.configuration?.Branch ?? ""}`,
  revision: (place, random) =>
    commit(random, place.action.configuration?.Branch, (id) => `${gitHubRepository(place)}/commit/${id}`),
};
