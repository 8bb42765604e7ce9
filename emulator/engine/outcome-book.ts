/** How actions or rules that start from now on will end; a member left out leaves that to the provider's model. */
export interface Outcome {
  account?: string;
  region?: string;
  pipeline?: string;
  stage?: string;
  /** Name of an action; such an outcome never applies to rules. */
  action?: string;
  /** Name of a rule; such an outcome never applies to actions. */
  rule?: string;
  provider?: string;
  /** How often it applies; without end when absent. */
  times?: number;
  durationMs?: number;
  /** Failed when absent and `errorDetails` is given. */
  status?: "Succeeded" | "Failed";
  errorDetails?: { code?: string; message?: string };
  summary?: string;
  /** Added to the provider's own variables. */
  outputVariables?: Record<string, string>;
  externalExecutionUrl?: string;
  /** Percentages, 0 to 100, reported at equal parts of the duration. */
  percentSteps?: number[];
}

/** What is about to start, for matching. */
export interface OutcomeSubject {
  account: string;
  region: string;
  pipeline: string;
  stage: string;
  action?: string;
  rule?: string;
  provider: string;
  /** Manual approvals and jobs end by an answer, so only an outcome that names their action or provider applies. */
  isAnswered?: boolean;
}

const selectors = ["account", "region", "pipeline", "stage", "action", "rule", "provider"] as const;

function specificity(outcome: Outcome): number {
  return selectors.filter((selector) => outcome[selector] !== undefined).length;
}

function applies(outcome: Outcome, subject: OutcomeSubject): boolean {
  if (subject.isAnswered && outcome.action === undefined && outcome.provider === undefined) return false;
  return selectors.every(
    (selector) => outcome[selector] === undefined || outcome[selector] === subject[selector],
  );
}

/** The scripted outcomes of a world. */
export class OutcomeBook {
  #outcomes: Outcome[] = [];

  add(outcome: Outcome): void {
    this.#outcomes.push({ ...outcome });
  }

  clear(): void {
    this.#outcomes = [];
  }

  /** Takes the most specific matching outcome, the newest of equals, and counts it against `times`. */
  take(subject: OutcomeSubject): Outcome | undefined {
    let best: Outcome | undefined;
    for (const outcome of this.#outcomes) {
      if (!applies(outcome, subject)) continue;
      if (!best || specificity(outcome) >= specificity(best)) best = outcome;
    }
    if (best?.times !== undefined) {
      best.times -= 1;
      if (best.times <= 0) this.#outcomes = this.#outcomes.filter((outcome) => outcome !== best);
    }
    return best;
  }
}
