import { useClient } from "urql";
import { usePages } from "../../../graph/use-pages.ts";
import { useLanguage } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { WhistleClockStep } from "../../../language/terms.ts";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { contested, dueOf, ownPart } from "../../../parts/whistle-moves/whistle.ts";
import { whistleMoves } from "../../../parts/whistle-moves/whistle-moves.ts";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { useHolder } from "../../../session/session.tsx";
import type { WhistleFilter } from "../groups/group.ts";
import { OwnStep } from "../rows/own-step.tsx";
import { factsOf, type Row } from "../rows/row.ts";
import { usePlace } from "../rows/use-place.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkWhistleAgainDocument } from "./whistle-again.graphql.ts";
import { type WorkWhistleFragment, WorkWhistlesDocument } from "./whistles.graphql.ts";

const words = {
  blower: { en: "Blown by", zh: "吹哨单位" },
  demand: { en: "Asked for", zh: "吹哨事由" },
  units: { en: "Called", zh: "应哨单位" },
  contested: { en: "Contested", zh: "职责争议" },
  asked: { en: "Extension asked for", zh: "申请延期" },
} as const;

const PAGE_SIZE = 30;

/** Whistles that wait, the one whose next clock ends first on top. */
export function WhistleList({ filter }: { filter: WhistleFilter }) {
  const client = useClient();
  const holder = useHolder();
  const { language } = useLanguage();
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  const placeOf = usePlace();
  const pages = usePages(WorkWhistlesDocument, { filter, first: PAGE_SIZE }, ({ whistles }) => whistles);
  const reread = async ({ number }: WorkWhistleFragment) =>
    (await client.query(WorkWhistleAgainDocument, { number }, { requestPolicy: "network-only" }).toPromise())
      .data?.whistle;

  const rowOf = (whistle: WorkWhistleFragment): Row => {
    const { number, state, demand, matter, matterNamed, kindRules, blower, participants } = whistle;
    const part = holder && ownPart(whistle, holder);
    const against = contested(whistle);
    const asked = whistle.extensions?.find(({ decidedAt }) => !decidedAt);
    return {
      key: number,
      number,
      title: [
        language === "zh" ? kindRules.nameZh : kindRules.name,
        nameOrCode(matter?.code, matterNamed?.name),
      ]
        .filter(Boolean)
        .join(" · "),
      href: `/whistles/${number}`,
      place: placeOf(whistle),
      state: (
        <>
          <WhistleStateBadge state={state} />
          {part ? <OwnStep part={part} /> : null}
        </>
      ),
      due: holder ? dueOf(whistle, holder) : undefined,
      since: whistle.createdAt,
      facts: factsOf(
        [words.demand, demand],
        [
          words.blower,
          blower?.code === holder?.unit ? undefined : nameOrCode(blower?.code, whistle.blowerNamed?.name),
        ],
        [
          words.units,
          part
            ? undefined
            : participants
                .filter(({ releasedAt }) => !releasedAt)
                .map(({ unit, unitNamed }) => nameOrCode(unit?.code, unitNamed?.name))
                .join("、"),
        ],
        [
          words.contested,
          against &&
            `${nameOrCode(against.unit?.code, against.unitNamed?.name)}：${against.disputeReason ?? ""}`,
        ],
        [
          words.asked,
          asked &&
            `${nameOrCode(asked.unit?.code, asked.unitNamed?.name)} · ${term(WhistleClockStep, asked.step)} +${asked.amount}：${asked.reason}`,
        ],
      ),
    };
  };
  return <WorkList pages={pages} rowOf={rowOf} moves={whistleMoves} reread={reread} />;
}
