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
    ...Object.entries(fields).map(([name, value]) => [name, readAs({ [name]: value })] as const),
    ...participants.map((each) => [unitPart(each.unit?.code), readAs(each)] as const),
    ...(clocks ?? []).map((each) => [clockPart(each), readAs(each)] as const),
  ]);
}

/** What is asked for its name alone is left out: that a name cannot be looked up just now changes nothing. */
const readAs = (part: object): string =>
  JSON.stringify(part, (name, value) => (name.endsWith("Named") ? undefined : value));
