import "server-only";

/** Id of the sign-in provider that asks for no password. */
export const DEMO_PROVIDER = "demo";
