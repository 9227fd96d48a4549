/** Who a token says its bearer is. The page only shows this; what may be done is judged by the gateway, every time. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
  readonly division: string | undefined;
  readonly scopes: readonly string[];
  /** When the token ends, in milliseconds since 1970 by this machine's clock. */
  readonly endsAt: number;
}

/**
 * What a token says that has come this instant, or undefined where it is none. How long it is good for is counted from
 * now on: the clock of a desk may be wrong by hours, and would end every token or none.
 */
export function holderOf(token: string, now = Date.now()): Holder | undefined {
  const claims = claimsOf(token);
  if (!claims) return undefined;
  const { sub, name, post, unit, division, scope, iat, exp } = claims;
  const ends = Number(exp ?? 0) * 1_000;
  return {
    id: String(sub ?? ""),
    name: String(name ?? sub ?? ""),
    post: String(post ?? ""),
    unit: String(unit ?? ""),
    division: typeof division === "string" ? division : undefined,
    scopes: String(scope ?? "")
      .split(" ")
      .filter(Boolean),
    endsAt: typeof iat === "number" ? now + ends - iat * 1_000 : ends,
  };
}

/** Who, at which post, where: one person may hold several. Two tokens of the same say the same here. */
export const seatOf = ({ id, post, unit, division = "" }: Holder): string =>
  [id, post, unit, division].join(" ");

function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
