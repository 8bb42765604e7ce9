"use client";

import { type ReactNode, useState } from "react";
import { ApprovalConditions } from "@/components/approvals/approval-conditions";
import { PressNotice } from "@/components/receipts/press-notice";
import { pressView } from "@/components/receipts/press-view";
import { ReceiptCard } from "@/components/receipts/receipt-card";
import { ReceiptFooter } from "@/components/receipts/receipt-footer";
import { untrackReceipt } from "@/components/receipts/tracked-receipts";
import { useReceiptEffect } from "@/components/receipts/use-receipt-effect";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Verb } from "@/lib/domain/receipt";
import { type AccessPlace, usePressConditions } from "@/lib/queries/access-queries";
import { usePress } from "@/lib/queries/press";
import { newPressKey } from "@/lib/queries/press-key";
import { PressButtons } from "./press-buttons";
import type { PressControl } from "./press-control";
import { PressReason, type PressReasonProps } from "./press-reason";
import { PressWarning } from "./press-warning";
import { type Choice, draftOf, keepDraft } from "./reason-draft";

export interface PressShellProps {
  verb: Verb;
  /** Short name of what is pressed on, for the receipt's words. */
  subject: string;
  title: string;
  subtitle: string;
  /** Of which pipeline: its rules may require a reason. */
  place: AccessPlace;
  /** Where it is posted, and what, given the reason. */
  path: string;
  body: (reason: string) => object;
  /** What is chosen in the dialog: another choice is another press, under another key. */
  choice: string;
  /** The same for the dialog that opens next on what is there then. */
  kept?: Choice;
  reason: Omit<PressReasonProps, "value" | "onChange">;
  /** Why it cannot be pressed, besides the reason. */
  off?: string;
  /** What to tell when what was opened is no longer there. */
  moved?: string;
  label: ReactNode;
  variant?: "primary" | "danger-solid";
  keep: string;
  control: PressControl;
  /** Stands there also after the press, such as what would ship. */
  facts?: ReactNode;
  /** The form, which the receipt replaces after the press. */
  children?: ReactNode;
}

/** One decision under one key: what it does, the reason, the press; after the press its receipt stands where the form stood. */
export function PressShell(props: PressShellProps) {
  const { verb, subject, choice, off, moved, control } = props;
  const { reasonRequired } = usePressConditions(props.place);
  const asked = { ...props.reason, required: props.reason.required || reasonRequired !== undefined };
  const [keyed, setKeyed] = useState(() => ({ choice, key: newPressKey() }));
  if (keyed.choice !== choice) setKeyed({ choice, key: newPressKey() });
  const { key } = keyed;
  const [reason, setReason] = useState(() => draftOf(props.path));
  const { standing, press } = usePress<object>(props.path, key, () => control.onNotRecorded(key));
  const receipt = standing.kind === "receipt" ? standing.receipt : undefined;
  const { effect } = useReceiptEffect(receipt);
  const view = pressView(standing, verb, subject, effect);
  const length = reason.trim().length;
  const why =
    moved ??
    off ??
    (asked.required && length === 0 ? "Needs a reason to go on." : undefined) ??
    (length > asked.max ? `The reason is ${length - asked.max} characters too long.` : undefined);
  const refusedUnsent = receipt?.state === "refused" && receipt.refusal?.beforeSending === true;
  const close = () => {
    if (view?.settled === true) untrackReceipt(key);
    keepDraft(props.path, "");
    control.onClose();
  };
  const again = () => {
    untrackReceipt(key);
    keepDraft(props.path, reason, props.kept);
    control.onAgain();
  };

  return (
    <Dialog
      open
      onClose={close}
      width="lg"
      title={view === undefined ? props.title : props.title.replace(/\?$/, "")}
      subtitle={props.subtitle}
      footer={
        view === undefined ? (
          <PressButtons
            off={why}
            onAgain={moved === undefined ? undefined : again}
            label={props.label}
            variant={props.variant ?? "primary"}
            keep={props.keep}
            onKeep={close}
            onPress={() => {
              control.onPressed(key);
              press(props.body(reason.trim()));
            }}
          />
        ) : (
          <ReceiptFooter id={key} onClose={close}>
            {refusedUnsent && (
              <Button variant="primary" size="lg" onClick={again}>
                Look at what is there now
              </Button>
            )}
          </ReceiptFooter>
        )
      }
    >
      <div className="flex flex-col gap-3 pt-1">
        <div aria-live="polite" className="empty:hidden">
          {view === undefined && moved !== undefined && (
            <PressWarning standing="Cancelled" lead="It is not what you opened.">
              {moved}
            </PressWarning>
          )}
        </div>
        {props.facts}
        {view === undefined ? (
          <>
            {props.children}
            {reasonRequired !== undefined && <ApprovalConditions conditions={{ reasonRequired }} />}
            <PressReason {...asked} value={reason} onChange={setReason} />
            <PressNotice standing={standing} />
          </>
        ) : (
          <div className="min-h-[150px] pt-1">
            <ReceiptCard view={view} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
