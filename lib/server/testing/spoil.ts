import "server-only";

/** The same answers with their n-th member, counted through the whole tree, replaced; the answers' own names do not count. */
export function spoil<Answers extends object>(answers: Answers, position: number, value: unknown): Answers {
  let count = 0;
  const text = JSON.stringify(answers, (key, member: unknown) => {
    if (key === "" || Object.hasOwn(answers, key)) return member;
    count += 1;
    return count === position ? value : member;
  });
  const spoilt: Answers = JSON.parse(text);
  return spoilt;
}
