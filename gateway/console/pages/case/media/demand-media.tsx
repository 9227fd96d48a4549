import { Button, Skeleton, Text } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { MediaKind } from "../../../language/terms.ts";
import { PartMark } from "../departments/part-mark.tsx";
import type { CasePeopleQuery } from "../file/case-people.graphql.ts";
import type { Why } from "../file/missing.tsx";
import { usePreparing } from "../file/printing.tsx";
import { useGrounds } from "../grounds/grounds.tsx";
import type { CaseMediaFragment } from "./case-media.graphql.ts";
import classes from "./media.module.css";
import { mediaTexts } from "./media.text.ts";
import { MediaDialog } from "./media-dialog.tsx";
import { type OpenedFile, useFiles } from "./use-files.ts";

type Demand = NonNullable<CasePeopleQuery["ticket"]>["demands"]["edges"][number]["node"];

/** What came with a demand; on other grounds it is looked at anew, as everything of the case. */
export function DemandMedia({ demand, why }: { demand: Demand; why: Why }) {
  const { basis } = useGrounds();
  return demand.media.length > 0 ? <MediaList key={basis ?? ""} demand={demand} why={why} /> : null;
}

/** Photos as small as a thumb, fetched when they come into sight; what has sound by its name. Each opens large. */
function MediaList({ demand: { number, media }, why }: { demand: Demand; why: Why }) {
  const text = useText(mediaTexts);
  const term = useTerm();
  const files = useFiles();
  const [large, setLarge] = useState<number>();
  const names = media.map(({ kind }, index) => text.nth(term(MediaKind, kind), index + 1, media.length));
  const openable = media.flatMap(({ url }, index) => (url ? [index] : []));
  const enlarge = (index: number) => {
    files.open(media[index]?.url ?? null);
    setLarge(index);
  };
  const step = (by: 1 | -1) => {
    const at = openable.indexOf(large ?? -1);
    const next = openable[(at + by + openable.length) % openable.length];
    if (next !== undefined) enlarge(next);
  };
  const shown = large === undefined ? undefined : media[large];
  return (
    <>
      <ul className={classes.list} aria-label={text.title}>
        {media.map((each, index) => (
          <li key={each.id} className={classes.item}>
            {each.url ? (
              <Thumbnail
                media={each}
                name={names[index] ?? ""}
                demand={number}
                file={files.of(each.url)}
                open={() => files.open(each.url)}
                again={() => files.again(each.url)}
                enlarge={() => enlarge(index)}
              />
            ) : (
              <Closed name={names[index] ?? ""} kind={each.kind} refusal={why("media", index, "url")} />
            )}
          </li>
        ))}
      </ul>
      <MediaDialog
        media={shown}
        name={large === undefined ? "" : text.came(names[large] ?? "", number)}
        fileName={`${number}-${(large ?? 0) + 1}`}
        file={files.of(shown?.url ?? null)}
        again={() => files.again(shown?.url ?? null)}
        step={openable.length > 1 ? step : undefined}
        onClose={() => setLarge(undefined)}
      />
    </>
  );
}

function Closed({
  name,
  kind,
  refusal,
}: {
  name: string;
  kind: CaseMediaFragment["kind"];
  refusal: ReturnType<Why>;
}) {
  const text = useText(mediaTexts);
  const down = refusal?.fault === "SYSTEM";
  return (
    <div className={classes.closed}>
      <Text size="sm">{name}</Text>
      <PartMark state={down ? "DOWN" : "WITHHELD"} />
      {down || kind === "PHOTO" ? null : (
        <Text size="xs" c="dimmed">
          {text.sound}
        </Text>
      )}
    </div>
  );
}

function Thumbnail({
  media: { kind, bytes },
  name,
  demand,
  file,
  open,
  again,
  enlarge,
}: {
  media: CaseMediaFragment;
  name: string;
  demand: string;
  file: OpenedFile | undefined;
  open: () => void;
  again: () => void;
  enlarge: () => void;
}) {
  const text = useText(mediaTexts);
  const { ref, entry } = useIntersection({ rootMargin: "200px" });
  const preparing = usePreparing();
  const wanted = kind === "PHOTO" && (preparing || entry?.isIntersecting === true);
  useEffect(() => {
    if (wanted) open();
  });
  const refusal = file?.refusals?.[0];
  return (
    <figure className={classes.figure} ref={ref}>
      {refusal ? (
        <div className={classes.closed}>
          <PartMark state={refusal.fault === "SYSTEM" ? "DOWN" : "WITHHELD"} />
          <Button size="compact-xs" variant="light" className="no-print" onClick={again}>
            {text.again}
          </Button>
        </div>
      ) : (
        <div className={classes.frame}>
          <Preview
            kind={kind}
            name={name}
            source={file?.source}
            alt={text.came(name, demand)}
            waiting={wanted}
          />
          <button
            type="button"
            className={classes.enlarge}
            aria-label={kind === "PHOTO" ? text.enlarge(name) : text.open(name)}
            onClick={enlarge}
          />
        </div>
      )}
      <figcaption>
        {name} · {sizeText(bytes)}
      </figcaption>
    </figure>
  );
}

/** A photo in small, or a mark for what is no picture, was not looked at yet or cannot be shown here as one. */
function Preview({
  kind,
  name,
  source,
  alt,
  waiting,
}: {
  kind: CaseMediaFragment["kind"];
  name: string;
  source: string | undefined;
  alt: string;
  waiting: boolean;
}) {
  const [unknown, setUnknown] = useState(false);
  if (kind === "PHOTO" && source && !unknown)
    return <img className={classes.photo} src={source} alt={alt} onError={() => setUnknown(true)} />;
  const outstanding = kind === "PHOTO" && !unknown;
  if (outstanding && waiting) return <Skeleton height="100%" data-waiting data-lacks={name} />;
  return (
    <svg
      viewBox="0 0 24 24"
      width="36"
      height="36"
      aria-hidden="true"
      data-lacks={outstanding ? name : undefined}
    >
      <path fill="currentColor" d={marks[kind]} />
    </svg>
  );
}

/** A mountain in a frame, a microphone, a film. */
const marks: Readonly<Record<CaseMediaFragment["kind"], string>> = {
  PHOTO: "M3 4h18v16H3zm2 2v12h14V6zm1 10 4-6 3 4 2-2 3 4z",
  VOICE: "M9 3h6v10H9zM6 11h2v4h8v-4h2v6h-5v3h3v2H8v-2h3v-3H6z",
  VIDEO: "M3 5h18v14H3zm2 2v10h14V7zm5 2 5 3-5 3z",
};

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
