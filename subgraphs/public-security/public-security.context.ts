import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadMany, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { archived } from "./archive/archive-table.ts";
import type { PoliceArchive } from "./archive/police-archive.store.ts";
import { DisclosureDelayStore } from "./disclosure-delay/disclosure-delay.store.ts";
import type { FloatingPerson } from "./floating-person/floating-person.ts";
import type { KeyPlace } from "./key-place/key-place.ts";
import type { PoliceCall } from "./police-call/police-call.ts";
import type { PoliceCallFigure } from "./police-call/police-call-figure.ts";
import type { RentedHouse } from "./rented-house/rented-house.ts";

/** What one request to the public security subgraph works with: the archive and the store, restricted to the principal. */
export function publicSecurityContext({ database, principal, at, feed, source }: RequestScope) {
  const archive = (source as PoliceArchive).seenBy(principal);
  const disclosureDelays = new DisclosureDelayStore(database, principal, at);
  const { registrations, rentedHouses, floatingPeople, policeCalls, keyPlaces } = archived;

  const number = ({ number }: { number: string }) => number;
  return {
    database,
    feed,
    principal,
    at,
    archive,
    disclosureDelays,
    load: {
      registration: loadOne((numbers) => archive.byNumbers(registrations, numbers), number),
      registrationOfResident: loadOne(
        (ids) => archive.oneOfEach(registrations, "residentId", ids),
        ({ residentId }) => residentId ?? "",
      ),

      rentedHouse: loadOne((numbers) => archive.byNumbers(rentedHouses, numbers), number),
      rentedHousesOfBuilding: loadByArguments(
        (codes, args: PageArgs) => archive.pageOfEach(rentedHouses, "buildingCode", codes, args),
        () => emptyPage<RentedHouse>(),
      ),
      rentedHousesOfGrid: loadByArguments(
        (codes, args: PageArgs) => archive.pageOfEach(rentedHouses, "gridCode", codes, args),
        () => emptyPage<RentedHouse>(),
      ),

      floatingPerson: loadOne((numbers) => archive.byNumbers(floatingPeople, numbers), number),
      floatingPersonOfResident: loadOne(
        (ids) => archive.oneOfEach(floatingPeople, "residentId", ids),
        ({ residentId }) => residentId ?? "",
      ),
      floatingPeopleOfHouse: loadByArguments(
        (numbers, args: PageArgs) => archive.pageOfEach(floatingPeople, "rentedHouseNumber", numbers, args),
        () => emptyPage<FloatingPerson>(),
      ),

      policeCall: loadOne((numbers) => archive.byNumbers(policeCalls, numbers), number),
      policeCallsOfTicket: loadByArguments(
        (numbers, args: PageArgs) => archive.pageOfEach(policeCalls, "ticketNumber", numbers, args),
        () => emptyPage<PoliceCall>(),
      ),
      policeCallsOfBusiness: loadByArguments(
        (codes, args: PageArgs) => archive.pageOfEach(policeCalls, "creditCode", codes, args),
        () => emptyPage<PoliceCall>(),
      ),
      policeCallFigures: loadByArguments(
        (codes, year: number) => archive.callFigures(codes, year),
        () => null as PoliceCallFigure[] | null,
      ),

      keyPlace: loadOne((numbers) => archive.byNumbers(keyPlaces, numbers), number),
      keyPlaceOfBusiness: loadOne(
        (codes) => archive.oneOfEach(keyPlaces, "creditCode", codes),
        ({ creditCode }) => creditCode ?? "",
      ),
      keyPlacesOfGrid: loadByArguments(
        (codes, args: PageArgs) => archive.pageOfEach(keyPlaces, "gridCode", codes, args),
        () => emptyPage<KeyPlace>(),
      ),

      disclosureDelay: loadOne(
        (ids) => disclosureDelays.byIds(ids),
        ({ id }) => id,
      ),
      disclosureExtensions: loadMany(
        (ids) => disclosureDelays.extensionsOf(ids),
        ({ delayId }) => delayId,
      ),
    },
  };
}

export type PublicSecurityContext = ReturnType<typeof publicSecurityContext>;
