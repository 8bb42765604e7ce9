/** The control: a document of as many rows of the same height, plain text without a script. */
export function plainList(rows: number, rowPx: number): string {
  const lines = Array.from(
    { length: rows },
    (_row, index) => `<li>Succeeded ${index} Show delivery slots in the cart</li>`,
  );
  return [
    '<!doctype html><html lang="en"><title>Plain list</title>',
    `<style>body,ul{margin:0;padding:0;list-style:none}li{height:${rowPx}px;overflow:hidden}</style>`,
    `<body><ul>${lines.join("")}</ul></body></html>`,
  ].join("\n");
}
