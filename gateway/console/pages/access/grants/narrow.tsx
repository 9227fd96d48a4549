import { useForm } from "@mantine/form";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { dayOf } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import type { Extent } from "../extent.ts";
import { ExtentFields } from "../extent-fields.tsx";
import { ReasonDialog } from "../reason-dialog.tsx";
import { ApproveGrantDocument } from "./approve-grant.graphql.ts";
import type { GrantRowFragment } from "./grants.graphql.ts";
import { askedOf, narrowedInput, narrowProblems } from "./narrow-form.ts";

const said = texts(
  {
    about:
      "Take away what is not needed. Whoever asked sees what was asked for, what is granted, and your reason.",
    nothing: "Nothing is cut yet. To grant all of it, approve it.",
  },
  {
    about: "请删减不必要的内容。申请单位可见原申请内容、批准内容和理由。",
    nothing: "尚未核减任何内容；如全部同意，请直接批准。",
  },
);

/** An owner grants a part of what was asked for: fewer fields, less in clear, fewer rows, a shorter time. */
export function Narrow({
  grant,
  label,
  done,
  onClose,
}: {
  grant: GrantRowFragment;
  label: string;
  done: () => void;
  onClose: () => void;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const today = dayOf(useOffice().now);
  const { send, sending, refusals, forget } = useMove(ApproveGrantDocument);
  const asked = askedOf(grant);
  const form = useForm<Extent>({
    initialValues: asked,
    validate: (granted) => ({
      ...Object.fromEntries(
        Object.entries(narrowProblems(granted, asked, today)).map(([field, problem]) => [
          field,
          problem?.[language] ?? null,
        ]),
      ),
      ...(narrowedInput(granted, asked) ? {} : { coordinates: text.nothing }),
    }),
  });
  return (
    <ReasonDialog
      title={`${label} ${grant.number}`}
      about={text.about}
      confirm={label}
      sending={sending}
      refusals={refusals}
      check={() => !form.validate().hasErrors}
      onClose={() => {
        forget();
        onClose();
      }}
      send={async (reason) => {
        const narrowed = narrowedInput(form.getValues(), asked);
        const went = (await send({ number: grant.number, reason, narrowed })) !== undefined;
        if (went) done();
        return went;
      }}
    >
      <ExtentFields form={form} owner={grant.owner} within={asked} />
    </ReasonDialog>
  );
}
