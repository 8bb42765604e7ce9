import type { Instant } from "./instant";
import type { Verb } from "./receipt";
import type { Standing } from "./standing";

export const INBOX_KINDS = ["failure", "approval", "condition", "gate"] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

/** One thing that will not go on without a person, or that a person may hurry. */
export interface InboxItem {
  /** Names it in addresses: kind, target, pipeline, stage and what else tells it apart, joined by slashes. */
  id: string;
  kind: InboxKind;
  target: string;
  pipeline: string;
  stage: string;
  /** The action that asks for an approval. */
  action?: string;
  /** Which condition can be overridden. */
  condition?: "BEFORE_ENTRY" | "ON_SUCCESS";
  /** The execution that failed or waits; of a gate the next to enter. */
  executionId?: string;
  /** What people call the execution. */
  label?: string;
  standing: Standing;
  /** What is the matter, without a full stop: `deploy-eu failed in Prod`. */
  title: string;
  /** What more is known, one line; empty where nothing is. */
  text: string;
  /** Since when it waits or has failed. */
  since?: Instant;
  /** When it runs out: an approval fails, a closed gate no longer resumes what waits. */
  deadlineAt?: Instant;
  /** How long it had at the start, milliseconds. */
  totalMs?: number;
  /** Executions that wait behind it. */
  behind: number;
  /** It may yet go on by itself: nobody is called for it. */
  byItself?: true;
  /** What failed is told on the page of the execution alone, so the decision is there. */
  ownPage?: true;
}

/** The press that would settle an item. */
export function verbOf({ kind }: Pick<InboxItem, "kind">): Verb {
  switch (kind) {
    case "approval":
      return "approve";
    case "failure":
      return "retry";
    case "condition":
      return "override";
    case "gate":
      return "open-transition";
  }
}
