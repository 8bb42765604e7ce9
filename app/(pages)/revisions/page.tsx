import type { Metadata } from "next";
import { RevisionsPage } from "@/components/revisions/revisions-page";

export const metadata: Metadata = { title: "Where is it?" };

/** A commit, a message or a ticket, and every pipeline and stage it reached. */
export default function Page() {
  return <RevisionsPage />;
}
