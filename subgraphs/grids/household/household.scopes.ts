/**
 * What opens households and residents: the scope of those who look after them, or the resident's own. Which rows it
 * opens is decided by `householdSight`.
 */
export const householdScopes = [["resident:read"], ["resident:self"]] as const;
