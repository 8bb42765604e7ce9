import { allCommits } from "./commits-of";

const TICKET = /^([A-Z]+)-(\d+)/;

/** Hands out ticket numbers of projects such as SHOP, from above and below those that commits already name. */
export class TicketBook {
  private readonly newest = new Map<string, number>();
  private readonly oldest = new Map<string, number>();

  constructor() {
    for (const message of allCommits()) {
      const [, project, digits] = TICKET.exec(message) ?? [];
      if (project === undefined) continue;
      const number = Number(digits);
      this.newest.set(project, Math.max(number, this.newest.get(project) ?? 0));
      this.oldest.set(project, Math.min(number, this.oldest.get(project) ?? number));
    }
  }

  /** The project's next ticket. */
  next(project: string): string {
    const number = (this.newest.get(project) ?? 0) + 1;
    this.newest.set(project, number);
    return `${project}-${number}`;
  }

  /** A ticket from before all that commits name, lower the more commits came since. */
  older(project: string, commitsSince: number): string {
    const oldest = this.oldest.get(project) ?? 0;
    return `${project}-${Math.max(1, oldest - Math.ceil(commitsSince / 2))}`;
  }
}
