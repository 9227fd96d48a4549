/** The console's rooms by the first part of their path, in the order of the navigation. The server answers these alone. */
export const rooms = ["overview", "case", "work", "whistles", "tickets", "access"] as const;
export type Room = (typeof rooms)[number];

/** Paths that are the console's: `/`, each room and whatever is below it, and the two ends of signing in. */
export const consolePath = new RegExp(`^/((${[...rooms, "sign-in", "signed-in"].join("|")})(/.*)?)?$`);
