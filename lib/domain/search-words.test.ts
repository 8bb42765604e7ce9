import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedWords, searchWords } from "./search-words";

const finds = (question: string, text: string) => {
  const words = searchWords(text);
  const asked = askedWords(question);
  return asked.length > 0 && asked.every((word) => words.some((one) => one.startsWith(word)));
};

describe("searchWords", () => {
  it.each([
    ["shop-12", "feature/SHOP-12-cart"],
    ["SHOP-12", "SHOP-12: round VAT"],
    ["12", "fix #12"],
    ["https://github.com/acme/web/commit/7B09F1E2AB#diff-1", "7b09f1e2ab"],
    ["https://gitlab.example/a/b/-/commit/7b09f1e2", "7b09f1e2ab"],
    ["see https://bitbucket.org/a/b/commits/7b09f1e2?at=main", "see 7b09f1e2ab"],
    ["vat ROUND", "SHOP-12: round VAT"],
    ["7b09", "7b09f1e2ab"],
    ["acme.example", "Say hello@acme.example"],
    ["fix(cart): t", "fix(cart): totals"],
    ["ÅNGSTRÖM", "ångström"],
    ["注文", "新しい注文画面"],
    ["🚀", "ship it 🚀"],
    ["עגלה", "תיקון עגלה"],
    ["script", "<script>alert(1)</script>"],
  ])("%s finds %s", (question, text) => expect(finds(question, text)).toBe(true));

  it.each([
    ["hop-12", "SHOP-12"],
    ["vat cart", "round VAT"],
    ["…", "round … VAT"],
    ["", "anything"],
  ])("%s does not find %s", (question, text) => expect(finds(question, text)).toBe(false));

  it("a long message costs no more than a short one", () => {
    const words = searchWords(
      "word".repeat(5000) + Array.from({ length: 5000 }, (_, i) => ` w${i}`).join(""),
    );
    expect(words.length).toBeLessThanOrEqual(300);
    expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(60);
  });

  it("whatever is asked in the very words of a text finds it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const asked = askedWords(text);
        const words = searchWords(text);
        return asked.every((word) => words.some((one) => one.startsWith(word)));
      }),
    );
  });
});
