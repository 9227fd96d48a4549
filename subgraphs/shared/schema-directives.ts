import { Directive, getMetadataStorage } from "type-graphql";

/** The federation directives our classes carry, so that no file spells their syntax by hand. */

/** `@key`: the fields that identify the entity across subgraphs. */
export const Key = (fields: string, options: { resolvable?: boolean } = {}) =>
  Directive(`@key(fields: "${fields}"${options.resolvable === false ? ", resolvable: false" : ""})`);

/** Anybody may see it, without a token. Everything not marked so is emitted with `@authenticated`. */
export const Public = () => Directive('@tag(name: "public")');

/** What `@Personal` (shared/personal.ts) leaves in the contract. */
export const personalTag = "personal";

/** What `@Subject` (shared/subject.ts) leaves in the contract. */
export const subjectTag = "subject";

/** For the gateway alone: clients are not shown that there is such a field. */
export const Inaccessible = () => Directive("@inaccessible");

/** On a field of a public type: only a signed-in caller reads it, whatever the scopes. */
export const Authenticated = () => Directive("@authenticated");

/** `@requiresScopes`: all scopes of one inner list must be held; holding one list is enough. */
export const RequiresScopes = (...alternatives: readonly (readonly string[])[]) =>
  Directive(`@requiresScopes(scopes: ${JSON.stringify(alternatives)})`);

/**
 * On a subgraph's schema: what the codes of its owner's units end in, and what the owner is called in Chinese. Composition
 * keeps it with the subgraph's name alone.
 */
export const ownerTag = (subgraph: string, owner: string, ownerZh: string): string =>
  `owner:${subgraph}:${owner}:${ownerZh}`;

/** Stands for `grantPolicy` until the schema is built: only then is it known whose it is. */
export const grantedByOwner = "granted";

/**
 * The policy that the gateway decides: whether the owner of a subgraph granted the caller what is asked for; `through`
 * names another type by whose grant it is opened.
 */
export const grantPolicy = (subgraph: string, owner: string, through?: string): string =>
  [grantedByOwner, subgraph, owner, ...(through ? [through] : [])].join(":");

/** The policy that whoever serves anywhere meets: the owner's stores show them the rows they take part in, and no others. */
export const takingPart = "taking-part";

interface GrantedOptions {
  /** Also without a grant, as far as the owner's process involves the reader: it registers, dispatches, handles. */
  readonly orTakingPart?: boolean;
}

const granted = (policy: string, { orTakingPart = false }: GrantedOptions) =>
  Directive(`@policy(policies: ${JSON.stringify([[policy], ...(orTakingPart ? [[takingPart]] : [])])})`);

/**
 * Another department reads it only on a grant (授权) of the owner's in force, stating its basis; see `reachOf` for the rows.
 * The owner's staff and residents need none.
 */
export const Granted = (options: GrantedOptions = {}) => granted(grantedByOwner, options);

/** On a type that only leads to another: whoever may read anything of that one may pass. */
export const GrantedWith = (type: string, options: GrantedOptions = {}) =>
  granted(`${grantedByOwner}:${type}`, options);

/** How another department comes to read the class; undefined where it needs no grant. */
export function grantedOptionsOf(target: object): GrantedOptions | undefined {
  const directive = getMetadataStorage()
    .classDirectives.filter((each) => each.target === target)
    .map(({ directive: { nameOrDefinition } }) => nameOrDefinition)
    .find((text) => text.includes(`"${grantedByOwner}"`));
  return directive === undefined ? undefined : { orTakingPart: directive.includes(`"${takingPart}"`) };
}

export const Shareable = () => Directive("@shareable");
export const External = () => Directive("@external");
export const Requires = (fields: string) => Directive(`@requires(fields: "${fields}")`);

/** `@cost`/`@listSize`: what a list costs, for the gateway's limits. */
export const ListSize = (assumed: number) => Directive(`@listSize(assumedSize: ${assumed})`);

/** What a field costs beside what is selected of it, for the gateway's limits: one is an object read by its key. */
export const Cost = (weight: number) => Directive(`@cost(weight: ${weight})`);
