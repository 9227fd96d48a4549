import { Anchor, Badge, Box, Group, Text } from "@mantine/core";
import { useCallback } from "react";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { refusalAt } from "../../graph/refusal.ts";
import { usePages } from "../../graph/use-pages.ts";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { useTerm } from "../../language/term.ts";
import { InvalidCallBackReason, Satisfaction } from "../../language/terms.ts";
import { dayText } from "../../language/time.ts";
import { Empty } from "../../parts/empty.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Page } from "../../parts/page.tsx";
import { PagedList } from "../../parts/paged-list.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { callBacksNamed } from "./call-back-address.ts";
import { CallBackCountDocument } from "./call-back-count.graphql.ts";
import { OverviewCallBacksDocument, type OverviewCallBacksQuery } from "./call-backs.graphql.ts";

const said = texts(
  {
    title: "Call-backs",
    back: "Back to the overview",
    counted: (from: string | undefined, until: string | undefined) =>
      ["Counting", from && `from ${from}`, until && `to ${until}`].filter(Boolean).join(" "),
    contacted: (yes: boolean) => (yes ? "Unit got in touch" : "Unit had not got in touch"),
    solved: (yes: boolean) => (yes ? "Solved" : "Not solved"),
    valid: (yes: boolean) => (yes ? "Valid" : "Not valid"),
    unseen: "A ticket you may not see",
    down: "The ticket cannot be looked up just now",
    none: "No call-back fits",
    noneAbout: "Choose a longer period or a wider place on the overview.",
    list: "List of call-backs",
  },
  {
    title: "回访",
    back: "返回总览",
    counted: (from: string | undefined, until: string | undefined) =>
      `计入统计日${from ?? ""}${until ? `至${until}` : "起"}`,
    contacted: (yes: boolean) => (yes ? "已联系" : "未联系"),
    solved: (yes: boolean) => (yes ? "已解决" : "未解决"),
    valid: (yes: boolean) => (yes ? "有效" : "无效"),
    unseen: "您无权查看的工单",
    down: "工单暂时无法查询",
    none: "没有符合条件的回访",
    noneAbout: "可在总览中换更长时段或上级区划。",
    list: "回访列表",
  },
);

type CallBack = NonNullable<OverviewCallBacksQuery["callBacks"]>["edges"][number]["node"];

/** The call-backs behind a rate: who was asked when, and what they said. */
export function CallBacks() {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const [search] = useSearchParams();
  const filter = callBacksNamed(search);
  const { rows, ...pages } = usePages(
    OverviewCallBacksDocument,
    { filter, first: 50 },
    (data) => data.callBacks,
  );
  const { refusals, missingIn } = pages;
  const render = useCallback(
    (callBack: CallBack) => (
      <CallBackLine callBack={callBack} down={refusalAt(missingIn(callBack), "ticket")?.fault === "SYSTEM"} />
    ),
    [missingIn],
  );
  const [{ data: counted }] = useQuery({ query: CallBackCountDocument, variables: { filter } });
  const { valid, contacted, solved, satisfaction } = filter;
  const chosen = [
    valid == null ? undefined : text.valid(valid),
    contacted == null ? undefined : text.contacted(contacted),
    solved == null ? undefined : text.solved(solved),
    satisfaction == null ? undefined : term(Satisfaction, satisfaction),
  ].filter((each) => each !== undefined);
  // What is no day is shown as the address has it; the graph says what is wrong with it.
  const day = (written: string | null | undefined) =>
    written && !Number.isNaN(Date.parse(`${written}T12:00:00+08:00`))
      ? dayText(written, language)
      : (written ?? undefined);
  const [from, until] = [day(filter.countedFrom), day(filter.countedUntil)];
  const counting = from || until ? text.counted(from, until) : undefined;
  const overview = new URLSearchParams({
    ...(filter.division ? { place: filter.division } : {}),
    ...(filter.countedFrom ? { from: filter.countedFrom } : {}),
    ...(filter.countedUntil ? { until: filter.countedUntil } : {}),
  });
  return (
    <Page
      title={text.title}
      about={[counting, ...chosen].filter(Boolean).join(" · ")}
      tools={
        <Anchor component={Link} href={`/overview?${overview}`}>
          {text.back}
        </Anchor>
      }
    >
      <Refusals refusals={refusals} retry={pages.again} />
      {rows.length === 0 && pages.loading ? <Waiting lines={8} height={56} /> : null}
      {rows.length === 0 && !pages.loading && refusals.length === 0 ? (
        <Empty title={text.none}>{text.noneAbout}</Empty>
      ) : null}
      {rows.length > 0 ? (
        <PagedList
          rows={rows}
          keyOf={({ ticket, ordinal, recordedAt }) => `${ticket?.number} ${ordinal} ${recordedAt}`}
          render={render}
          rowHeight={64}
          hasMore={pages.hasMore}
          loading={pages.loading}
          more={pages.more}
          failed={pages.failed}
          again={pages.again}
          place={pages.place}
          total={counted?.callBacks?.totalCount}
          label={text.list}
        />
      ) : null}
    </Page>
  );
}

function CallBackLine({
  callBack,
  down = false,
}: {
  callBack: CallBack;
  /** Its ticket is not to be had, whoever asks. */
  down?: boolean;
}) {
  const text = useText(said);
  const term = useTerm();
  const { ticket, handlingUnit, division, recordedAt, contacted, solved, satisfaction, invalidReason } =
    callBack;
  return (
    <Box py={8} style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" lineClamp={1} flex={1} miw={200}>
          {ticket ? (
            <>
              <Anchor component={Link} href={`/case/${ticket.number}`} inherit underline="always">
                {ticket.number}
              </Anchor>{" "}
              {ticket.title}
            </>
          ) : down ? (
            text.down
          ) : (
            text.unseen
          )}
        </Text>
        <Group gap={4}>
          {contacted === null ? null : <Said yes={contacted}>{text.contacted(contacted)}</Said>}
          {solved === null ? null : <Said yes={solved}>{text.solved(solved)}</Said>}
          {satisfaction === null ? null : (
            <Said yes={satisfaction !== "DISSATISFIED"}>{term(Satisfaction, satisfaction)}</Said>
          )}
          {invalidReason === null ? null : (
            <Said yes={false}>{`${text.valid(false)} · ${term(InvalidCallBackReason, invalidReason)}`}</Said>
          )}
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        <Moment at={recordedAt} /> · {[handlingUnit?.name, division?.name].filter(Boolean).join(" · ")}
      </Text>
    </Box>
  );
}

function Said({ yes, children }: { yes: boolean; children: string }) {
  return (
    <Badge variant="light" color={yes ? "teal" : "orange"} radius="sm" tt="none">
      {children}
    </Badge>
  );
}
