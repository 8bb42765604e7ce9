import "server-only";
import { firstLine } from "@/lib/domain/first-line";
import type { Revision } from "@/lib/domain/revision";
import { text } from "./lenient";

/**
 * What a revision summary says: plain text from most sources; JSON with ProviderType and CommitMessage from
 * connections. The message is cut to its first line.
 */
export function toSummary(summary: string | undefined): Pick<Revision, "summary" | "author" | "branch"> {
  const parsed = summary?.trimStart().startsWith("{") ? parseObject(summary) : undefined;
  if (!parsed) return { summary: firstLine(summary) };
  return {
    summary: firstLine(text(parsed.CommitMessage) ?? text(parsed.PullRequestTitle) ?? text(parsed.Message)),
    author: text(parsed.AuthorDisplayName) ?? text(parsed.AuthorId) ?? text(parsed.AuthorEmail),
    branch: text(parsed.BranchName) ?? text(parsed.SourceBranchName),
  };
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
