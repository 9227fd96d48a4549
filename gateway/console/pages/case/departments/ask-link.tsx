import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import { useHolder } from "../../../session/session.tsx";
import { useGrounds } from "../grounds/grounds.tsx";

const said = texts({ ask: "Ask the owner for access" }, { ask: "向其申请开放" });

/** Leads to where the owner is asked: grants name types and their fields, never the list by which one came to them. */
export function AskLink({ owner, fields, number }: { owner: string; fields: string; number: string }) {
  const text = useText(said);
  const { basis } = useGrounds();
  if (useHolder()?.post === "RESIDENT") return null;
  const asked = new URLSearchParams({ owner, fields, case: number, ...(basis ? { basis } : {}) });
  return (
    <Anchor component={Link} href={`/access/ask?${asked}`} size="sm" underline="always" className="no-print">
      {text.ask}
    </Anchor>
  );
}
