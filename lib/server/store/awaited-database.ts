import "server-only";

/**
 * Waits until the program that started us says where its database is, when it said that it would
 * (PIPEDECK_DATABASE_COMES=1): PostgreSQL then starts while we do. Its message `{ databaseUrl }` becomes DATABASE_URL.
 * Without that, or without a parent to hear from, DATABASE_URL is what it is. When the parent goes, so do we.
 */
export async function awaitDatabase(): Promise<void> {
  if (process.env.PIPEDECK_DATABASE_COMES !== "1" || !process.connected) return;
  process.env.DATABASE_URL = await new Promise<string>((resolve) => {
    const listen = (message: unknown) => {
      if (typeof message !== "object" || message === null || !("databaseUrl" in message)) return;
      process.off("message", listen);
      process.channel?.unref();
      resolve(String(message.databaseUrl));
    };
    process.on("message", listen);
    process.channel?.ref();
  });
}
