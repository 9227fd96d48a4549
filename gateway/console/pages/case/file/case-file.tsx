import { Alert, Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useEffect } from "react";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Page } from "../../../parts/page.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { useHolder } from "../../../session/session.tsx";
import { Departments } from "../departments/departments.tsx";
import { GroundsProvider } from "../grounds/grounds.tsx";
import { rememberLookUp } from "../look-up/recent.ts";
import { BlowButton } from "./blow-button.tsx";
import { CaseCourse } from "./case-course.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { CaseFileDocument, type CaseFileQuery } from "./case-file.graphql.ts";
import { CaseLog } from "./case-log.tsx";
import { CasePeople } from "./case-people.tsx";
import { CaseStanding } from "./case-standing.tsx";
import { CaseSteps } from "./case-steps.tsx";
import { CaseWhistles } from "./case-whistles.tsx";
import { ChangeNote, useFollowed } from "./follow-case.tsx";
import { PrintedBy } from "./printed-by.tsx";
import "./print.css";
import { PreparingContext, usePrint } from "./printing.tsx";
import { standingOf } from "./standing.ts";
import { useCase } from "./use-case.ts";

const said = texts(
  {
    title: (number: string) => `Case ${number}`,
    unknown: "No such ticket that you may see",
    why: "There is none of this number, or it is not within your post's sight. Check the number, or look it up by something else.",
    back: "Look up another",
    print: "Print",
    merged: "Merged: the matter goes on in",
    took: "Took in",
    whistle: "This is the number of a whistle.",
    board: "Open its board",
  },
  {
    title: (number: string) => `案件 ${number}`,
    unknown: "没有您有权查看的这件工单",
    why: "编号不存在，或不在您岗位的查看范围内。请核对编号，或改用其他方式查找。",
    back: "查其他案件",
    print: "打印",
    merged: "已并单，事项转至",
    took: "并入本单",
    whistle: "这是哨编号。",
    board: "打开哨情看板",
  },
);

/** One case as all departments know it. */
export function CaseFile({ number }: { number: string }) {
  return (
    <GroundsProvider number={number}>
      <File number={number} />
    </GroundsProvider>
  );
}

function File({ number }: { number: string }) {
  const text = useText(said);
  const { id: holder = "", post } = useHolder() ?? {};
  const { changes, latest } = useFollowed(number);
  const { preparing, print } = usePrint();
  const { data, refusals, waiting, again } = useCase(CaseFileDocument, { number }, changes);
  const ticket = data?.ticket;
  useEffect(() => {
    if (ticket) rememberLookUp(holder, { text: ticket.number, kind: "ticket" });
  }, [holder, ticket]);

  if (!ticket) {
    return (
      <Page title={text.title(number)}>
        {waiting ? (
          <Waiting lines={14} height={24} />
        ) : (
          <NotShown number={number} refusals={refusals} again={again} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={ticket.title}
      about={<CaseStanding ticket={ticket} />}
      tools={
        <>
          <Button variant="subtle" component={Link} href="/case">
            {text.back}
          </Button>
          {standingOf(ticket) === "OVER" || post === "RESIDENT" ? null : (
            <BlowButton number={ticket.number} changes={changes} />
          )}
          <Button variant="default" loading={preparing} onClick={print}>
            {text.print}
          </Button>
        </>
      }
    >
      <PrintedBy number={number} />
      <ChangeNote latest={latest} />
      <Refusals refusals={refusals.filter(({ path }) => path.length === 0)} retry={again} />
      <Merging ticket={ticket} />
      <PreparingContext.Provider value={preparing}>
        <Stack gap="xl">
          <CaseSteps ticket={ticket} />
          <CaseFacts ticket={ticket} refusals={refusals} again={again} />
          <CasePeople number={number} changes={changes} />
          <CaseWhistles number={number} changes={changes} />
          <CaseCourse number={number} changes={changes} />
          <Departments number={number} />
          <CaseLog number={number} changes={changes} />
        </Stack>
      </PreparingContext.Provider>
    </Page>
  );
}

function NotShown({
  number,
  refusals,
  again,
}: {
  number: string;
  refusals: Parameters<typeof Refusals>[0]["refusals"];
  again: () => void;
}) {
  const text = useText(said);
  if (refusals.length > 0) return <Refusals refusals={refusals} retry={again} />;
  return (
    <Empty title={text.unknown}>
      {text.why}
      <br />
      {/^\d{6}-W-/.test(number) ? (
        <>
          {text.whistle}{" "}
          <Anchor component={Link} href={`/whistles/${number}`} underline="always">
            {text.board}
          </Anchor>{" "}
        </>
      ) : null}
      <Anchor component={Link} href="/case" underline="always">
        {text.back}
      </Anchor>
    </Empty>
  );
}

function Merging({ ticket: { mergedInto, merged } }: { ticket: NonNullable<CaseFileQuery["ticket"]> }) {
  const text = useText(said);
  if (!mergedInto && merged.length === 0) return null;
  const linked = (each: { number: string; title: string }) => (
    <Anchor component={Link} href={`/case/${each.number}`} key={each.number} size="sm" underline="always">
      {each.number} {each.title}
    </Anchor>
  );
  return (
    <Alert color="gray" py="xs">
      {mergedInto ? (
        <Text size="sm">
          {text.merged} {linked(mergedInto)}
        </Text>
      ) : null}
      {merged.length > 0 ? (
        <Group gap="xs">
          <Text size="sm">{text.took}</Text>
          {merged.map(linked)}
        </Group>
      ) : null}
    </Alert>
  );
}
