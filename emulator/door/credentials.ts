import { createHash } from "node:crypto";
import type { Caller } from "./caller";
import { DoorError } from "./door-error";
import type { PolicyStatement } from "./policy-statement";
import { wallNow } from "./wall-clock";

const STATIC_SECRET = "emulator";
const MOST_SESSIONS = 20_000;
const MOST_USERS = 1000;

/** A role that is assumed, and for how long. */
export interface SessionRequest {
  account: string;
  roleArn: string;
  roleName: string;
  sessionName: string;
  sourceIdentity?: string;
  policy?: PolicyStatement[];
  tags: { key: string; value: string }[];
  durationSeconds: number;
}

/** Temporary credentials; `expiresAt` is epoch ms of wall time. */
export interface TemporaryCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiresAt: number;
  caller: Caller;
  /** Session tags, kept so that what was asked for can be told. */
  tags: { key: string; value: string }[];
}

/** The secret half of a key that may sign, and whom it stands for. */
export interface KnownKey {
  secretAccessKey: string;
  sessionToken?: string;
  caller: Caller;
}

function digestOf(kind: string, parts: readonly (string | number)[]): Buffer {
  return createHash("sha512")
    .update([kind, ...parts].join("\u0000"))
    .digest();
}

function letters(kind: string, parts: readonly (string | number)[], length: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return Array.from(digestOf(kind, parts).subarray(0, length), (byte) => alphabet[byte % 32]).join("");
}

function unknownKey(): DoorError {
  const message = "The security token included in the request is invalid.";
  return new DoorError("UnrecognizedClientException", 403, message);
}

/** Every key the door knows: one static key per account, and the sessions of assumed roles. */
export class Credentials {
  private readonly sessions = new Map<string, TemporaryCredentials>();
  private readonly users = new Map<string, Caller>();
  private readonly seed: number;
  private count = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Throws DoorError for an unknown key, a token that does not belong to it, or an expired session. */
  find(accessKeyId: string, sessionToken: string | undefined): KnownKey {
    const account = /^AKIA(\d{12})$/.exec(accessKeyId)?.[1];
    if (account !== undefined) {
      if (sessionToken !== undefined) throw unknownKey();
      return { secretAccessKey: STATIC_SECRET, caller: this.staticCaller(account) };
    }
    const session = this.sessions.get(accessKeyId);
    if (session === undefined || session.sessionToken !== sessionToken) throw unknownKey();
    if (session.expiresAt <= wallNow()) {
      throw new DoorError(
        "ExpiredTokenException",
        403,
        "The security token included in the request is expired",
      );
    }
    return session;
  }

  issue(request: SessionRequest): TemporaryCredentials {
    this.count += 1;
    const expiresAt = Math.floor(wallNow() / 1000) * 1000 + request.durationSeconds * 1000;
    const parts = [this.seed, this.count, request.roleArn, request.sessionName, expiresAt];
    const session: TemporaryCredentials = {
      accessKeyId: `ASIA${letters("key", parts, 16)}`,
      secretAccessKey: digestOf("secret", parts).subarray(0, 30).toString("base64"),
      sessionToken: Buffer.concat([digestOf("token", parts), digestOf("more", parts)]).toString("base64"),
      expiresAt,
      tags: request.tags,
      caller: {
        account: request.account,
        arn: `arn:aws:sts::${request.account}:assumed-role/${request.roleName}/${request.sessionName}`,
        userId: `AROA${letters("role", [request.roleArn], 17)}:${request.sessionName}`,
        sessionName: request.sessionName,
        ...(request.sourceIdentity === undefined ? {} : { sourceIdentity: request.sourceIdentity }),
        ...(request.policy === undefined ? {} : { policy: request.policy }),
      },
    };
    this.sessions.set(session.accessKeyId, session);
    this.forgetOldest();
    return session;
  }

  /** Every temporary credential expires now; answers how many were still good. */
  expireAll(): number {
    const now = wallNow();
    let expired = 0;
    for (const session of this.sessions.values()) {
      if (session.expiresAt <= now) continue;
      session.expiresAt = now;
      expired += 1;
    }
    return expired;
  }

  private staticCaller(account: string): Caller {
    const known = this.users.get(account);
    if (known) return known;
    const arn = `arn:aws:iam::${account}:user/emulator`;
    const user: Caller = { account, arn, userId: `AIDA${letters("user", [account], 17)}` };
    if (this.users.size < MOST_USERS) this.users.set(account, user);
    return user;
  }

  private forgetOldest(): void {
    const oldest = this.sessions.keys().next();
    if (this.sessions.size > MOST_SESSIONS && !oldest.done) this.sessions.delete(oldest.value);
  }
}
