import { Post, type Principal, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { grantPolicy, takingPart } from "../../subgraphs/shared/schema-directives.ts";
import { type SmallFederation, smallFederation } from "../testkit/federation.ts";
import { person } from "../testkit/people.ts";

/** What stands where the caller may not look: nowhere in an answer, whatever else is in it. */
export const secret = "SECRET";

/** One way a schema closes something, with somebody it is closed to and, where anybody may see it, somebody who may. */
export interface Guard {
  readonly name: string;
  readonly directive: string;
  readonly outsider: Principal | null;
  readonly insider: Principal | undefined;
}

const clerk = person(Post.COMMUNITY_STAFF, { unit: "430105010001", scopes: ["other:read"] });

export const guards: readonly Guard[] = [
  { name: "`@authenticated`", directive: "@authenticated", outsider: null, insider: clerk },
  {
    name: "`@requiresScopes`",
    directive: '@requiresScopes(scopes: [["secret:read"]])',
    outsider: clerk,
    insider: { ...clerk, scopes: ["secret:read"] },
  },
  {
    name: "`@policy`, a grant",
    directive: `@policy(policies: [["${grantPolicy("keeper", "KEEPERS-BUREAU")}"]])`,
    outsider: { ...clerk, scopes: ["secret:read"] },
    insider: person(Post.RESPONDER, { unit: "430105-KEEPERS-BUREAU" }),
  },
  {
    name: "`@policy`, a grant or taking part",
    directive: `@policy(policies: [["${grantPolicy("keeper", "KEEPERS-BUREAU")}"], ["${takingPart}"]])`,
    outsider: servicePrincipal("evaluation"),
    insider: clerk,
  },
  {
    name: "`@policy`, undecided",
    directive: '@policy(policies: [["somebody-decides-this"]])',
    outsider: person(Post.RESPONDER, { unit: "430105-KEEPERS-BUREAU", scopes: ["secret:read"] }),
    insider: undefined,
  },
];

/**
 * A graph that has one secret, behind one guard, at every kind of place a schema knows: as a guarded field of open types,
 * and as an open field of a guarded type.
 */
export function auditedGraph({ directive }: Guard): Promise<SmallFederation> {
  const box = { __typename: "Box", id: "1", secret, open: "open" };
  const vault = { __typename: "Vault", id: "1", secret };
  return smallFederation({
    keeper: {
      sdl: `
        type Query {
          root: String ${directive} box: Box boxes: [[Box!]!] shape: Shape held: [Held]
          vault: Vault vaults: [Vault] thing: Thing
        }
        type Mutation { touch: Box unlock: Vault }
        type Subscription { ticked: Box opened: Vault }
        interface Shape { secret: String }
        interface Thing { id: ID! }
        union Held = Box | Vault
        type Box implements Shape @key(fields: "id") { id: ID! open: String hidden: String @inaccessible secret: String ${directive} vault: Vault }
        type Vault implements Thing @key(fields: "id") ${directive} { id: ID! secret: String }`,
      resolvers: {
        Query: {
          root: () => secret,
          box: () => box,
          boxes: () => [[box]],
          shape: () => box,
          held: () => [box, vault],
          vault: () => vault,
          vaults: () => [vault],
          thing: () => vault,
        },
        Mutation: { touch: () => box, unlock: () => vault },
        Subscription: {
          ticked: {
            subscribe: async function* () {
              yield { ticked: box };
            },
          },
          opened: {
            subscribe: async function* () {
              yield { opened: vault };
            },
          },
        },
        Box: { __resolveReference: () => box, vault: () => vault },
        Vault: { __resolveReference: () => vault },
      },
    },
    neighbour: {
      sdl: `
        type Query { pointer: Box vaultPointer: Vault }
        type Box @key(fields: "id") { id: ID! secret: String @external derived: String @requires(fields: "secret") ${directive} }
        type Vault @key(fields: "id") { id: ID! extra: String }`,
      resolvers: {
        Query: { pointer: () => ({ id: "1" }), vaultPointer: () => ({ id: "1" }) },
        Box: { derived: ({ secret: required }: { secret: string }) => `of ${required}` },
        Vault: { extra: () => secret },
      },
    },
  });
}
