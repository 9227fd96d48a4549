import { Button, Group, SegmentedControl, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useSearchParams } from "wouter";
import { saying } from "../../../frame/saying.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useHolder } from "../../../session/session.tsx";
import { AccessPage } from "../access-page.tsx";
import { NumberedRows } from "../numbered-rows.tsx";
import { ReasonButton } from "../reason-button.tsx";
import type { Standing } from "../standing.ts";
import { Told } from "../told.tsx";
import { useTurn } from "../use-turn.ts";
import { CaseOpen } from "./case-open.tsx";
import { Exclusions } from "./exclusions.tsx";
import { RuleRow } from "./rule-row.tsx";
import { CaseAccessRulesDocument } from "./rules.graphql.ts";
import { SetRule } from "./set-rule.tsx";
import { WithdrawRuleDocument } from "./withdraw-rule.graphql.ts";

const said = texts(
  {
    title: "Case access",
    about:
      "What owners open to whoever is sent a ticket or called by a whistle, in that case and while it lasts. Nobody has to ask; every reading is on record.",
    set: "Set a rule",
    rules: "Rules",
    all: "All",
    inForce: "In force",
    others: "Not in force",
    none: "No rule here",
    noneAbout: "What no rule opens takes a grant, or an emergency access.",
    withdraw: "Withdraw",
    withdrawAbout: "It ends in all cases at once, open ones included.",
    withdrawn: (number: string) => `${number} is withdrawn`,
    didSet: (number: string) => `Set as ${number}`,
  },
  {
    title: "案内访问",
    about: "数据责任单位对承办、应哨单位开放的内容：限本案、限办理期间，无须申请，每次查阅均有记录。",
    set: "设定规则",
    rules: "案内访问规则",
    all: "全部",
    inForce: "有效",
    others: "未生效、已失效",
    none: "没有规则",
    noneAbout: "规则未开放的，须取得数据授权，或作紧急访问。",
    withdraw: "撤回",
    withdrawAbout: "在所有案件中立即失效，包括办理中的案件。",
    withdrawn: (number: string) => `${number} 已撤回`,
    didSet: (number: string) => `已设定，编号 ${number}`,
  },
);

/** What is open to whoever is called to a case: rules, what is closed again, and what is open in one case now. */
export function CaseAccess({ standing }: { standing: Standing }) {
  const text = useText(said);
  const { turn, told, done } = useTurn();
  const [setting, { open, close }] = useDisclosure();
  const [address, setAddress] = useSearchParams();
  const maySet = standing.owner;
  return (
    <AccessPage
      standing={standing}
      title={text.title}
      about={text.about}
      tools={maySet ? <Button onClick={open}>{text.set}</Button> : null}
    >
      <Told what={told} />
      {setting ? <SetRule onClose={close} done={(number) => done(text.didSet(number))} /> : null}
      <CaseOpen />
      <section>
        <Group justify="space-between" mb="xs">
          <Title order={2} size="h4">
            {text.rules}
          </Title>
          <SegmentedControl
            aria-label={text.rules}
            value={address.get("inForce") ?? ""}
            onChange={(value) => setAddress((before) => saying(before, "inForce", value), { replace: true })}
            data={[
              { value: "", label: text.all },
              { value: "true", label: text.inForce },
              { value: "false", label: text.others },
            ]}
          />
        </Group>
        <Rules key={turn} standing={standing} done={done} inForce={address.get("inForce")} />
      </section>
      <Exclusions key={`exclusions ${turn}`} standing={standing} done={done} />
    </AccessPage>
  );
}

function Rules({
  standing,
  done,
  inForce,
}: {
  standing: Standing;
  done: (what: string) => void;
  inForce: string | null;
}) {
  const text = useText(said);
  const unit = useHolder()?.unit;
  const pages = usePages(
    CaseAccessRulesDocument,
    { filter: inForce ? { inForce: inForce === "true" } : {}, first: 30 },
    ({ caseAccessRules }) => caseAccessRules,
  );
  return (
    <NumberedRows
      pages={pages}
      label={text.rules}
      none={text.none}
      noneAbout={text.noneAbout}
      render={(rule) => (
        <RuleRow rule={rule}>
          {!rule.withdrawnAt &&
          (standing.bureauSteward || (standing.owner && rule.ownerUnit?.code === unit)) ? (
            <ReasonButton
              document={WithdrawRuleDocument}
              number={rule.number}
              label={text.withdraw}
              about={text.withdrawAbout}
              done={() => done(text.withdrawn(rule.number))}
            />
          ) : null}
        </RuleRow>
      )}
    />
  );
}
