/** Who a token says its bearer is. The page only shows this; what may be done is judged by the gateway, every time. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
  readonly division: string | undefined;
  readonly scopes: readonly string[];
  /** When the token ends, in milliseconds since 1970. */
  readonly endsAt: number;
}

/** What a token says, or undefined where it is none. */
export function holderOf(token: string): Holder | undefined {
  const claims = claimsOf(token);
  if (!claims) return undefined;
  const { sub, name, post, unit, division, scope, exp } = claims;
  return {
    id: String(sub ?? ""),
    name: String(name ?? sub ?? ""),
    post: String(post ?? ""),
    unit: String(unit ?? ""),
    division: typeof division === "string" ? division : undefined,
    scopes: String(scope ?? "")
      .split(" ")
      .filter(Boolean),
    endsAt: Number(exp ?? 0) * 1_000,
  };
}

function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
