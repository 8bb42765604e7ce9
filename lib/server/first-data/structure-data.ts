import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import { PipelinePath } from "@/lib/contract/path";
import { StructureQuery } from "@/lib/contract/structure";
import { ApiError } from "../errors";
import { getPipelineStructure } from "../reads/get-pipeline-structure";
import { firstReply } from "./first-reply";
import { pipelineData } from "./pipeline-data";

/** What the structure page of a pipeline begins with. */
export interface StructureData {
  state: FirstReply | null;
  structure: FirstReply | null;
}

/**
 * GET …/state of one pipeline, and GET of its declaration. A page of no pipeline is not found; of a version there is
 * none of, it is the page that says so.
 */
export async function structureData(
  params: { target: string; pipeline: string },
  search: Readonly<Record<string, string | string[] | undefined>>,
): Promise<StructureData> {
  const path = PipelinePath.safeParse(params);
  const { version, compareWith } = search;
  const query = StructureQuery.safeParse({ version, compareWith });
  const read = path.success && query.success ? { path: path.data, query: query.data } : undefined;
  const [state, structure] = await Promise.all([
    pipelineData(params),
    read === undefined
      ? null
      : firstReply((viewer) => getPipelineStructure(viewer, read.path, read.query).catch(noSuchVersion)),
  ]);
  return { state, structure };
}

function noSuchVersion(error: unknown): null {
  if (error instanceof ApiError && error.code === "version.not-found") return null;
  throw error;
}
