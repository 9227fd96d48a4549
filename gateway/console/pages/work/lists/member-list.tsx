import { usePages } from "../../../graph/use-pages.ts";
import { useLanguage } from "../../../language/language.tsx";
import { type Member, memberMoves } from "../moves/place-moves.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkMembersDocument } from "./members.graphql.ts";

const words = {
  services: { en: "What residents can ask for", zh: "服务内容" },
  phone: { en: "Telephone", zh: "联系电话" },
} as const;

/** Who serves a resident's community, by the public card; each may be rated once a month (ZY-10). */
export function MemberList({ within }: { within: string }) {
  const { language } = useLanguage();
  const pages = usePages(WorkMembersDocument, { within, first: 50 }, ({ members }) => members);
  const rowOf = ({ id, name, phone, services, kind }: Member): Row => ({
    key: id,
    title: name,
    place: (language === "zh" ? kind?.nameZh : kind?.name) ?? undefined,
    state: null,
    facts: factsOf([words.services, services], [words.phone, phone]),
  });
  return <WorkList pages={pages} rowOf={rowOf} moves={memberMoves} />;
}
