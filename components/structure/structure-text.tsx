"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { countOf } from "@/lib/domain/count-words";
import { countWithheld, declarationDocument, WITHHELD } from "@/lib/domain/declaration-document";
import type { PipelineStructure } from "@/lib/domain/structure";

export interface StructureTextProps {
  structure: PipelineStructure;
  form: "json" | "yaml";
}

/** The declaration as a text to copy or keep, in the form the AWS CLI takes; what is withheld says so. */
export function StructureText({ structure, form }: StructureTextProps) {
  const text = useText(structure, form);
  const withheld = countWithheld(structure);
  const name = `${structure.name}-version-${structure.version ?? "unknown"}.${form}`;
  return (
    <section
      aria-label={`Declaration as ${form.toUpperCase()}`}
      className="min-w-0 rounded-card border bg-surface max-sm:rounded-none max-sm:border-x-0"
    >
      <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
        <p className="min-w-0 flex-1 basis-60 text-secondary text-ink-2">
          {withheld === 0
            ? "As the AWS CLI takes it for update-pipeline."
            : `Not whole: ${countOf(withheld, "value")} that may hold secrets ${withheld === 1 ? "is" : "are"} ${WITHHELD}. Fill them in before you give it to AWS.`}
        </p>
        <CopyButton text={text} label={withheld === 0 ? "Copy" : "Copy without secrets"} />
        <Button onClick={() => download(name, text)}>Download</Button>
      </div>
      <pre className="px-4 py-3 font-mono text-secondary break-words whitespace-pre-wrap text-ink">
        {text}
      </pre>
    </section>
  );
}

function useText(structure: PipelineStructure, form: "json" | "yaml"): string {
  const document = declarationDocument(structure);
  const [yaml, setYaml] = useState<{ of: PipelineStructure; text: string }>();
  useEffect(() => {
    if (form !== "yaml") return;
    let wanted = true;
    void import("yaml").then(({ stringify }) => {
      if (!wanted) return;
      const plain: unknown = JSON.parse(JSON.stringify(declarationDocument(structure)));
      setYaml({ of: structure, text: stringify(plain, { lineWidth: 0, aliasDuplicateObjects: false }) });
    });
    return () => {
      wanted = false;
    };
  }, [structure, form]);
  if (form === "json") return `${JSON.stringify(document, null, 2)}\n`;
  return yaml?.of === structure ? yaml.text : "";
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
