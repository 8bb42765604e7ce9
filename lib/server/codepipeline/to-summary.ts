import "server-only";
import { firstLine } from "@/lib/domain/first-line";
import type { Revision } from "@/lib/domain/revision";
import { text } from "./lenient";

/** A JSON text that holds a message, also one that ends too early: summaries have at most 2048 characters. */
const MESSAGE_WITHIN =
  /^\s*\{.*?"(?:CommitMessage|PullRequestTitle|Message)"\s*:\s*"((?:[^"\\]|\\[^u]|\\u[\da-f]{4})*)/is;

/**
 * What a revision summary says: plain text from most sources; JSON with ProviderType and CommitMessage from
 * connections. The message is cut to its first line. JSON that says nothing known is shown as it is.
 */
export function toSummary(summary: string | undefined): Pick<Revision, "summary" | "author" | "branch"> {
  const parsed = summary?.trimStart().startsWith("{") ? parseObject(summary) : undefined;
  if (!parsed) return { summary: firstLine(messageWithin(summary) ?? summary) };
  const message = text(parsed.CommitMessage) ?? text(parsed.PullRequestTitle) ?? text(parsed.Message);
  return {
    summary: firstLine(message ?? ("ProviderType" in parsed ? undefined : summary)),
    author: text(parsed.AuthorDisplayName) ?? text(parsed.AuthorId) ?? text(parsed.AuthorEmail),
    branch: text(parsed.BranchName) ?? text(parsed.SourceBranchName),
  };
}

/** All of the message that a revision summary has, at any length; what is no message is taken whole. */
export function wholeMessage(summary: string | undefined): string | undefined {
  const parsed = summary?.trimStart().startsWith("{") ? parseObject(summary) : undefined;
  if (!parsed) return messageWithin(summary) ?? summary;
  return text(parsed.CommitMessage) ?? text(parsed.PullRequestTitle) ?? text(parsed.Message);
}

function messageWithin(summary: string | undefined): string | undefined {
  const cut = MESSAGE_WITHIN.exec(summary ?? "")?.[1];
  return cut === undefined ? undefined : text(parseObject(`{"message":"${cut}"}`)?.message);
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
