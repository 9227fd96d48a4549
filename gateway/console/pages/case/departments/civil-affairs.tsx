import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { AgeGroup, AidKind, AidState, LivingSituation } from "../../../language/terms.ts";
import { useHolder } from "../../../session/session.tsx";
import { CivilAffairsPartDocument } from "./civil-affairs.graphql.ts";
import { DepartmentCard } from "./department-card.tsx";
import { DepartmentPart } from "./department-part.tsx";
import classes from "./departments.module.css";
import { ElderlyInGridDocument } from "./elderly-in-grid.graphql.ts";
import { Line, together } from "./line.tsx";
import { partAt, rowsOf } from "./part-state.ts";
import { useDepartment } from "./use-part.ts";

const said = texts(
  {
    about: "Aid, elderly living alone",
    aid: (name: string) => `Aid to ${name}`,
    alone: (name: string) => `${name}, living alone`,
    residents: "Residents who asked",
    elderly: "Elderly living alone in the grid",
    ask: "Look this up",
    why: "About people who did not ask: look it up only where the case needs it. It goes on record.",
    smartphone: "no smartphone",
    yuan: (yuan: string) => `${yuan} yuan a month`,
  },
  {
    about: "救助、独居老人",
    aid: (name: string) => `${name}：救助`,
    alone: (name: string) => `${name}：独居老人登记`,
    residents: "诉求居民",
    elderly: "本网格独居老人",
    ask: "查询",
    why: "涉及未提出诉求的居民，确为办案所需时再查。查询将留痕。",
    smartphone: "不使用智能手机",
    yuan: (yuan: string) => `每月 ${yuan} 元`,
  },
);

const owner = "civil-affairs";

export function CivilAffairs({ number }: { number: string }) {
  const text = useText(said);
  const term = useTerm();
  const answer = useDepartment(CivilAffairsPartDocument, number);
  const { data, refusals } = answer;
  const resident = useHolder()?.post === "RESIDENT";
  const residents = partAt(["case", "residents"], data?.case?.residents, refusals);
  return (
    <DepartmentCard owner={owner} about={text.about} answer={answer}>
      {residents.state === "SHOWN" ? null : (
        <DepartmentPart
          {...{ owner, number }}
          title={text.residents}
          part={residents}
          keyOf={({ id }) => id}
          render={({ name }) => <Line>{name}</Line>}
        />
      )}
      {(data?.case?.residents ?? []).map((person, index) =>
        person ? (
          <div key={person.id}>
            <DepartmentPart
              {...{ owner, number }}
              title={text.aid(person.name)}
              part={partAt(["case", "residents", index, "aid"], person.aid, refusals)}
              keyOf={(row) => row.number}
              render={(row) => (
                <Line more={row.number}>
                  {together(
                    term(AidKind, row.kind),
                    term(AidState, row.state),
                    row.monthlyAmountFen && text.yuan((row.monthlyAmountFen / 100).toFixed(2)),
                  )}
                </Line>
              )}
            />
            <DepartmentPart
              {...{ owner, number }}
              title={text.alone(person.name)}
              part={partAt(
                ["case", "residents", index, "elderlyLivingAlone"],
                person.elderlyLivingAlone && [person.elderlyLivingAlone],
                refusals,
              )}
              keyOf={({ ageGroup }) => ageGroup}
              render={(row) => (
                <Line more={together(row.contactName, row.contactPhone)}>
                  {together(term(AgeGroup, row.ageGroup), term(LivingSituation, row.livingSituation))}
                </Line>
              )}
            />
          </div>
        ) : null,
      )}
      {resident ? null : <ElderlyInGrid number={number} />}
    </DepartmentCard>
  );
}

/** About people who asked for nothing: looked up when somebody says so, not because a page was opened. */
function ElderlyInGrid({ number }: { number: string }) {
  const text = useText(said);
  const term = useTerm();
  const [asked, setAsked] = useState(false);
  const { data, refusals, waiting } = useDepartment(ElderlyInGridDocument, number, !asked);
  if (!asked || waiting) {
    return (
      <div className={classes.part}>
        <div className={classes.partHead}>
          <Text size="sm" fw={600}>
            {text.elderly}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            loading={waiting}
            onClick={() => setAsked(true)}
            className="no-print"
          >
            {text.ask}
          </Button>
        </div>
        <Text size="xs" c="dimmed">
          {text.why}
        </Text>
      </div>
    );
  }
  return (
    <DepartmentPart
      {...{ owner, number }}
      title={text.elderly}
      part={partAt(
        ["ticket", "grid", "elderlyLivingAlone"],
        rowsOf(data?.ticket?.grid?.elderlyLivingAlone),
        refusals,
      )}
      keyOf={({ residentId }) => residentId}
      render={(row) => (
        <Line>
          {together(
            row.name,
            term(AgeGroup, row.ageGroup),
            term(LivingSituation, row.livingSituation),
            !row.usesSmartphone && text.smartphone,
          )}
        </Line>
      )}
    />
  );
}
