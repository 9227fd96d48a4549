import { Entity, PrimaryColumn } from "typeorm";

/** A ticket behind a whistle. One whistle may answer many tickets, and a ticket may see several whistles (PG-8). */
@Entity()
export class WhistleTicket {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @PrimaryColumn({ type: "text" })
  ticketNumber: string;
}
