interface Parts {
  readonly participants: readonly { readonly unit: { readonly code: string } | null }[];
  readonly clocks?: readonly { readonly step: string; readonly ordinal: number }[] | null;
}

/** By what a called unit and a clock are marked. */
export const unitPart = (code: string | undefined): string => `unit ${code ?? ""}`;
export const clockPart = ({ step, ordinal }: { step: string; ordinal: number }): string =>
  `clock ${step} ${ordinal}`;

/** Which parts of a whistle read differently than before: fields by name, called units and clocks one by one. */
export function changedParts<Whistle extends Parts>(before: Whistle, after: Whistle): Set<string> {
  const earlier = partsOf(before);
  const changed = new Set<string>();
  for (const [part, value] of partsOf(after)) if (earlier.get(part) !== value) changed.add(part);
  return changed;
}

function partsOf({ participants, clocks, ...fields }: Parts): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)] as const),
    ...participants.map((each) => [unitPart(each.unit?.code), JSON.stringify(each)] as const),
    ...(clocks ?? []).map((each) => [clockPart(each), JSON.stringify(each)] as const),
  ]);
}
