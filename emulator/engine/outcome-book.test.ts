import { describe, expect, it } from "vitest";
import { OutcomeBook, type OutcomeSubject } from "./outcome-book";

const subject: OutcomeSubject = {
  account: "111122223333",
  region: "eu-west-1",
  pipeline: "shop",
  stage: "Build",
  action: "Compile",
  provider: "CodeBuild",
};

describe("OutcomeBook", () => {
  it("has nothing to say when nothing matches", () => {
    const book = new OutcomeBook();
    book.add({ pipeline: "other", status: "Failed" });
    expect(book.take(subject)).toBeUndefined();
  });

  it("prefers the most specific, and the newest of equals", () => {
    const book = new OutcomeBook();
    book.add({ pipeline: "shop", stage: "Build", summary: "specific" });
    book.add({ pipeline: "shop", summary: "old" });
    book.add({ region: "eu-west-1", summary: "new" });
    expect(book.take(subject)?.summary).toBe("specific");
    expect(book.take({ ...subject, stage: "Deploy" })?.summary).toBe("new");
  });

  it("applies as often as told", () => {
    const book = new OutcomeBook();
    book.add({ summary: "twice", times: 2, action: "Compile" });
    book.add({ summary: "always" });
    const taken = [1, 2, 3].map(() => book.take(subject)?.summary);
    expect(taken).toEqual(["twice", "twice", "always"]);
  });

  it("keeps outcomes of rules and actions apart", () => {
    const book = new OutcomeBook();
    book.add({ rule: "Alarm", summary: "rule" });
    expect(book.take(subject)).toBeUndefined();
    const { action, ...withoutAction } = subject;
    expect(action).toBe("Compile");
    expect(book.take({ ...withoutAction, rule: "Alarm" })?.summary).toBe("rule");
  });

  it("touches an approval only when its action or provider is named", () => {
    const book = new OutcomeBook();
    book.add({ pipeline: "shop", summary: "broad" });
    const ask: OutcomeSubject = { ...subject, action: "Ask", provider: "Manual", isAnswered: true };
    expect(book.take(ask)).toBeUndefined();
    book.add({ provider: "Manual", summary: "named" });
    expect(book.take(ask)?.summary).toBe("named");
  });

  it("forgets everything when cleared", () => {
    const book = new OutcomeBook();
    book.add({ summary: "gone" });
    book.clear();
    expect(book.take(subject)).toBeUndefined();
  });
});
