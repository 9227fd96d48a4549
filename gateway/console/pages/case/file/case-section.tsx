import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import type { Refusal } from "../../../graph/refusal.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { WhyMissing } from "../departments/why-missing.tsx";

/** One chapter of the case page. */
export function CaseSection({
  title,
  waiting = false,
  lines = 3,
  refusals = [],
  missing,
  again,
  children,
}: {
  title: string;
  waiting?: boolean;
  /** About how many lines it will have. */
  lines?: number;
  /** Why the whole of it is missing. */
  refusals?: readonly Refusal[];
  /** Why some of what it shows is missing. */
  missing?: { readonly refusals: readonly Refusal[]; readonly number: string };
  again?: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="xs">
        {title}
      </Title>
      <Refusals refusals={refusals} {...(again ? { retry: again } : {})} />
      {waiting ? <Waiting lines={lines} height={22} /> : children}
      {missing && !waiting ? <WhyMissing {...missing} {...(again ? { again } : {})} /> : null}
    </section>
  );
}
