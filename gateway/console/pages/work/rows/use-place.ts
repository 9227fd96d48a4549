import { useNameOrCode } from "../../../parts/name-or-code.ts";

interface Coded {
  readonly code: string;
}

interface Named {
  readonly path: readonly { readonly name: string; readonly level: string }[];
}

/** What lies in a division, and maybe in a grid of it, whose names are asked for apart. */
interface Located {
  readonly division?: Coded | null | undefined;
  readonly divisionNamed?: Named | null | undefined;
  readonly grid?: Coded | null | undefined;
  readonly gridNamed?: { readonly name: string } | null | undefined;
}

/** Where it is as people say it; where that cannot be looked up just now, the code of the grid or the division. */
export function usePlace(): (located: Located | null | undefined) => string | undefined {
  const nameOrCode = useNameOrCode();
  return (located) =>
    nameOrCode(located?.grid?.code ?? located?.division?.code, located && placeOf(located)) || undefined;
}

/** Sub-district and community, or the grid, whose name says the community already. */
function placeOf({ divisionNamed, gridNamed }: Located): string | undefined {
  const path = divisionNamed?.path ?? [];
  const local = path.filter(({ level }) => level === "TOWNSHIP" || (level === "COMMUNITY" && !gridNamed));
  const names = (local.length > 0 || gridNamed ? local : path.slice(-1)).map(({ name }) => name);
  return [...names, ...(gridNamed ? [gridNamed.name] : [])].join(" ") || undefined;
}
