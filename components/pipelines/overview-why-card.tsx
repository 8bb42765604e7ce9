"use client";

import Link from "next/link";
import { useEffect, useEffectEvent, useId, useRef } from "react";
import { ExternalLink } from "@/components/ui/external-link";
import { placeNear } from "@/components/ui/place-near";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { useStageFailure } from "@/lib/queries/failure-queries";
import type { StageOf } from "@/lib/queries/stage-path";
import { SinceLastSuccess } from "./since-last-success";

/** The pointer may leave for so long on its way from the sentence to the card. */
const GRACE_MS = 250;

export interface OverviewWhyCardProps {
  of: StageOf;
  /** The execution that failed; without it the one the stage shows. */
  executionId?: string;
  /** The sentence of the row. */
  anchor: HTMLElement;
  onClose: () => void;
}

/** What failed in a row's pipeline, in AWS's words, and what is different since it last succeeded. Tab goes into it from its row, Esc closes it. */
export function OverviewWhyCard({ of, executionId, anchor, onClose }: OverviewWhyCardProps) {
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const { failure } = useStageFailure(of, executionId);
  // The overview is drawn with every change, which must not begin the grace anew.
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const element = card.current;
    if (element === null) return;
    element.showPopover();
    placeNear(anchor, element, "start");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = (event: PointerEvent) => {
      clearTimeout(timer);
      const inside =
        event.target instanceof Node && (element.contains(event.target) || anchor.contains(event.target));
      if (!inside) timer = setTimeout(() => close(), GRACE_MS);
    };
    const line = anchor.closest("[data-line]");
    const key = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === "Tab" && !event.shiftKey && line?.contains(document.activeElement)) {
        // The card stands behind the whole list otherwise.
        event.preventDefault();
        element.querySelector<HTMLElement>("a[href], button")?.focus();
      }
      if (event.key !== "Escape") return;
      event.preventDefault();
      if (element.contains(document.activeElement)) line?.querySelector<HTMLElement>("[data-row]")?.focus();
      close();
    };
    const away = (event: Event) => {
      if (!(event.target instanceof Node && element.contains(event.target))) close();
    };
    document.addEventListener("pointerover", over);
    document.addEventListener("keydown", key, true);
    document.addEventListener("scroll", away, { capture: true, passive: true });
    document.addEventListener("focusin", away);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", over);
      document.removeEventListener("keydown", key, true);
      document.removeEventListener("scroll", away, { capture: true });
      document.removeEventListener("focusin", away);
    };
  }, [anchor]);
  return (
    <section
      ref={card}
      popover="manual"
      aria-labelledby={titleId}
      className="fixed inset-auto m-0 w-[420px] max-w-[calc(100vw-16px)] animate-appear rounded-card border border-line bg-surface p-3 text-ink shadow-float"
    >
      <h2 id={titleId} className="truncate font-semibold" title={`${of.pipeline}, ${of.stage}`}>
        <Link href={pipelinePath(of.target, of.pipeline)} prefetch={false} className="hover:underline">
          {of.pipeline}
        </Link>
        , {of.stage}
      </h2>
      <ul className="flex min-h-[62px] flex-col gap-1.5 py-1.5">
        {failure?.faults.slice(0, 3).map(({ name, rule, provider, code, message, externalUrl }) => (
          <li key={`${rule} ${name}`} className="text-secondary">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <strong className="min-w-0 font-medium break-words">{rule ? `rule ${name}` : name}</strong>
              {externalUrl !== undefined && (
                <ExternalLink href={externalUrl}>{provider ?? "Open the run"}</ExternalLink>
              )}
            </p>
            <p className="line-clamp-3 break-words text-ink-2">
              {code !== undefined && <code className="font-mono font-medium text-bad">{code} </code>}
              {message ?? "AWS gives no reason."}
            </p>
          </li>
        ))}
      </ul>
      <div className="border-t pt-2">
        <SinceLastSuccess of={of} executionId={executionId} />
      </div>
    </section>
  );
}
