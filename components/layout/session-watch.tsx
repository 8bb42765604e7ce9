"use client";

import { useEffect, useState } from "react";
import { onDemand, useOnDemand } from "@/components/ui/on-demand";
import { whenIdle } from "./when-idle";

const sessionEnding = onDemand(() => import("./session-ending-notice").then((it) => it.SessionEndingNotice));

/** Follows how long the session stands, with code that comes when the page is drawn and has nothing else to do. */
export function SessionWatch() {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  const { Part } = useOnDemand(sessionEnding, idle);
  return Part === undefined ? null : <Part />;
}
