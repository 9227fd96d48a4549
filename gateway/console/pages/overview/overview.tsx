import { Page } from "../../parts/page.tsx";
import { Waiting } from "../../parts/waiting.tsx";

export function Overview() {
  return (
    <Page title="Overview">
      <Waiting />
    </Page>
  );
}
