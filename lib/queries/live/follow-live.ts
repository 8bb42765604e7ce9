import type { QueryClient } from "@tanstack/react-query";
import type { LiveMessage, LiveStanding, Versions } from "@/lib/contract/live";
import { leadToSignIn } from "../fetch-json";
import { newPressKey } from "../press-key";
import { tellReceipt } from "../receipt-queries";
import { chance, serverNow } from "../server-now";
import { type LiveNote, liveChannel, whenLeader } from "./live-channel";
import { liveFeed } from "./live-feed";
import { liveState, tellLive } from "./live-store";
import { keepStream, SILENCE_MS } from "./live-stream";

/** Viewers of a server that began anew ask for its lists within this time, not all at once. */
const SPREAD_MS = 3000;

/** Follows the stream of a session until `signal`, as the page that has it for all or as one of the others. */
export function followLive(client: QueryClient, session: string, signal: AbortSignal): void {
  const me = newPressKey();
  let leads = false;
  /** Has the stream begin again from what is known; the page that has it sets it. */
  let reopen = (): void => undefined;
  /** Where things stood when the stream last said so, in the page that has it. */
  let standing: LiveStanding | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let anew: ReturnType<typeof setTimeout> | undefined;

  /** A loss began when something was last heard, not when it was noticed. */
  let heardAt = serverNow();
  const lose = () => tellLive({ type: "lost", at: heardAt });
  const leave = () => {
    tellLive({ type: "signed-out" });
    leadToSignIn();
  };
  const heard = () => {
    heardAt = serverNow();
    tellLive({ type: "heard" });
    clearTimeout(silence);
    silence = setTimeout(lose, SILENCE_MS);
  };

  const hear = (message: LiveMessage, base: Versions | undefined) => {
    switch (message.event) {
      case "hello":
        feed.begin(message.data, base);
        break;
      case "reset":
        feed.beginAnew(message.data);
        clearTimeout(anew);
        anew = setTimeout(feed.readAnew, liveState().kind === "lost" ? SPREAD_MS * chance() : 0);
        break;
      case "beat":
        feed.beat(message.data);
        break;
      case "change":
        feed.change(message.data);
        break;
      case "receipt":
        tellReceipt(client, message.data);
        break;
      default:
        return;
    }
    heard();
  };

  const channel = liveChannel(session, (note: LiveNote) => {
    if (note.kind === "signed-out") leave();
    else if (note.kind === "join" && leads && standing !== undefined)
      channel.post({ kind: "welcome", to: note.from, standing, ...feed.since(note.known) });
    else if (note.kind === "told" && !leads) hear(note.message, note.base);
    else if (note.kind === "changed" && !leads) {
      feed.changes(note.changes);
      heard();
    } else if (note.kind === "lost" && !leads) lose();
    else if (note.kind === "welcome" && note.to === me && !leads) {
      feed.begin(note.standing, note.base);
      feed.changes(note.changes);
      heard();
    }
  });
  const feed = liveFeed(client, {
    onBatch: (changes) => {
      if (leads) channel.post({ kind: "changed", changes });
    },
    onBehind: () => {
      if (leads) reopen();
      return leads;
    },
  });
  channel.post({ kind: "join", from: me, known: feed.known() });

  whenLeader(session, signal, () => {
    leads = true;
    return keepStream(session, signal, {
      known: feed.known,
      onOpen: (again) => {
        reopen = again;
      },
      onMessage: (message, since) => {
        if ("versions" in message.data) standing = message.data;
        hear(message, since);
        // Changes go in batches, as they are dealt with; a new beginning has just ended them.
        if (message.event !== "change") channel.post({ kind: "told", message, base: since });
      },
      onLost: () => {
        standing = undefined;
        channel.post({ kind: "lost" });
        lose();
      },
      onSignedOut: () => {
        channel.post({ kind: "signed-out" });
        leave();
      },
    });
  });

  signal.addEventListener("abort", () => {
    clearTimeout(silence);
    clearTimeout(anew);
    feed.stop();
    channel.close();
  });
}
