import { WordedError } from "../../scripts/processes/worded-error";

/** One control call of the emulator at `url`; throws when it is refused. */
export async function control(url: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${url}/_emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new WordedError(`The control call ${path} was refused: ${text.slice(0, 200)}`);
}
