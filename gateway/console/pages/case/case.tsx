import { Page } from "../../parts/page.tsx";
import { Waiting } from "../../parts/waiting.tsx";

export function CasePage() {
  return (
    <Page title="CasePage">
      <Waiting />
    </Page>
  );
}
