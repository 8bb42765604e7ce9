import type { Metadata } from "next";
import { RevisionsPage } from "@/components/revisions/revisions-page";
import { revisionsData } from "@/lib/server/first-data/revisions-data";

interface PageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

export const metadata: Metadata = { title: "Where is it?" };

/** A commit, a message or a ticket, and every pipeline and stage it reached. */
export default async function Page({ searchParams }: PageProps) {
  return <RevisionsPage first={await revisionsData((await searchParams).q)} />;
}
