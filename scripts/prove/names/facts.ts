import type { Fact } from "../../replicas/facts";
import { must } from "../../replicas/until";
import { controlEmulator } from "../../testing/emulator-control";
import { signInByHttp } from "../../testing/identity/sign-in-by-http";
import { cookieHeader } from "../../testing/session";
import { type AtWork, abandon, makeFleet, startExecution } from "./fleet";

/** As the emulator's journal tells a request. */
type Entry = {
  operation: string;
  sessionName?: string;
  sourceIdentity?: string;
  input: Record<string, unknown>;
};

/** How many presses are on their way at the same time. */
const AT_ONCE = 25;

/**
 * Every press is signed in its presser's name and in nobody else's, however they mix.
 *
 * @param size people, and how often each presses
 */
export function nameFacts(
  at: { url: string; emulatorUrl: string },
  size: { people: number; presses: number },
): Fact[] {
  // Ids as providers make them: plain names, addresses, and what AWS takes only in another form.
  const ids = Array.from({ length: size.people }, (_, index) => {
    const name = `on-call-${index}`;
    return [name, `${name}@example.com`, `auth0|${name}`, `${name} Ünal`][index % 4] ?? name;
  });
  const pressedBy = new Map<string, string>();
  const states: string[] = [];
  let presses: Entry[] = [];

  return [
    {
      name: "everybody signs in at the provider, and presses mixed with all others",
      run: async () => {
        const fleet = await makeFleet(at.emulatorUrl, ids.length * size.presses);
        const waiting: Array<{ work: AtWork; id: string }> = [];
        const cookies = new Map<string, string>();
        for (const id of ids) cookies.set(id, cookieHeader(await signInByHttp(at.url, id)));
        for (let round = 0; round < size.presses; round += 1)
          for (const id of ids) {
            const pipeline = fleet[waiting.length % fleet.length] ?? "";
            const work = await startExecution(at.emulatorUrl, pipeline);
            pressedBy.set(work.id, id);
            waiting.push({ work, id });
          }
        const hand = async () => {
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
            states.push(await abandon(at.url, cookies.get(next.id) ?? "", next.work));
        };
        await Promise.all(Array.from({ length: AT_ONCE }, hand));
        const { items } = await controlEmulator<{ items: Entry[] }>(at.emulatorUrl, "GET", "/journal");
        presses = items.filter(({ operation }) => operation === "StopPipelineExecution");
        must(pressedBy.size === ids.length * size.presses, `${pressedBy.size} executions were started`);
        return `${ids.length} people, ${pressedBy.size} presses, ${AT_ONCE} at once: ${counted(states)}`;
      },
    },
    {
      name: "AWS saw each press once",
      run: async () => {
        const seen = new Set(presses.map(({ input }) => input.pipelineExecutionId));
        must(presses.length === pressedBy.size, `${presses.length} arrived of ${pressedBy.size}`);
        must(seen.size === pressedBy.size, `of ${seen.size} executions`);
        return `${presses.length}`;
      },
    },
    {
      name: "session name and source identity are the presser's: as the id is, or readable with a hash of it",
      run: async () => {
        const wrong = presses.filter(({ sessionName = "", sourceIdentity, input }) => {
          const id = pressedBy.get(String(input.pipelineExecutionId)) ?? "";
          return sessionName !== sourceIdentity || !isNameOf(sessionName, id);
        });
        must(presses.length > 0 && wrong.length === 0, `${wrong.length} of ${presses.length} were wrong`);
        return `${presses.length - wrong.length} of ${presses.length}, 100 %`;
      },
    },
    {
      name: "no two people have the same name there, and nobody has two",
      run: async () => {
        const names = new Map<string, Set<string>>();
        for (const { sessionName = "", input } of presses) {
          const people = names.get(sessionName) ?? new Set<string>();
          names.set(sessionName, people.add(pressedBy.get(String(input.pipelineExecutionId)) ?? ""));
        }
        must(names.size === ids.length, `${names.size} names for ${ids.length} people`);
        must(
          [...names.values()].every((people) => people.size === 1),
          "a name is two people's",
        );
        return `${names.size} names`;
      },
    },
  ];
}

function isNameOf(name: string, id: string): boolean {
  if (/^[\w+=,.@-]{2,64}$/.test(id)) return name === id;
  const readable = id.replace(/[^\w+=,.@-]+/g, "-");
  return name.startsWith(`${readable}.`) && /^\.[0-9a-f]{8}$/.test(name.slice(readable.length));
}

function counted(words: string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
}
