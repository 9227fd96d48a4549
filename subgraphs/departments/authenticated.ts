import { Directive } from "type-graphql";

/** On a field of a public type: only a signed-in caller reads it, whatever the scopes. */
export const Authenticated = () => Directive("@authenticated");
