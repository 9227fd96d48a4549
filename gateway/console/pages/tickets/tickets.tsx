import { Page } from "../../parts/page.tsx";
import { Waiting } from "../../parts/waiting.tsx";

export function Tickets() {
  return (
    <Page title="Tickets">
      <Waiting />
    </Page>
  );
}
