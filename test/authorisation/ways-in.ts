/** A way to ask for what is guarded. */
export interface WayIn {
  readonly name: string;
  readonly operation: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** To a guarded field of an open type. */
export const toField: readonly WayIn[] = [
  { name: "a root field", operation: "{ root }" },
  { name: "a field of an object", operation: "{ box { open secret } }" },
  { name: "a list of lists", operation: "{ boxes { secret } }" },
  { name: "an alias", operation: "{ box { open: secret } }" },
  { name: "twice, under two names", operation: "{ box { one: secret } again: box { two: secret } }" },
  { name: "a named fragment", operation: "{ box { ...F } } fragment F on Box { secret }" },
  {
    name: "a fragment in a fragment",
    operation: "{ box { ...F } } fragment F on Box { ...G } fragment G on Box { secret }",
  },
  { name: "an inline fragment", operation: "{ box { ... { secret } ... on Box { secret } } }" },
  { name: "an interface's field", operation: "{ shape { secret } }" },
  { name: "a type condition in an interface", operation: "{ shape { ... on Box { secret } } }" },
  { name: "a type condition in a union", operation: "{ held { ... on Box { secret } } }" },
  {
    name: "an interface's condition in a union",
    operation: "{ held { ... on Shape { secret } } }",
  },
  { name: "an entity another subgraph points at", operation: "{ pointer { secret } }" },
  { name: "a field that requires it (`@requires`)", operation: "{ pointer { derived } }" },
  { name: "the same in the owner's own entity", operation: "{ box { derived } }" },
  {
    name: "`@include` by a variable",
    operation: "query ($yes: Boolean!) { box { secret @include(if: $yes) } }",
    variables: { yes: true },
  },
  {
    name: "`@skip` by a variable",
    operation: "query ($no: Boolean!) { box { ... @skip(if: $no) { secret } } }",
    variables: { no: false },
  },
  { name: "a mutation's answer", operation: "mutation { touch { secret } }" },
  { name: "an event of a subscription", operation: "subscription { ticked { open secret } }" },
  { name: "one of several operations", operation: "query A { box { open } } query B { box { secret } }" },
];

/** To an open field of a guarded type. */
export const toType: readonly WayIn[] = [
  { name: "a root field", operation: "{ vault { secret } }" },
  { name: "its key alone", operation: "{ vault { id } }" },
  { name: "its type's name alone", operation: "{ vault { __typename } }" },
  { name: "a field of an object", operation: "{ box { vault { secret } } }" },
  { name: "a list", operation: "{ vaults { secret } }" },
  { name: "an alias", operation: "{ box: vault { open: secret } }" },
  { name: "a named fragment on it", operation: "{ vault { ...F } } fragment F on Vault { secret }" },
  { name: "a type condition in a union", operation: "{ held { ... on Vault { secret } } }" },
  { name: "an interface it is of", operation: "{ thing { id } }" },
  { name: "a type condition in an interface", operation: "{ thing { ... on Vault { secret } } }" },
  { name: "an entity another subgraph points at", operation: "{ vaultPointer { secret } }" },
  { name: "what another subgraph adds to it", operation: "{ vaultPointer { extra } }" },
  {
    name: "`@include` by a variable",
    operation: "query ($yes: Boolean!) { vault @include(if: $yes) { secret } }",
    variables: { yes: true },
  },
  { name: "a mutation's answer", operation: "mutation { unlock { secret } }" },
  { name: "an event of a subscription", operation: "subscription { opened { secret } }" },
];
