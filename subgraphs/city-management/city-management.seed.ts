import type { DataSource } from "typeorm";
import { streetOrderClasses, streetOrderSubclasses } from "./street-order-class/street-order-catalogue.ts";
import { StreetOrderClass } from "./street-order-class/street-order-class.ts";
import { StreetOrderSubclass } from "./street-order-class/street-order-subclass.ts";

/** The catalogue of classes. What a city has changed or added stays as it is. */
export async function seedCityManagement({ manager }: DataSource): Promise<void> {
  const insert = <Row extends object>(entity: new () => Row, rows: readonly Row[]) =>
    manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values([...rows])
      .orIgnore()
      .execute();
  await insert(StreetOrderClass, streetOrderClasses);
  await insert(StreetOrderSubclass, streetOrderSubclasses);
}
