import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { openPoliceArchive } from "./archive/police-archive.store.ts";
import { DisclosureDelayResolver } from "./disclosure-delay/disclosure-delay.resolver.ts";
import { DisclosureDelay, DisclosureExtension } from "./disclosure-delay/disclosure-delay.ts";
import {
  FloatingPersonResolver,
  ResidentFloatingPersonResolver,
} from "./floating-person/floating-person.resolver.ts";
import {
  HouseholdRegistrationResolver,
  ResidentRegistrationResolver,
} from "./household-registration/household-registration.resolver.ts";
import {
  BusinessKeyPlaceResolver,
  GridKeyPlacesResolver,
  KeyPlaceResolver,
} from "./key-place/key-place.resolver.ts";
import { DisclosureDelays1700000009000 } from "./migrations/1700000009000-disclosure-delays.ts";
import {
  BusinessPoliceCallsResolver,
  GridPoliceCallFiguresResolver,
  PoliceCallResolver,
  TicketPoliceCallsResolver,
} from "./police-call/police-call.resolver.ts";
import { type PublicSecurityContext, publicSecurityContext } from "./public-security.context.ts";
import { publicSecurityErrors } from "./public-security.errors.ts";
import {
  Building,
  Business,
  buildingOf,
  businessOf,
  Grid,
  gridOf,
  Resident,
  residentOf,
  Ticket,
  ticketOf,
} from "./references.ts";
import {
  BuildingRentedHousesResolver,
  GridRentedHousesResolver,
  RentedHouseResolver,
} from "./rented-house/rented-house.resolver.ts";
import { sightOf } from "./sight.ts";
import { owner } from "./visibility.ts";

/**
 * Household registrations, rented houses, floating population, police calls and key places, read in the police's archive
 * where they are; and delayed disclosure. Owner: the public security bureau (公安).
 */
export const publicSecurity: SubgraphDefinition<PublicSecurityContext> = {
  name: "public-security",
  owner,
  ownerZh: "公安局",
  openSource: openPoliceArchive,
  resolvers: [
    HouseholdRegistrationResolver,
    ResidentRegistrationResolver,
    RentedHouseResolver,
    BuildingRentedHousesResolver,
    GridRentedHousesResolver,
    FloatingPersonResolver,
    ResidentFloatingPersonResolver,
    PoliceCallResolver,
    TicketPoliceCallsResolver,
    BusinessPoliceCallsResolver,
    GridPoliceCallFiguresResolver,
    KeyPlaceResolver,
    GridKeyPlacesResolver,
    BusinessKeyPlaceResolver,
    DisclosureDelayResolver,
    feedResolver("publicSecurityFeed", {
      tells: "Every change to disclosure delays, never of whom",
      tellsZh: "延迟告知",
    }),
  ],
  types: [Resident, Building, Grid, Ticket, Business],
  references: {
    HouseholdRegistration: ({ number }: { number: string }, { load }) => load.registration.load(number),
    RentedHouse: ({ number }: { number: string }, { load }) => load.rentedHouse.load(number),
    FloatingPerson: ({ number }: { number: string }, { load }) => load.floatingPerson.load(number),
    PoliceCall: ({ number }: { number: string }, { load }) => load.policeCall.load(number),
    KeyPlace: ({ number }: { number: string }, { load }) => load.keyPlace.load(number),
    DisclosureDelay: ({ id }: { id: string }, { load }) => load.disclosureDelay.load(id),
    Resident: ({ id }: { id: string }) => residentOf(id),
    Building: ({ code }: { code: string }) => buildingOf(code),
    Grid: ({ code }: { code: string }) => gridOf(code),
    Ticket: ({ number }: { number: string }) => ticketOf(number),
    Business: ({ creditCode }: { creditCode: string }) => businessOf(creditCode),
  },
  entities: [DisclosureDelay, DisclosureExtension],
  migrations: [DisclosureDelays1700000009000],
  errors: publicSecurityErrors,
  context: publicSecurityContext,
  sightOf,
};
