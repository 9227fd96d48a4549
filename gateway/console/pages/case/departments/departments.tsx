import { Text, Title } from "@mantine/core";
import { texts, useText } from "../../../language/language.tsx";
import { useHolder } from "../../../session/session.tsx";
import { useGrounds } from "../grounds/grounds.tsx";
import { GroundsChoice } from "../grounds/grounds-choice.tsx";
import { CityManagement } from "./city-management.tsx";
import { CivilAffairs } from "./civil-affairs.tsx";
import { DataBureau } from "./data-bureau.tsx";
import classes from "./departments.module.css";
import { Establishment } from "./establishment.tsx";
import { Evaluation } from "./evaluation.tsx";
import { GridCentre } from "./grid-centre.tsx";
import { MarketSupervision } from "./market-supervision.tsx";
import { PartMark } from "./part-mark.tsx";
import { PublicSecurity } from "./public-security.tsx";

const said = texts(
  { title: "Every department's part", marks: "The marks" },
  { title: "各部门掌握的情况", marks: "标记" },
);

/** Every department's part of the case, each asked for apart; what was shown on another basis goes with it. */
export function Departments({ number }: { number: string }) {
  const text = useText(said);
  const { basis } = useGrounds();
  const resident = useHolder()?.post === "RESIDENT";
  const key = basis ?? "";
  return (
    <section aria-labelledby="departments">
      <Title order={2} size="h4" id="departments" mb="xs">
        {text.title}
      </Title>
      {resident ? null : <GroundsChoice number={number} />}
      <Text
        component="div"
        size="sm"
        my="xs"
        className="case-introduces"
        style={{ display: "flex", flexWrap: "wrap", gap: "4px 16px" }}
      >
        <span>{text.marks}</span>
        <PartMark state="SHOWN" />
        <PartMark state="NONE" />
        <PartMark state="WITHHELD" />
        <PartMark state="DOWN" />
      </Text>
      <div className={classes.cards} key={key}>
        <CityManagement number={number} />
        <MarketSupervision number={number} />
        <PublicSecurity number={number} />
        <CivilAffairs number={number} />
        <GridCentre number={number} />
        <Evaluation number={number} />
        <Establishment number={number} />
        <DataBureau number={number} />
      </div>
    </section>
  );
}
