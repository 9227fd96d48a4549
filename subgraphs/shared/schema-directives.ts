import { Directive, getMetadataStorage } from "type-graphql";

/** The federation directives our classes carry, so that no file spells their syntax by hand. */

/** `@key`: the fields that identify the entity across subgraphs. */
export const Key = (fields: string, options: { resolvable?: boolean } = {}) =>
  Directive(`@key(fields: "${fields}"${options.resolvable === false ? ", resolvable: false" : ""})`);

/** Anybody may see it, without a token. Everything not marked so is emitted with `@authenticated`. */
export const Public = () => Directive('@tag(name: "public")');

/** What `@Personal` (shared/personal.ts) leaves in the contract. */
export const personalTag = "personal";

/** On a field of a public type: only a signed-in caller reads it, whatever the scopes. */
export const Authenticated = () => Directive("@authenticated");

/** `@requiresScopes`: all scopes of one inner list must be held; holding one list is enough. */
export const RequiresScopes = (...alternatives: readonly (readonly string[])[]) =>
  Directive(`@requiresScopes(scopes: ${JSON.stringify(alternatives)})`);

/** Stands for `grantPolicy` until the schema is built: only then is it known whose it is. */
export const grantedByOwner = "granted";

/**
 * The policy that the gateway decides: whether the owner of a subgraph granted the caller what is asked for; `through`
 * names another type by whose grant it is opened.
 */
export const grantPolicy = (subgraph: string, owner: string, through?: string): string =>
  [grantedByOwner, subgraph, owner, ...(through ? [through] : [])].join(":");

/**
 * Another department reads it only on a grant (授权) of the owner's in force, stating its basis; see `reachOf` for the rows.
 * The owner's staff and residents need none.
 */
export const Granted = () => Directive(`@policy(policies: [["${grantedByOwner}"]])`);

/** On a type that only leads to another: whoever was granted anything of that one may pass. */
export const GrantedWith = (type: string) => Directive(`@policy(policies: [["${grantedByOwner}:${type}"]])`);

/** Whether another department reads the class only on a grant. */
export const isGranted = (target: object): boolean =>
  getMetadataStorage().classDirectives.some(
    (each) => each.target === target && each.directive.nameOrDefinition.includes(`"${grantedByOwner}"`),
  );

export const Shareable = () => Directive("@shareable");
export const External = () => Directive("@external");
export const Requires = (fields: string) => Directive(`@requires(fields: "${fields}")`);

/** `@cost`/`@listSize`: what a list costs, for the gateway's limits. */
export const ListSize = (assumed: number) => Directive(`@listSize(assumedSize: ${assumed})`);
