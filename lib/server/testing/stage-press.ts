import "server-only";
import { type Receipt, ReceiptReply } from "@/lib/contract/receipt";
import type { RouteHandler } from "../http/answering";
import { newId } from "../new-id";
import { call, pressHeaders, type TestReply } from "./request";

/** What a test presses: the body, and what is unlike the usual place and person. */
export interface StagePress {
  pipeline: string;
  stage?: string;
  target?: string;
  key?: string;
  cookie: string;
  body: object;
}

/** Presses a button of a stage as a page of ours does; the receipt where the reply has one. */
export async function pressStage(
  route: RouteHandler,
  { pipeline, stage = "Deploy", target = "dev-eu", key = newId(), cookie, body }: StagePress,
): Promise<TestReply & { receipt?: Receipt }> {
  const reply = await call(route, {
    method: "POST",
    params: { target, pipeline, stage },
    headers: pressHeaders(cookie, key),
    body: JSON.stringify(body),
  });
  const parsed = ReceiptReply.safeParse(reply.body);
  return parsed.success ? { ...reply, receipt: parsed.data.receipt } : reply;
}
