import { registerEnumType } from "type-graphql";

/** What a unit is. */
export enum UnitKind {
  DISTRICT_GOVERNMENT = "DISTRICT_GOVERNMENT",
  DEPARTMENT = "DEPARTMENT",
  SUBDISTRICT_OFFICE = "SUBDISTRICT_OFFICE",
  COMMUNITY_OFFICE = "COMMUNITY_OFFICE",
  VILLAGE_COMMITTEE = "VILLAGE_COMMITTEE",
  INTERNAL_OFFICE = "INTERNAL_OFFICE",
  PUBLIC_INSTITUTION = "PUBLIC_INSTITUTION",
  STATION = "STATION",
  ENFORCEMENT_TEAM = "ENFORCEMENT_TEAM",
  GOVERNANCE_CENTRE = "GOVERNANCE_CENTRE",
  COMMAND_CENTRE = "COMMAND_CENTRE",
  PARTY_BRANCH = "PARTY_BRANCH",
  COMPANY = "COMPANY",
}
registerEnumType(UnitKind, {
  name: "UnitKind",
  description: "What a unit is (单位类型)",
  valuesConfig: {
    DISTRICT_GOVERNMENT: { description: "District or county government (区县政府)" },
    DEPARTMENT: { description: "Department of the district (区级部门)" },
    SUBDISTRICT_OFFICE: { description: "Office of a sub-district, town or township (街道办事处、乡镇政府)" },
    COMMUNITY_OFFICE: { description: "Residents' committee and its service station (社区居委会)" },
    VILLAGE_COMMITTEE: { description: "Villagers' committee (村委会)" },
    INTERNAL_OFFICE: { description: "Office inside another unit (内设机构), e.g. 公共安全办公室 (GZ-1)" },
    PUBLIC_INSTITUTION: { description: "Public institution of a unit (事业单位), e.g. 政务服务中心 (GZ-1)" },
    STATION: {
      description: "A department's station in a sub-district (派驻站所), e.g. 派出所, 司法所",
    },
    ENFORCEMENT_TEAM: { description: "Joint enforcement team (综合执法队, KF-14, GZ-3)" },
    GOVERNANCE_CENTRE: {
      description: "Centre for disputes and order at one of three levels (综治中心, GZ-14)",
    },
    COMMAND_CENTRE: { description: "Command centre that takes in and dispatches (指挥中心, ZY-12)" },
    PARTY_BRANCH: { description: "Party branch of grids (网格党支部, ZY-11, GZ-13)" },
    COMPANY: { description: "A company, e.g. 供电公司: acts by contract, holds no power (企业)" },
  },
});

/** The four linked levels (四级联动, ZY-11): an escalation goes to the parent, one level at a time. */
export enum UnitLevel {
  DISTRICT = "DISTRICT",
  SUBDISTRICT = "SUBDISTRICT",
  COMMUNITY = "COMMUNITY",
  GRID = "GRID",
}
registerEnumType(UnitLevel, {
  name: "UnitLevel",
  description: "Level at which a unit works (四级联动, ZY-11)",
  valuesConfig: {
    DISTRICT: { description: "District, county or county-level city (区、县、县级市)" },
    SUBDISTRICT: { description: "Sub-district, town or township (街道、乡镇)" },
    COMMUNITY: { description: "Community or village (社区、村)" },
    GRID: { description: "Grid (网格)" },
  },
});
