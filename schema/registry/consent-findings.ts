import { type FieldDefinitionNode, Kind } from "graphql";
import type { Consent } from "../../subgraphs/shared/consent.ts";
import type { SubgraphDefinition } from "../../subgraphs/shared/subgraph.ts";
import type { CompositionFinding } from "./composition-finding.ts";
import { type CompositeDefinition, fieldSet, Requirements, textOf } from "./requirements.ts";

type Owner = Pick<SubgraphDefinition<unknown>, "name" | "consents">;

interface Use extends Pick<Consent, "field" | "to" | "for"> {
  /** The subgraph whose field it is. */
  readonly owner: string;
}

/**
 * Where one subgraph computes with what another holds (`@requires`), values go from owner to owner without a reader having
 * asked for them. The owner has to have consented, in its own definition; and a consent that nothing uses any more is to be
 * taken out, so that none waits for a use that nobody judged.
 */
export function consentFindings(
  supergraph: string,
  subgraphs: readonly Owner[],
): readonly CompositionFinding[] {
  const consents = new Map(
    subgraphs.flatMap(({ name, consents = [] }) =>
      consents.map((consent) => [idOf({ ...consent, owner: name }), { ...consent, owner: name }] as const),
    ),
  );
  const uses = new Map(usesIn(supergraph, subgraphs).map((use) => [idOf(use), use]));
  const missing = [...uses.values()].filter((use) => !consents.has(idOf(use)));
  const idle = [...consents.values()].filter((consent) => !uses.has(idOf(consent)));
  return [
    ...missing.map(({ owner, field, to, for: computed }) => ({
      code: "CONSENT_MISSING",
      message: `${computed} of ${to} is computed with ${field} of ${owner}, whose owner has not consented. Ask for it: the owner adds { field: "${field}", to: "${to}", for: "${computed}", … } to the consents in subgraphs/${owner}/${owner}.subgraph.ts.`,
    })),
    ...idle.map(({ owner, field, to, for: computed }) => ({
      code: "CONSENT_IDLE",
      message: `${owner} consents that ${to} computes ${computed} with ${field}, which it does not. Take the consent out of subgraphs/${owner}/${owner}.subgraph.ts.`,
    })),
  ];
}

const idOf = ({ owner, field, to, for: computed }: Use): string =>
  JSON.stringify([owner, field, to, computed]);

function usesIn(supergraph: string, subgraphs: readonly Owner[]): Use[] {
  const byGraph = new Map(subgraphs.map(({ name }) => [graphNameOf(name), name]));
  const nameOf = (graph: string): string => byGraph.get(graph) ?? graph;
  const requirements = new Requirements(supergraph);
  return requirements.all.flatMap((requirement) =>
    requirements.fieldsOf(requirement).flatMap(({ type, field }) => {
      if (!type || !field) return [];
      return holdersOf(type, field, requirement.graph).map((graph) => ({
        owner: nameOf(graph),
        field: `${type.name.value}.${field.name.value}`,
        to: nameOf(requirement.graph),
        for: requirement.coordinate,
      }));
    }),
  );
}

/** As composition names a subgraph in `join__Graph`. */
const graphNameOf = (subgraph: string): string => subgraph.toUpperCase().replaceAll("-", "_");

/** Which other subgraphs give a field to the one that requires it. None gives it a key of the entity: that names, and tells nothing. */
function holdersOf(type: CompositeDefinition, field: FieldDefinitionNode, requirer: string): string[] {
  const joined = (type.directives ?? []).filter(({ name }) => name.value === "join__type");
  const isKey = joined.some((each) => {
    const key = textOf(each, "key");
    return (
      key !== undefined &&
      textOf(each, "graph") === requirer &&
      fieldSet(key).selections.some(
        (selection) => selection.kind === Kind.FIELD && selection.name.value === field.name.value,
      )
    );
  });
  if (isKey) return [];
  const places = (field.directives ?? []).filter(({ name }) => name.value === "join__field");
  const holders = (places.length > 0 ? places : joined).filter(
    ({ arguments: args = [] }) =>
      !args.some(
        ({ name, value }) => name.value === "external" && value.kind === Kind.BOOLEAN && value.value,
      ),
  );
  const graphs = holders.flatMap((each) => textOf(each, "graph") ?? []);
  return graphs.includes(requirer) ? [] : [...new Set(graphs)];
}
