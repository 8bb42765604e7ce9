"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { searchWith, showSearch } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { usePipelineAccess } from "@/lib/queries/access-queries";
import { useTargets } from "@/lib/queries/target-queries";
import { MyAccessVerbs } from "./my-access-verbs";
import { PressConditionsList } from "./press-conditions-list";

/** What the person may press at the pipeline that the address names, and a form to ask about another. */
export function MyAccessAt() {
  const search = useSearchParams();
  const place = { target: search.get("target") ?? "", pipeline: search.get("pipeline") ?? "" };
  const [target, setTarget] = useState(place.target);
  const [pipeline, setPipeline] = useState(place.pipeline);
  const { data: targets } = useTargets();
  const { data, error } = usePipelineAccess(place);
  const ask = () => {
    const asked = { target: target || targets?.items[0]?.id, pipeline: pipeline.trim() };
    showSearch(searchWith("", asked));
  };
  return (
    <div className="border-t">
      <form
        className="flex flex-wrap items-end gap-2 px-3 py-3 max-sm:px-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <label className="flex flex-col gap-1 text-secondary font-medium text-ink-2">
          Target
          <select
            value={target}
            onChange={(event) => setTarget(event.target.value)}
            className="h-8 rounded-control border border-line-3 bg-surface px-2 text-body font-normal text-ink max-sm:h-11"
          >
            {targets?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div className="min-w-40 flex-1">
          <Field label="Pipeline" value={pipeline} onChange={setPipeline} maxLength={100} />
        </div>
        <Button type="submit" disabledReason={pipeline.trim() === "" ? "Name a pipeline first." : undefined}>
          What may I do there?
        </Button>
      </form>
      <div aria-live="polite">
        {place.pipeline !== "" && error !== null && (
          <p className="border-t px-3 py-3 text-ink-2 max-sm:px-4">{error.message}</p>
        )}
        {place.pipeline !== "" && data?.at !== undefined && (
          <section aria-label={`${place.pipeline} in ${place.target}`} className="border-t">
            <h3 className="px-3 pt-3 pb-1 font-semibold text-ink max-sm:px-4">
              {place.pipeline} <span className="font-normal text-ink-3">in {place.target}</span>
            </h3>
            <MyAccessVerbs verbs={data.at.verbs} />
            {Object.entries(data.at.stages).map(([stage, others]) => (
              <div key={stage}>
                <h4 className="border-t px-3 pt-3 pb-1 text-secondary font-medium text-ink-2 max-sm:px-4">
                  Otherwise at the stage {stage}
                </h4>
                <MyAccessVerbs verbs={others} />
              </div>
            ))}
            <PressConditionsList conditions={data.at.conditions} />
          </section>
        )}
      </div>
    </div>
  );
}
