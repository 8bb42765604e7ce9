import type { Place } from "../pipeline-lookup";
import type { Job } from "../record";
import { ServiceError } from "../service-error";
import type { Simulation } from "../simulation";
import type { JobBook } from "./job-book";

function foundIn(book: JobBook, id: string): Job {
  const job = book.find(id);
  if (!job) throw new ServiceError("JobNotFoundException", `The job '${id}' was not found`);
  return job;
}

/** A job of a custom action of the account and region. Throws JobNotFoundException. */
export function findJob(sim: Simulation, place: Place, id: string): Job {
  return foundIn(sim.region(place.account, place.region).jobs, id);
}

/**
 * A job of a partner's action in the region. Throws JobNotFoundException, and InvalidClientTokenException unless the token is
 * that of its client, which is the client's id.
 */
export function findPartnerJob(sim: Simulation, place: Place, id: string, clientToken: string): Job {
  const job = foundIn(sim.region(place.account, place.region).partnerJobs, id);
  if (job.clientId !== clientToken) {
    throw new ServiceError(
      "InvalidClientTokenException",
      `The client token is not that of the client of job '${id}'`,
    );
  }
  return job;
}
