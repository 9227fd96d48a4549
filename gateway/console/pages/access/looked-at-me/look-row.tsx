import { Group, Text } from "@mantine/core";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { Post } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import classes from "../access.module.css";
import { Fact, Facts } from "../facts.tsx";
import { OutcomeBadge } from "../outcome.tsx";
import type { LookRowFragment } from "./looked-at-me.graphql.ts";

const said = texts(
  {
    what: "Read",
    tried: "Tried to read",
    holder: "Kept by",
    basis: "Basis",
    case: "Case",
    none: "none stated",
  },
  {
    what: "查阅内容",
    tried: "试图查阅",
    holder: "数据所属",
    basis: "依据",
    case: "案件",
    none: "未说明",
  },
);

/** One look at the reader's own data: which unit and post, what in words, for what, and what came of it. */
export function LookRow({ look, unitName }: { look: LookRowFragment; unitName: (code: string) => string }) {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const { at, unit, post, subgraph, fields, basis, caseNumber, outcome } = look;
  return (
    <article className={classes.row}>
      <Group gap="xs" mb={4}>
        <Moment at={at} fw={600} />
        <OutcomeBadge outcome={outcome} />
        <Text size="sm">
          {unitName(unit)} {term(Post, post)}
        </Text>
      </Group>
      <Facts>
        <Fact name={outcome === "WITHHELD" ? text.tried : text.what}>
          {coordinatesText(fields, language)}
        </Fact>
        <Fact name={text.holder}>{ownerName(subgraph)}</Fact>
        <Fact name={text.basis}>{basis ?? text.none}</Fact>
        <Fact name={text.case}>{caseNumber ?? text.none}</Fact>
      </Facts>
    </article>
  );
}
