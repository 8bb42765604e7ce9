import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { DestinationIcon } from "@/components/layout/destination-icon";
import { DESTINATIONS } from "@/components/layout/destinations";
import { Providers } from "@/components/layout/providers";
import { SessionProvider } from "@/components/layout/session-provider";
import { SkipLink } from "@/components/layout/skip-link";
import { TopBar } from "@/components/layout/top-bar";
import { ReceiptToasts } from "@/components/receipts/receipt-toasts";
import { currentSession } from "@/lib/server/auth/current-session";
import { sessionTag } from "@/lib/server/auth/session-tag";
import { frameData } from "@/lib/server/first-data/frame-data";
// Their scripts come along with this one's: on their own they would be small files more for every page.
import "./error";
import "./pipelines/[target]/[pipeline]/not-found";

/** Every page but the sign-in needs a person. The mark of their session is for code that comes later (`page-session.ts`). */
export default async function PagesLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (session === null) {
    const from = (await headers()).get("x-pipedeck-path") ?? "/";
    redirect(from === "/" ? "/login" : `/login?from=${encodeURIComponent(from)}`);
  }
  const { targets, inbox, drawnAt, windowSize } = await frameData();
  return (
    <SessionProvider person={session.person}>
      <Providers drawnAt={drawnAt} windowSize={windowSize}>
        <SkipLink />
        <TopBar
          targets={targets}
          inbox={inbox}
          icons={DESTINATIONS.map(({ href }) => <DestinationIcon key={href} href={href} />)}
        />
        <main
          id="main"
          tabIndex={-1}
          className="pb-tabs outline-none"
          data-session={sessionTag(session.sessionId)}
        >
          {children}
        </main>
        <ReceiptToasts />
      </Providers>
    </SessionProvider>
  );
}
