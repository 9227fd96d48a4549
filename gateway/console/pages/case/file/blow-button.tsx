import { Button } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import { CaseBlowDocument } from "./case-blow.graphql.ts";
import { useCase } from "./use-case.ts";

const said = texts(
  { blow: "Blow a whistle from it", why: "Why no whistle can be blown" },
  { blow: "从此工单吹哨", why: "暂不能吹哨的原因" },
);

/** What stands against the reader and not against the ticket: it is not theirs to blow, whatever becomes of the case. */
const againstTheReader: ReadonlySet<string> = new Set(["WHISTLE_WRONG_BLOWER", "WHISTLE_ELSEWHERE"]);

/** The way to blowing a whistle from the ticket, or to what stands against it for now; for those who may blow some kind here. */
export function BlowButton({ number, changes }: { number: string; changes: number }) {
  const text = useText(said);
  const { data } = useCase(CaseBlowDocument, { number }, changes);
  const own = (data?.whistleOptions ?? []).filter(
    ({ findings }) => !findings.some(({ code }) => againstTheReader.has(code)),
  );
  if (own.length === 0) return null;
  return (
    <Button variant="default" component={Link} href={`/whistles/new?ticket=${number}`}>
      {own.some(({ allowed }) => allowed) ? text.blow : text.why}
    </Button>
  );
}
