import { signIn } from "../../scripts/testing/session";
import type { Application } from "../harness/application";
import { LiveViewer } from "./live-viewer";

/** Fewer than one session may have open at a time. */
const STREAMS_A_SESSION = 15;

/** So many streams at once, of as many people as that takes; whoever opens them closes them. */
export async function openCrowd(app: Application, count: number): Promise<LiveViewer[]> {
  const viewers: LiveViewer[] = [];
  let { session } = app;
  while (viewers.length < count) {
    if (viewers.length > 0) session = await signIn(app.url, "viewer");
    const few = Math.min(STREAMS_A_SESSION, count - viewers.length);
    for (let index = 0; index < few; index += 1) viewers.push(await LiveViewer.open(app.url, session));
  }
  return viewers;
}
