import { type Issuer, openIssuer } from "../../../infra/issuer/issuer.ts";
import type { PostHolder } from "../../../infra/issuer/post-holder.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { ask, identity } from "../case/case-lookup.ts";
import { district } from "./looked-up.ts";

/** Who looks cases up, by the headers of their requests: a token, and the basis on which they read. */
export type Caller = Readonly<Record<"authorization" | "whistlegraph-basis", string>>;

/** What each owner lets them read, within their own division. */
const owners = [
  { owner: "city-management", unit: "URBAN-MANAGEMENT", types: ["StreetOrderCase"] },
  { owner: "market-supervision", unit: "MARKET-SUPERVISION", types: ["Inspection", "ConsumerComplaint"] },
  { owner: "civil-affairs", unit: "CIVIL-AFFAIRS", types: ["Aid", "ElderlyLivingAlone"] },
  {
    owner: "public-security",
    unit: "PUBLIC-SECURITY",
    types: ["PoliceCall", "PoliceCallFigure", "HouseholdRegistration", "RentedHouse"],
  },
] as const;

const DAY = 24 * 60 * 60 * 1000;

/** Gives people of a stack what they need to look cases up. Its data directory holds the issuer's key. */
export async function openCallers(
  url: string,
  directory: string,
): Promise<(holder: PostHolder, asksFor: PostHolder) => Promise<Caller>> {
  const issuer = await openIssuer({ directory, ...identity });
  return async (holder, asksFor) => ({
    authorization: `Bearer ${await issuer.sign(holder, { now: new Date() })}`,
    "whistlegraph-basis": await grantAll(url, issuer, asksFor),
  });
}

/** An agreement, and on it a grant of every owner's; the same ones when it is asked for again on a day. */
async function grantAll(url: string, issuer: Issuer, asking: PostHolder): Promise<string> {
  const now = new Date();
  const day = (later: number) => new Date(now.getTime() + later * DAY).toISOString().slice(0, 10);
  const does = async (as: PostHolder, step: string, mutation: string): Promise<string> => {
    const key = `bench-${day(0)}-${asking.unit}-${step}`;
    const token = await issuer.sign(as, { now });
    const { data, errors } = await ask(
      url,
      token,
      `mutation ($key: String!) { done: ${mutation} { number } }`,
      {
        key,
      },
    );
    if (errors) throw new Error(`${step}: ${JSON.stringify(errors)}`);
    return (data as { done: { number: string } }).done.number;
  };
  const steward = (shortName: string): PostHolder => ({
    post: Post.DATA_STEWARD,
    unit: `${district}-${shortName}`,
    division: district,
  });

  const agreement = await does(
    steward("DATA-BUREAU"),
    "agreement",
    `registerAgreement(idempotencyKey: $key, input: { parties: ["${asking.unit}", "${district}-DATA-BUREAU"],
       purpose: "示例：跨部门查案件", validFrom: "${day(0)}", validUntil: "${day(30)}" })`,
  );
  for (const { owner, unit, types } of owners) {
    const grant = await does(
      asking,
      `request-${owner}`,
      `requestDataGrant(idempotencyKey: $key, input: { owner: "${owner}", consumer: "${asking.unit}",
         coordinates: ${JSON.stringify(types)}, purposes: ["${agreement}"], rows: OWN_DIVISION, reason: "示例：跨部门查案件",
         validFrom: "${day(0)}T00:00:00Z", validUntil: "${day(30)}T00:00:00Z" })`,
    );
    await does(
      steward(unit),
      `approve-${owner}`,
      `approveDataGrant(idempotencyKey: $key, number: "${grant}", reason: "示例：符合最小必要原则")`,
    );
  }
  return agreement;
}
