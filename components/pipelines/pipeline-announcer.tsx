"use client";

import { useState } from "react";
import { statusWord } from "@/components/ui/status-word";
import type { PipelineState } from "@/lib/domain/pipeline-state";

/** Tells a reader when the headline changes, politely, and says nothing about how it was at first. */
export function PipelineAnnouncer({ state }: { state: PipelineState }) {
  const { name, status, sentence } = state.row;
  const headline = `${name}: ${status === null ? "not read yet" : statusWord(status)}. ${sentence.lead ?? ""} ${sentence.text}`;
  const [first] = useState(headline);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {headline === first ? "" : headline}
    </p>
  );
}
