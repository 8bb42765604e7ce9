import { PLATFORM_COMMITS, UPKEEP_COMMITS } from "./acme-commits-platform";
import { SHOP_COMMITS } from "./acme-commits-shop";
import type { TicketBook } from "./ticket-book";

/** Own messages in order with a chore after every second one. */
function sequenceFor(repository: string): string[] {
  const own = SHOP_COMMITS[repository] ?? PLATFORM_COMMITS[repository] ?? [];
  const offset = repository.length % UPKEEP_COMMITS.length;
  return own.flatMap((message, index) => {
    const chore = UPKEEP_COMMITS[(offset + index) % UPKEEP_COMMITS.length];
    return index % 2 === 0 && index < own.length - 6 && chore !== undefined ? [message, chore] : [message];
  });
}

/** Commit messages of one repository: the last of `planned` pushes carry its newest ones, each once; what comes after has new ticket numbers. */
export class CommitFeed {
  private readonly sequence: string[];
  private readonly planned: number;
  private readonly tickets: TicketBook;
  private handedOut = 0;

  constructor(repository: string, planned: number, tickets: TicketBook) {
    this.sequence = sequenceFor(repository);
    this.planned = planned;
    this.tickets = tickets;
  }

  next(): string {
    const length = Math.max(1, this.sequence.length);
    const place = (((this.handedOut - this.planned) % length) + length) % length;
    const message = this.sequence[place] ?? "Small fixes";
    const beyond = this.handedOut - this.planned;
    this.handedOut += 1;
    return beyond < 0 ? message : this.tickets.renumber(message);
  }
}
