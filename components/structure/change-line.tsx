import type { ReactNode } from "react";
import type { Said, StructureChange } from "@/lib/domain/structure-change";
import { factLabel, factValue, partWords, placeWords } from "./change-words";
import { Withheld } from "./withheld";

/** One difference: what happened, to what, and both values where there are two. */
export function ChangeLine({ change }: { change: StructureChange }) {
  const { verb, what, more } = wordsOf(change);
  return (
    <div className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3">
      <span className="text-secondary leading-5 text-ink-3">{verb}</span>
      <div className="min-w-0">
        <p className="break-words text-ink">
          {what}
          {more !== undefined && <span className="text-ink-3"> {more}</span>}
        </p>
        {change.change === "said" && <BothSides change={change} />}
      </div>
    </div>
  );
}

interface Words {
  verb: string;
  what: ReactNode;
  more?: string;
}

function wordsOf(change: StructureChange): Words {
  const place = placeWords(change.path);
  const name = <Strong>{place}</Strong>;
  switch (change.change) {
    case "added":
      return { verb: "added", what: name, more: join(partWords(change.part), afterWords(change)) };
    case "removed":
      return { verb: "removed", what: name, more: partWords(change.part) };
    case "renamed":
      return { verb: "renamed", what: name, more: `was ${change.from}` };
    case "moved":
      return {
        verb: "moved",
        what: name,
        more: change.fromStage === undefined ? afterWords(change) : `from stage ${change.fromStage}`,
      };
    case "said": {
      const verb = change.from === undefined ? "added" : change.to === undefined ? "removed" : "changed";
      const top = change.path.length === 0 || (change.path.length === 1 && change.path[0]?.kind === "stage");
      const label = factLabel(change);
      return top
        ? { verb, what: <Strong>{label}</Strong> }
        : { verb, what: <Strong>{label}</Strong>, more: `of ${place}` };
    }
  }
}

function afterWords({ after, path }: { after?: string; path: StructureChange["path"] }): string {
  if (path.at(-1)?.kind !== "stage") return "";
  return after === undefined ? "to the front" : `after ${after}`;
}

function join(...words: string[]): string | undefined {
  const said = words.filter((each) => each !== "");
  return said.length === 0 ? undefined : said.join(", ");
}

function Strong({ children }: { children: ReactNode }) {
  return <span className="font-medium">{children}</span>;
}

function BothSides({ change }: { change: Extract<StructureChange, { change: "said" }> }) {
  const { key, from, to } = change;
  if (from?.value === null && to?.value === null) {
    return (
      <p className="text-secondary text-ink-2">
        <Withheld />, but it is another value now
      </p>
    );
  }
  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-secondary">
      {from !== undefined && (
        <del className="min-w-0 text-ink-3 no-underline">
          <Value name={key} said={from} />
        </del>
      )}
      {from !== undefined && to !== undefined && <span aria-hidden>→</span>}
      {to !== undefined && (
        <ins className="min-w-0 text-ink no-underline">
          <Value name={key} said={to} />
        </ins>
      )}
    </p>
  );
}

function Value({ name, said }: { name: string; said: Said }) {
  if (said.value === null) return <Withheld />;
  return <span className="font-mono break-words whitespace-pre-wrap">{factValue(name, said.value)}</span>;
}
