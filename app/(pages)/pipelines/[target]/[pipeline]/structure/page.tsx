import type { Metadata } from "next";
import { decodedParams } from "@/components/pipelines/decoded-params";
import { StructurePage } from "@/components/structure/structure-page";
import { accessData } from "@/lib/server/first-data/access-data";
import { structureData } from "@/lib/server/first-data/structure-data";

interface PageProps {
  params: Promise<{ target: string; pipeline: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { target, pipeline } = decodedParams(await params);
  return { title: `Structure of ${pipeline} in ${target}` };
}

export default async function Page({ params, searchParams }: PageProps) {
  const { target, pipeline } = decodedParams(await params);
  const place = { target, pipeline };
  const [first, access] = await Promise.all([structureData(place, await searchParams), accessData(place)]);
  return <StructurePage key={`${target}/${pipeline}`} {...place} first={first} access={access} />;
}
