import { Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { usePages } from "../../../graph/use-pages.ts";
import { changeKinds } from "../../../language/change-kinds.ts";
import { texts, useText } from "../../../language/language.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { PagedList } from "../../../parts/paged-list.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { useProfileWords } from "../profile-words.ts";
import classes from "./log.module.css";
import { WhistleLogDocument } from "./whistle-log.graphql.ts";

const said = texts(
  { list: "Log, oldest first", system: "recorded by the system" },
  { list: "全程留痕，最早在前", system: "系统自动记录" },
);

const PAGE_SIZE = 50;

/** Everything that happened to a whistle, oldest first; what happens while one looks is added at its end. */
export function WhistleLog({ number, latest }: { number: string; latest: number | undefined }) {
  const text = useText(said);
  const words = useProfileWords();
  const pages = usePages(WhistleLogDocument, { number, first: PAGE_SIZE }, ({ whistle }) => whistle?.log);
  const { rows, loading, refusals, more, again } = pages;
  const told = useRef(latest);
  useEffect(() => {
    if (loading || latest === told.current) return;
    told.current = latest;
    more();
  }, [latest, loading, more]);
  const unitName = useUnitNames(rows.map(({ actorUnit }) => actorUnit));
  return (
    <>
      <Refusals refusals={refusals} retry={again} />
      <PagedList
        {...pages}
        label={text.list}
        height={360}
        rowHeight={32}
        keyOf={({ at, kind, position }) => `${position} ${at} ${kind}`}
        render={({ at, kind, actorPost, actorUnit }) => (
          <div className={classes.entry}>
            <Moment at={at} c="dimmed" />
            <b>{changeKinds[kind]?.[words.language] ?? kind}</b>
            <Text span size="sm">
              {actorPost === "SERVICE" ? text.system : `${unitName(actorUnit)} · ${words.post(actorPost)}`}
            </Text>
          </div>
        )}
      />
    </>
  );
}
