import type { Metadata } from "next";
import { InboxPage } from "@/components/inbox/inbox-page";
import { inboxData } from "@/lib/server/first-data/inbox-data";

export const metadata: Metadata = { title: "Inbox" };

/** What needs a person, worst first. */
export default async function Page() {
  return <InboxPage first={await inboxData()} />;
}
