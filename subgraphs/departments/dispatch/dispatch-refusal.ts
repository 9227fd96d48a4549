import { registerEnumType } from "type-graphql";

/** Why a unit may not be sent a matter. */
export enum DispatchRefusal {
  UNKNOWN_UNIT = "UNKNOWN_UNIT",
  UNIT_NOT_IN_FORCE = "UNIT_NOT_IN_FORCE",
  UNKNOWN_ITEM = "UNKNOWN_ITEM",
  ITEM_REQUIRED = "ITEM_REQUIRED",
  NOT_ACCESS_ITEM = "NOT_ACCESS_ITEM",
  HAND_DOWN_INCOMPLETE = "HAND_DOWN_INCOMPLETE",
  NOT_IN_FORCE = "NOT_IN_FORCE",
  OFF_LIST = "OFF_LIST",
}
registerEnumType(DispatchRefusal, {
  name: "DispatchRefusal",
  description: "Why a unit may not be sent a matter (拒绝派单的原因)",
  valuesConfig: {
    UNKNOWN_UNIT: { description: "There is no such unit (单位不存在)" },
    UNIT_NOT_IN_FORCE: { description: "The unit does not exist on that day (单位当日不存在)" },
    UNKNOWN_ITEM: { description: "There is no such power item (事项不存在)" },
    ITEM_REQUIRED: {
      description:
        "No item is named and the catalogue does not name the unit for the matter (未列事项, PG-5)",
    },
    NOT_ACCESS_ITEM: {
      description: "Not among the items that may be placed on communities (非准入事项, GZ-7)",
    },
    HAND_DOWN_INCOMPLETE: {
      description: "Handed down without approval, funds and working conditions together (下沉要件不全, GZ-9)",
    },
    NOT_IN_FORCE: { description: "Listed, but not on that day (当日未生效或已移出, GZ-11)" },
    OFF_LIST: { description: "On no list of the unit: it is not the responsible body (清单外事项, GZ-8)" },
  },
});
