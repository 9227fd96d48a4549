import { Button, Group, SegmentedControl, Switch } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useSearchParams } from "wouter";
import { saying } from "../../../frame/saying.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useHolder } from "../../../session/session.tsx";
import { AccessPage } from "../access-page.tsx";
import { NumberedRows } from "../numbered-rows.tsx";
import type { Standing } from "../standing.ts";
import { Told } from "../told.tsx";
import { useTurn } from "../use-turn.ts";
import { BreakGlassAccessesDocument } from "./break-glass-list.graphql.ts";
import { GlassRow } from "./glass-row.tsx";
import { Review } from "./review.tsx";
import { TakeAccess } from "./take.tsx";

const said = texts(
  {
    title: "Emergency access",
    about:
      "In an emergency one case is opened at once, without asking. The owner and the data bureau are told, and the owner reviews it within three working days.",
    take: "Take emergency access",
    show: "Review",
    all: "All",
    due: "To be reviewed",
    open: "Only what is open",
    overdue: "Only what is overdue for review",
    reviewed: "Reviewed",
    none: "No emergency access",
    noneAbout: "None was taken by your unit or to its data.",
    taken: (number: string) => `Open as ${number}: state that number as the basis, and the case.`,
    didReview: (number: string) => `${number} is reviewed`,
  },
  {
    title: "紧急访问",
    about: "紧急情况下不经申请立即开放本案数据；即时通知数据责任单位和数据局，责任单位在三个工作日内复核。",
    take: "发起紧急访问",
    show: "复核情况",
    all: "全部",
    due: "待复核",
    open: "仅看开放中",
    overdue: "仅看逾期未复核",
    reviewed: "已复核",
    none: "没有紧急访问",
    noneAbout: "本单位未发起，也没有针对本单位数据的紧急访问。",
    taken: (number: string) => `已开放，编号 ${number}：查阅时以该编号为依据，并说明案件。`,
    didReview: (number: string) => `${number} 已复核`,
  },
);

/** Emergency accesses of the holder's unit and to its data; taken here, reviewed here. */
export function BreakGlass({ standing }: { standing: Standing }) {
  const text = useText(said);
  const { turn, told, done } = useTurn();
  const [address, setAddress] = useSearchParams();
  const [taking, { open, close }] = useDisclosure(standing.mayBreakGlass && address.has("case"));
  return (
    <AccessPage
      standing={standing}
      title={text.title}
      about={text.about}
      tools={
        standing.mayBreakGlass ? (
          <Button color="red" variant="outline" onClick={open}>
            {text.take}
          </Button>
        ) : null
      }
    >
      <Told what={told} />
      {taking ? <TakeAccess onClose={close} done={(number) => done(text.taken(number))} /> : null}
      <SegmentedControl
        aria-label={text.show}
        w="fit-content"
        value={address.get("reviewed") ?? ""}
        onChange={(value) => setAddress((before) => saying(before, "reviewed", value), { replace: true })}
        data={[
          { value: "", label: text.all },
          { value: "false", label: text.due },
          { value: "true", label: text.reviewed },
        ]}
      />
      <Group>
        {(["open", "overdue"] as const).map((name) => (
          <Switch
            key={name}
            label={text[name]}
            checked={address.has(name)}
            onChange={({ currentTarget }) => {
              const { checked } = currentTarget;
              setAddress((before) => saying(before, name, checked ? "true" : null), { replace: true });
            }}
          />
        ))}
      </Group>
      <Glasses key={turn} {...{ standing, done, address }} />
    </AccessPage>
  );
}

function Glasses({
  standing,
  done,
  address,
}: {
  standing: Standing;
  done: (what: string) => void;
  address: URLSearchParams;
}) {
  const text = useText(said);
  const unit = useHolder()?.unit;
  const [reviewed, owner] = [address.get("reviewed"), standing.owner ? address.get("owner") : null];
  const pages = usePages(
    BreakGlassAccessesDocument,
    {
      filter: {
        ...(reviewed ? { reviewed: reviewed === "true" } : {}),
        ...(owner ? { owner } : {}),
        ...(address.has("open") ? { open: true } : {}),
        ...(address.has("overdue") ? { overdue: true } : {}),
      },
      first: 30,
    },
    ({ breakGlassAccesses }) => breakGlassAccesses,
  );
  return (
    <NumberedRows
      pages={pages}
      label={text.title}
      none={text.none}
      noneAbout={text.noneAbout}
      render={(glass) => (
        <GlassRow glass={glass} records={standing.owner}>
          {!glass.verdict && standing.owner && glass.ownerUnit?.code === unit ? (
            <Review number={glass.number} done={() => done(text.didReview(glass.number))} />
          ) : null}
        </GlassRow>
      )}
    />
  );
}
