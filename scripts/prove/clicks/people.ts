import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "../../processes/worded-error";
import { cookieHeader, type Session, signIn } from "../../testing/session";
import type { Random } from "./random";
import { type PressedVerb, type Thing, textOf, VERBS } from "./verbs";

const ROLES = ["operator", "approver", "admin", "operator"] as const;
const ANSWER_WITHIN_MS = 45_000;
/** Longer than any outage of the proof: a server that is killed is tried ten times, each within a minute. */
const PATIENCE_MS = 10 * 60_000;

/** What a person knows of a press when they are done with it. */
export type Pressed = {
  key: string;
  verb: PressedVerb;
  thing: Thing;
  /** What the server last said of its receipt; undefined when it never said anything. */
  acknowledged: string | undefined;
};

/** A person's session, and as whom to sign in when it has ended: it does while the machine sleeps. */
type SignedIn = Session & { role: string };

/** People who press, reload, press twice, and look for the receipt when no answer came. */
export class People {
  readonly pressed: Pressed[] = [];
  readonly #sessions: SignedIn[] = [];
  readonly #ladder = VERBS.flatMap((verb) => Array.from({ length: verb.weight }, () => verb));

  constructor(
    private readonly url: string,
    private readonly random: Random,
    /** Unless it `looks`, nobody waits for a server that cannot look for receipts; who looks has this patience. */
    private readonly options: { looks: boolean; patienceMs?: number } = { looks: true },
  ) {}

  async gather(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1)
      this.#sessions.push(await this.#signIn(ROLES[index % ROLES.length] ?? "operator"));
  }

  /** All of them press at once, `presses` together, each one after the other. */
  async pressAll(presses: number, things: readonly Thing[]): Promise<void> {
    let left = presses;
    await Promise.all(
      this.#sessions.map(async (session) => {
        while (left > 0) {
          left -= 1;
          const verb = this.random.pick(this.#ladder);
          const taken = things.filter((thing) => verb.takes(thing));
          if (taken.length > 0) await this.press(session, verb, this.random.pick(taken));
        }
      }),
    );
  }

  /** One press by whoever may press everything. */
  async pressOnce(verb: PressedVerb, thing: Thing): Promise<Pressed> {
    const session = this.#sessions[2];
    if (!session) throw new Error(`nobody can press ${verb.verb}`);
    return await this.press(session, verb, thing, { plainly: true });
  }

  private async press(
    session: SignedIn,
    verb: PressedVerb,
    thing: Thing,
    { plainly = false } = {},
  ): Promise<Pressed> {
    const pressed: Pressed = { key: randomUUID(), verb, thing, acknowledged: undefined };
    this.pressed.push(pressed);
    const manner = plainly ? 1 : this.random.next();
    const post = (withinMs = ANSWER_WITHIN_MS) => this.#post(session, pressed, thing, withinMs);
    // A double click, a second tab, a reload before the answer; the rest wait as they should.
    if (manner < 0.1) await Promise.all([post(), post()]);
    else if (manner < 0.15) await post().then(() => post());
    else if (manner < 0.25) await post(this.random.between(1, 400));
    else await post();
    if (pressed.acknowledged !== undefined || !this.options.looks) return pressed;
    const found = await this.#lookFor(session, pressed.key);
    if (found !== undefined) pressed.acknowledged = found;
    // It never arrived: some press again, which is the same press, some let it be.
    else if (this.random.chance(0.5)) await post();
    return pressed;
  }

  async #post(session: SignedIn, pressed: Pressed, thing: Thing, withinMs: number): Promise<void> {
    try {
      const response = await fetch(this.url + pressed.verb.path(thing), {
        method: "POST",
        headers: {
          cookie: cookieHeader(session),
          origin: this.url,
          "content-type": "application/json",
          "x-pipedeck-request": "1",
          "idempotency-key": pressed.key,
        },
        body: JSON.stringify(pressed.verb.body(thing, textOf(pressed.key))),
        signal: AbortSignal.timeout(withinMs),
      });
      const answer: { receipt?: { state: string } } = await response.json();
      if (answer.receipt) pressed.acknowledged = answer.receipt.state;
    } catch {
      // No answer: the receipt tells.
    }
  }

  /**
   * The state of a receipt, asked for until the server answers; undefined when there is no such receipt. Throws, with what
   * was said last, when patience ends.
   */
  async #lookFor(session: SignedIn, key: string): Promise<string | undefined> {
    const { patienceMs = PATIENCE_MS } = this.options;
    const began = performance.now();
    for (;;) {
      const found = await this.#askFor(session, key).catch((error: unknown) => ({ silence: String(error) }));
      if (!("silence" in found)) return found.state;
      if (performance.now() - began > patienceMs)
        throw new WordedError(
          `nothing was said of the receipt ${key} within ${patienceMs / 1000} s; last: ${found.silence}`,
        );
      await delay(250);
    }
  }

  /** The state of a receipt, undefined when there is none; or why the server cannot tell. */
  async #askFor(
    session: SignedIn,
    key: string,
  ): Promise<{ state: string | undefined } | { silence: string }> {
    const response = await fetch(`${this.url}/api/receipts/${key}`, {
      headers: { cookie: cookieHeader(session) },
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 404) return { state: undefined };
    // Whose session has ended signs in again, and looks then.
    if (response.status === 401) session.cookies = (await this.#signIn(session.role)).cookies;
    if (response.status !== 200) return { silence: `${response.status} ${await response.text()}` };
    const { receipt }: { receipt: { state: string } } = await response.json();
    return { state: receipt.state };
  }

  async #signIn(role: string): Promise<SignedIn> {
    return { ...(await signIn(this.url, role)), role };
  }
}
