import { PLATFORM_COMMITS } from "./acme-commits-platform";
import { SHOP_COMMITS } from "./acme-commits-shop";

const TICKET = /^([A-Z]+)-(\d+)/;

/** Hands out ticket numbers of projects such as SHOP, from above those that commits already name. */
export class TicketBook {
  private readonly newest = new Map<string, number>();

  constructor() {
    for (const message of [SHOP_COMMITS, PLATFORM_COMMITS].flatMap((commits) =>
      Object.values(commits).flat(),
    )) {
      const [, project, number] = TICKET.exec(message) ?? [];
      if (project !== undefined) {
        this.newest.set(project, Math.max(Number(number), this.newest.get(project) ?? 0));
      }
    }
  }

  /** The message with its project's next number, unchanged when it names no ticket. */
  renumber(message: string): string {
    return message.replace(TICKET, (_ticket, project: string) => {
      const number = (this.newest.get(project) ?? 0) + 1;
      this.newest.set(project, number);
      return `${project}-${number}`;
    });
  }
}
