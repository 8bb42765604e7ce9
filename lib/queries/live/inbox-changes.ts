import type { QueryClient } from "@tanstack/react-query";
import type { PipelineChange, Versions } from "@/lib/contract/live";
import { inboxQueries } from "../inbox-queries";
import { covers } from "./covers";

/** Between two questions, however many changes come: each is about all pipelines. */
const REST_MS = 2000;

/** How the inbox follows the stream. */
export interface InboxFollower {
  /** Has it asked for again if one of these concerns it. */
  heard: (changes: readonly PipelineChange[]) => void;
  /** The stream begins where things stand so: what is known from before that is asked for again. */
  begun: (versions: Versions) => void;
  anew: () => void;
  stop: () => void;
}

/** Asks for the inbox and its count anew when something changed that can concern them: at once, then every 2 s at most. */
export function followInbox(client: QueryClient): InboxFollower {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const ask = () => {
    again = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (again) ask();
    }, REST_MS);
    void client.invalidateQueries({ queryKey: inboxQueries.list().queryKey });
    void client.invalidateQueries({ queryKey: inboxQueries.count().queryKey });
  };
  const anew = () => {
    if (timer === undefined) ask();
    else again = true;
  };
  return {
    heard: (changes) => {
      if (changes.some(concernsInbox)) anew();
    },
    begun: (versions) => {
      const known = [inboxQueries.list().queryKey, inboxQueries.count().queryKey].map((queryKey) =>
        client.getQueryData<{ versions: Versions }>(queryKey),
      );
      if (known.some((reply) => reply !== undefined && !covers(reply.versions, versions))) anew();
    },
    anew,
    stop: () => clearTimeout(timer),
  };
}

/** Whether a change says that the inbox is another, or cannot say that it is not. */
export function concernsInbox({ inbox, row, gone }: PipelineChange): boolean {
  return inbox === true || row !== undefined || gone === true;
}
