/** As it is compared: full-width characters as half-width ones, no capitals, white space as one blank. */
export const normalised = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
