import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { WindowCookie } from "@/components/layout/window-cookie";
import { inter } from "./fonts/inter";
import { jetbrainsMono } from "./fonts/jetbrains-mono";
// Its script comes along with this one's: on its own it would be a small file more for every page.
import "./error";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Pipedeck", template: "%s · Pipedeck" },
  description: "A self-hosted team dashboard for AWS CodePipeline",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#F5F6F8" },
    { media: "(prefers-color-scheme: dark)", color: "#0D1015" },
  ],
};

/** Reading the theme cookie also keeps every page dynamic, which the nonce of the security policy needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("pipedeck-theme")?.value;
  return (
    <html
      lang="en"
      className={`${inter} ${jetbrainsMono}`}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
    >
      <body>
        {children}
        <WindowCookie />
      </body>
    </html>
  );
}
