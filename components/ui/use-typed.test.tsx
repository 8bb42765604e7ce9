import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { useTyped } from "./use-typed";

function Box({ q }: { q: string }) {
  const [text, type] = useTyped(q);
  return <input aria-label="box" value={text} onChange={(event) => type(event.target.value)} />;
}

function box() {
  const { rerender } = render(<Box q="" />);
  const input = screen.getByLabelText<HTMLInputElement>("box");
  return { input, address: (q: string) => rerender(<Box q={q} />) };
}

test("a letter typed before the address took the one before it stays", () => {
  const { input, address } = box();
  fireEvent.change(input, { target: { value: "a" } });
  fireEvent.change(input, { target: { value: "ab" } });
  address("a");
  expect(input.value).toBe("ab");
  address("ab");
  expect(input.value).toBe("ab");
});

test("after Back the box says what the address says, though it has the focus and was typed in", () => {
  const { input, address } = box();
  input.focus();
  fireEvent.change(input, { target: { value: "a" } });
  fireEvent.change(input, { target: { value: "ab" } });
  address("ab");
  address("a");
  expect(input.value).toBe("a");
});

test("blanks around what is typed are not in the address, and stay in the box", () => {
  const { input, address } = box();
  fireEvent.change(input, { target: { value: "a " } });
  address("a");
  expect(input.value).toBe("a ");
});
