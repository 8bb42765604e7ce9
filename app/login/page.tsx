import type { Metadata } from "next";
import { SignIn } from "@/components/layout/sign-in";
import { SignedOut } from "@/components/layout/signed-out";
import { providerSignOut } from "@/lib/server/auth/provider-sign-out";

export const metadata: Metadata = { title: "Sign in" };

type Query = Promise<Record<string, string | string[] | undefined>>;

/** Sign-in: the organisation's provider, or the demo people. */
export default async function LoginPage({ searchParams }: { searchParams: Query }) {
  const { from, callbackUrl, error, signedOut } = await searchParams;
  const note = signedOut === undefined ? null : <SignedOut provider={await providerSignOut()} />;
  return <SignIn from={one(from) ?? one(callbackUrl)} error={one(error)} note={note} />;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
