const keyOf = (of: string): string => `whistlegraph:whistle-draft:${of}`;

/** What was filled in for a ticket, or for a whistle to be raised, in this browser tab and not sent yet. */
export function draftOf<Values extends object>(of: string, blank: Values): Values {
  try {
    return { ...blank, ...JSON.parse(sessionStorage.getItem(keyOf(of)) ?? "{}") };
  } catch {
    return blank;
  }
}

export const keepDraft = (of: string, values: object): void =>
  sessionStorage.setItem(keyOf(of), JSON.stringify(values));

export const dropDraft = (of: string): void => sessionStorage.removeItem(keyOf(of));
