import { useRoute } from "wouter";
import { CaseFile } from "./file/case-file.tsx";
import { LookUp } from "./look-up/look-up.tsx";
import { isCaseNumber } from "./look-up/look-up-kind.ts";

/** Where cases are looked up, and each one's own page; what is no case's number is looked up, and leaves the address. */
export function CasePage() {
  const [, params] = useRoute<{ number: string }>("/case/:number");
  const number = params?.number;
  return number && isCaseNumber(number) ? (
    <CaseFile key={number} number={number} />
  ) : (
    <LookUp inPath={number} />
  );
}
