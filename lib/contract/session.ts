import { z } from "zod";
import { Instant } from "./freshness";

/** One sign-in that still counts. */
export const SessionRow = z.strictObject({
  id: z.uuid(),
  person: z.strictObject({ id: z.string(), name: z.string() }),
  /** Whether it is of the person who asks. */
  mine: z.boolean(),
  /** Whether it is the very session that asks. */
  current: z.boolean(),
  /** Browser and system in words, for example `Firefox on Linux`. */
  device: z.string(),
  /** How the person signed in, for example `demo`. */
  provider: z.string(),
  signedInAt: Instant,
  /** Of the last request that a person caused, give or take a minute. */
  lastSeenAt: Instant,
  /** When it ends however busy. */
  endsAt: Instant,
});
export type SessionRow = z.infer<typeof SessionRow>;

/** GET /api/sessions: one's own, newest first; of everybody for who may end them all. */
export const SessionList = z.strictObject({
  items: z.array(SessionRow),
  /** Whether there are more than are listed. */
  more: z.boolean(),
  /** Whether those of others are among them. */
  everybody: z.boolean(),
  now: Instant,
});
export type SessionList = z.infer<typeof SessionList>;

/** GET /api/sessions/current: how long the session lasts. Durations, for the page counts on by its own clock. */
export const SessionStanding = z.strictObject({
  /** Until it ends however busy. */
  endsInMs: z.number().int(),
  /** Until it ends when nobody does anything. */
  idleEndsInMs: z.number().int(),
  now: Instant,
});
export type SessionStanding = z.infer<typeof SessionStanding>;

/** DELETE /api/sessions/{id} and /api/sessions: how many were ended. */
export const SessionsEnded = z.strictObject({ ended: z.number().int(), now: Instant });
export type SessionsEnded = z.infer<typeof SessionsEnded>;

/** Path of one session. */
export const SessionPath = z.strictObject({ id: z.uuid() });
