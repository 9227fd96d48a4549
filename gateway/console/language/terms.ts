// Written by `npm run schema` from the descriptions of schema/api.graphql; never edited by hand.
// The graph's own words for the values of its enums: Chinese as the contract has it, and English. One constant each, so
// that a page carries those it shows.

export const AccessGrouping = {
  BASIS: { zh: "按依据", en: "Basis" },
  CONSUMER: { zh: "按使用单位", en: "Consumer" },
  DAY: { zh: "按日", en: "Day" },
  FIELD: { zh: "按字段", en: "Field" },
} as const;

export const AccessOutcome = {
  FAILED: { zh: "系统未应答", en: "Failed" },
  GIVEN: { zh: "已提供", en: "Given" },
  MASKED: { zh: "脱敏提供", en: "Masked" },
  NONE: { zh: "无数据", en: "None" },
  WITHHELD: { zh: "未提供", en: "Withheld" },
} as const;

export const AgeGroup = {
  AGED_60_TO_69: { zh: "60–69岁", en: "Aged 60 to 69" },
  AGED_70_TO_79: { zh: "70–79岁", en: "Aged 70 to 79" },
  AGED_80_TO_89: { zh: "80–89岁", en: "Aged 80 to 89" },
  AGED_90_AND_OVER: { zh: "90岁及以上", en: "Aged 90 and over" },
} as const;

export const AidKind = {
  DESTITUTE_SUPPORT: { zh: "特困人员救助供养", en: "Destitute support" },
  DISABILITY_LIVING_ALLOWANCE: { zh: "困难残疾人生活补贴", en: "Disability living allowance" },
  DISABILITY_NURSING_ALLOWANCE: { zh: "重度残疾人护理补贴", en: "Disability nursing allowance" },
  MINIMUM_LIVING_ALLOWANCE: { zh: "最低生活保障", en: "Minimum living allowance" },
  OLD_AGE_ALLOWANCE: { zh: "高龄津贴", en: "Old age allowance" },
  ORPHAN_ALLOWANCE: { zh: "孤儿基本生活费", en: "Orphan allowance" },
  TEMPORARY_AID: { zh: "临时救助", en: "Temporary aid" },
} as const;

export const AidState = {
  APPLIED: { zh: "已申请", en: "Applied" },
  APPROVED: { zh: "已确认", en: "Approved" },
  IN_PAYMENT: { zh: "发放中", en: "In payment" },
  REFUSED: { zh: "不予确认", en: "Refused" },
  REVIEWED: { zh: "已审核", en: "Reviewed" },
  STOPPED: { zh: "已停发", en: "Stopped" },
} as const;

export const AidStopReason = {
  DIED: { zh: "死亡", en: "Died" },
  MOVED_AWAY: { zh: "迁出", en: "Moved away" },
  NO_LONGER_QUALIFIES: { zh: "不再符合条件", en: "No longer qualifies" },
  TERM_ENDED: { zh: "期限届满", en: "Term ended" },
  WITHDRAWN: { zh: "本人放弃", en: "Withdrawn" },
} as const;

export const AssessmentKind = {
  COMPREHENSIVE: { zh: "一次性综合考核", en: "Comprehensive" },
  SINGLE_ITEM: { zh: "单项考核", en: "Single item" },
  SPECIAL_EVALUATION: { zh: "专项评估", en: "Special evaluation" },
} as const;

export const BaseWeighting = {
  EQUAL: { zh: "各单位相同", en: "Equal" },
  RATED_TICKETS: { zh: "按评价件数", en: "Rated tickets" },
} as const;

export const BatchState = {
  DRAFT: { zh: "起草中", en: "Draft" },
  PUBLISHED: { zh: "已公布", en: "Published" },
} as const;

export const BusinessState = {
  DEREGISTERED: { zh: "注销", en: "Deregistered" },
  IN_BUSINESS: { zh: "存续", en: "In business" },
  LICENCE_REVOKED: { zh: "吊销", en: "Licence revoked" },
  MOVED_AWAY: { zh: "迁出", en: "Moved away" },
  REGISTRATION_ANNULLED: { zh: "撤销登记", en: "Registration annulled" },
} as const;

export const CallBackChannel = {
  MESSAGE: { zh: "短信回访", en: "Message" },
  NET: { zh: "网络回访", en: "Net" },
  PHONE: { zh: "电话回访", en: "Phone" },
} as const;

export const CasePart = {
  ASSISTING: { zh: "协办", en: "Assisting" },
  HANDLING: { zh: "承办", en: "Handling" },
  LEAD: { zh: "牵头", en: "Lead" },
} as const;

export const CivilAffairsRecordSource = {
  APPLICATION: { zh: "本人或监护人申请", en: "Application" },
  COMMUNITY_REPORT: { zh: "社区报送", en: "Community report" },
  HOUSEHOLD_VISIT: { zh: "入户走访", en: "Household visit" },
  REGISTER_EXCHANGE: { zh: "部门数据共享", en: "Register exchange" },
} as const;

export const ClassProblemOrder = {
  NEWEST: { zh: "最新", en: "Newest" },
  RISING: { zh: "按升幅", en: "Rising" },
} as const;

export const ClassProblemState = {
  CLOSED: { zh: "已解决", en: "Closed" },
  DISMISSED: { zh: "已排除", en: "Dismissed" },
  OPEN: { zh: "已研判", en: "Open" },
  PLANNED: { zh: "已制定方案", en: "Planned" },
} as const;

export const CommitteeOffice = {
  CHAIR: { zh: "主任", en: "Chair" },
  MEMBER: { zh: "委员", en: "Member" },
  VICE_CHAIR: { zh: "副主任", en: "Vice chair" },
} as const;

export const ComplaintState = {
  ACCEPTED: { zh: "已受理", en: "Accepted" },
  CLOSED: { zh: "办结", en: "Closed" },
  MEDIATED: { zh: "调解结束", en: "Mediated" },
  RECEIVED: { zh: "待受理", en: "Received" },
  REJECTED: { zh: "不予受理", en: "Rejected" },
} as const;

export const ComponentState = {
  ABANDONED: { zh: "废弃", en: "Abandoned" },
  DAMAGED: { zh: "破损", en: "Damaged" },
  MISSING: { zh: "丢失", en: "Missing" },
  REMOVED: { zh: "移除", en: "Removed" },
  SOUND: { zh: "完好", en: "Sound" },
} as const;

export const ContactRelation = {
  CHILD: { zh: "子女", en: "Child" },
  COMMUNITY_WORKER: { zh: "社区工作者", en: "Community worker" },
  NEIGHBOUR: { zh: "邻居", en: "Neighbour" },
  RELATIVE: { zh: "亲属", en: "Relative" },
} as const;

export const CoordinationMode = {
  DEPARTMENT_LED: { zh: "一门主责、其他配合", en: "Department led" },
  DEPARTMENT_TO_LOCAL: { zh: "部门要求、街乡落实", en: "Department to local" },
  LOCAL_LED: { zh: "街乡吹哨、部门报到", en: "Local led" },
} as const;

export const CoordinatorClass = {
  PUBLIC_ORDER: { zh: "综合治安", en: "Public order" },
  SOCIAL_SERVICE: { zh: "社会服务", en: "Social service" },
  URBAN_MANAGEMENT: { zh: "城市管理", en: "Urban management" },
} as const;

export const DataGrantState = {
  APPROVED: { zh: "已批准", en: "Approved" },
  REFUSED: { zh: "已驳回", en: "Refused" },
  REQUESTED: { zh: "已申请", en: "Requested" },
  REVOKED: { zh: "已撤销", en: "Revoked" },
} as const;

export const Datum = {
  BD09: { zh: "百度坐标", en: "Bd09" },
  GCJ02: { zh: "火星坐标", en: "Gcj02" },
  WGS84: { zh: "国家大地坐标系", en: "Wgs84" },
} as const;

export const DayBoundary = {
  MIDNIGHT: { zh: "自然日", en: "Midnight" },
  NOON: { zh: "当日 12 时至次日 12 时", en: "Noon" },
} as const;

export const DeductionCounting = {
  PRO_RATA: { zh: "按比例", en: "Pro rata" },
  WHOLE_POINTS: { zh: "按整百分点", en: "Whole points" },
} as const;

export const DemandKind = {
  COMPLAINT: { zh: "投诉", en: "Complaint" },
  CONSULTATION: { zh: "咨询", en: "Consultation" },
  HELP: { zh: "求助", en: "Help" },
  REPORT: { zh: "举报", en: "Report" },
  SUGGESTION: { zh: "建议", en: "Suggestion" },
} as const;

export const DemanderKind = {
  BODY: { zh: "其他单位或组织", en: "Body" },
  FIRM: { zh: "企业", en: "Firm" },
  PERSON: { zh: "自然人", en: "Person" },
} as const;

export const DisabilityCategory = {
  HEARING: { zh: "听力残疾", en: "Hearing" },
  INTELLECTUAL: { zh: "智力残疾", en: "Intellectual" },
  MENTAL: { zh: "精神残疾", en: "Mental" },
  MULTIPLE: { zh: "多重残疾", en: "Multiple" },
  PHYSICAL: { zh: "肢体残疾", en: "Physical" },
  SPEECH: { zh: "言语残疾", en: "Speech" },
  VISUAL: { zh: "视力残疾", en: "Visual" },
} as const;

export const DisabilityGrade = {
  FOUR: { zh: "四级", en: "Four" },
  ONE: { zh: "一级", en: "One" },
  THREE: { zh: "三级", en: "Three" },
  TWO: { zh: "二级", en: "Two" },
} as const;

export const DisclosureSubject = {
  ACCESS_RECORD: { zh: "访问记录", en: "Access record" },
  RESIDENT: { zh: "居民", en: "Resident" },
} as const;

export const DispatchRefusal = {
  HAND_DOWN_INCOMPLETE: { zh: "下沉要件不全", en: "Hand down incomplete" },
  ITEM_REQUIRED: { zh: "未列事项", en: "Item required" },
  NOT_ACCESS_ITEM: { zh: "非准入事项", en: "Not access item" },
  NOT_IN_FORCE: { zh: "当日未生效或已移出", en: "Not in force" },
  OFF_LIST: { zh: "清单外事项", en: "Off list" },
  UNIT_NOT_IN_FORCE: { zh: "单位当日不存在", en: "Unit not in force" },
  UNKNOWN_ITEM: { zh: "事项不存在", en: "Unknown item" },
  UNKNOWN_UNIT: { zh: "单位不存在", en: "Unknown unit" },
} as const;

export const DisputeDecision = {
  RELEASED: { zh: "免除", en: "Released" },
  UPHELD: { zh: "维持", en: "Upheld" },
} as const;

export const DisputeMediationState = {
  AGREED: { zh: "调解成功", en: "Agreed" },
  NOT_AGREED: { zh: "调解不成", en: "Not agreed" },
  OPEN: { zh: "调解中", en: "Open" },
} as const;

export const DivisionLevel = {
  CITY: { zh: "地级", en: "City" },
  COMMUNITY: { zh: "社区、村", en: "Community" },
  DISTRICT: { zh: "县级", en: "District" },
  PROVINCE: { zh: "省级", en: "Province" },
  TOWNSHIP: { zh: "街道、镇、乡", en: "Township" },
} as const;

export const DoubleReportingKind = {
  CADRE: { zh: "下沉干部", en: "Cadre" },
  PARTY_BODY: { zh: "单位党组织报到", en: "Party body" },
  PARTY_MEMBER: { zh: "在职党员报到", en: "Party member" },
  TEMPORARY_POST: { zh: "兼任临时职务", en: "Temporary post" },
} as const;

export const EvaluationDirection = {
  OF_BLOWER: { zh: "应哨方评吹哨方", en: "Of blower" },
  OF_RESPONDER: { zh: "吹哨方评应哨方", en: "Of responder" },
} as const;

export const EvaluationState = {
  DUE: { zh: "待评价", en: "Due" },
  FILED: { zh: "绩效办已备案", en: "Filed" },
  GIVEN: { zh: "已评价", en: "Given" },
} as const;

export const GrantState = {
  APPROVED: { zh: "区政府已批准", en: "Approved" },
  INTENT: { zh: "已提出承接意向", en: "Intent" },
  LISTED: { zh: "已列入批次", en: "Listed" },
  PUBLISHED: { zh: "已公布", en: "Published" },
  REVIEWED: { zh: "部门已审核", en: "Reviewed" },
  REVOKED: { zh: "已收回", en: "Revoked" },
} as const;

export const GridKind = {
  BASIC: { zh: "基础网格", en: "Basic" },
  EXCLUSIVE: { zh: "专属网格", en: "Exclusive" },
} as const;

export const GridSizeProblem = {
  TOO_FEW: { zh: "户数不足", en: "Too few" },
  TOO_MANY: { zh: "户数超出", en: "Too many" },
} as const;

export const HandDownFact = {
  APPROVAL: { zh: "区委区政府批准", en: "Approval" },
  FUNDS: { zh: "经费保障", en: "Funds" },
  WORKING_CONDITIONS: { zh: "工作条件", en: "Working conditions" },
} as const;

export const HotClassOrder = {
  LATEST: { zh: "按时间", en: "Latest" },
  RISING: { zh: "按升幅", en: "Rising" },
  STRONGEST: { zh: "按热度", en: "Strongest" },
} as const;

export const HotClassState = {
  DISMISSED: { zh: "已排除", en: "Dismissed" },
  MERGED: { zh: "已合并", en: "Merged" },
  OPEN: { zh: "关注中", en: "Open" },
} as const;

export const HouseholdKind = {
  COLLECTIVE: { zh: "集体户", en: "Collective" },
  FAMILY: { zh: "家庭户", en: "Family" },
} as const;

export const HouseholdRelation = {
  CHILD: { zh: "子女", en: "Child" },
  CO_TENANT: { zh: "合租", en: "Co tenant" },
  GRANDCHILD: { zh: "孙子女", en: "Grandchild" },
  HEAD: { zh: "户主", en: "Head" },
  OTHER: { zh: "其他", en: "Other" },
  PARENT: { zh: "父母", en: "Parent" },
  SPOUSE: { zh: "配偶", en: "Spouse" },
} as const;

export const ImportFormat = {
  CSV: { zh: "表格", en: "Csv" },
  JSON: { zh: "对象数组", en: "Json" },
} as const;

export const InspectionResult = {
  CASE_OPENED: { zh: "立案", en: "Case opened" },
  CORRECTED_ON_THE_SPOT: { zh: "现场整改", en: "Corrected on the spot" },
  NOTHING_FOUND: { zh: "未发现问题", en: "Nothing found" },
  NOT_AT_ADDRESS: { zh: "住所无法联系", en: "Not at address" },
  ORDERED_TO_CORRECT: { zh: "责令改正", en: "Ordered to correct" },
} as const;

export const InstitutionType = {
  HOSPITAL: { zh: "医院", en: "Hospital" },
  MARKET: { zh: "商圈市场", en: "Market" },
  PARK: { zh: "园区", en: "Park" },
  SCHOOL: { zh: "学校", en: "School" },
} as const;

export const IntakeSpan = {
  DAY: { zh: "按日", en: "Day" },
  HOUR_OF_DAY: { zh: "按一天中的小时", en: "Hour of day" },
} as const;

export const InvalidCallBackReason = {
  NOT_THE_DEMANDER: { zh: "非本人", en: "Not the demander" },
  REFUSED: { zh: "拒绝回访", en: "Refused" },
  UNREACHABLE: { zh: "无法接通、无人接听", en: "Unreachable" },
  WRONG_NUMBER: { zh: "空号、错号", en: "Wrong number" },
} as const;

export const KeyPlaceKind = {
  DANGEROUS_CHEMICALS: { zh: "危险化学品单位", en: "Dangerous chemicals" },
  ENTERTAINMENT_VENUE: { zh: "娱乐场所", en: "Entertainment venue" },
  HOTEL: { zh: "旅馆", en: "Hotel" },
  INTERNET_CAFE: { zh: "网吧", en: "Internet cafe" },
  MARKET: { zh: "集贸市场", en: "Market" },
  MEDICAL_SITE: { zh: "医药机构", en: "Medical site" },
  MOTOR_REPAIR: { zh: "机动车维修", en: "Motor repair" },
  PAWNBROKER: { zh: "典当", en: "Pawnbroker" },
  SCHOOL: { zh: "学校、幼托机构", en: "School" },
  SCRAP_DEALER: { zh: "废旧金属收购", en: "Scrap dealer" },
  SEAL_ENGRAVER: { zh: "公章刻制", en: "Seal engraver" },
} as const;

export const LicenceKind = {
  DRUG_BUSINESS: { zh: "药品经营许可", en: "Drug business" },
  FOOD_BUSINESS: { zh: "食品经营许可", en: "Food business" },
  FOOD_PRODUCTION: { zh: "食品生产许可", en: "Food production" },
  SPECIAL_EQUIPMENT: { zh: "特种设备使用登记", en: "Special equipment" },
} as const;

export const LicenceState = {
  CANCELLED: { zh: "注销", en: "Cancelled" },
  REVOKED: { zh: "吊销", en: "Revoked" },
  VALID: { zh: "有效", en: "Valid" },
} as const;

export const LimitName = {
  COMPLEX: { zh: "疑难复杂", en: "Complex" },
  EMERGENCY: { zh: "紧急", en: "Emergency" },
  ORDINARY: { zh: "一般", en: "Ordinary" },
  UTILITIES: { zh: "水电气热", en: "Utilities" },
} as const;

export const ListKind = {
  COMMUNITY_ACCESS: { zh: "社区准入事项", en: "Community access" },
  DUTY: { zh: "责任清单", en: "Duty" },
  MICRO_POWER: { zh: "小微权力清单", en: "Micro power" },
  POWER: { zh: "权力清单", en: "Power" },
  SERVICE: { zh: "服务清单", en: "Service" },
} as const;

export const LivingSituation = {
  CHILDREN_ELSEWHERE: { zh: "子女在外地", en: "Children elsewhere" },
  CHILDREN_NEARBY: { zh: "子女在本市", en: "Children nearby" },
  NO_CHILDREN: { zh: "无子女", en: "No children" },
} as const;

export const MediaKind = {
  PHOTO: { zh: "照片", en: "Photo" },
  VIDEO: { zh: "视频", en: "Video" },
  VOICE: { zh: "语音", en: "Voice" },
} as const;

export const MediationOutcome = {
  AGREED: { zh: "达成协议", en: "Agreed" },
  NOT_AGREED: { zh: "无法达成协议", en: "Not agreed" },
  REFUSED: { zh: "拒绝调解", en: "Refused" },
  TIME_UP: { zh: "期限届满", en: "Time up" },
  WITHDRAWN: { zh: "撤回投诉", en: "Withdrawn" },
} as const;

export const MemberYearTotal = {
  MEAN: { zh: "各月平均", en: "Mean" },
  SUM: { zh: "各月累加", en: "Sum" },
} as const;

export const NegativeListState = {
  DISMISSED: { zh: "不予认定", en: "Dismissed" },
  PROPOSED: { zh: "已提出", en: "Proposed" },
  STATED: { zh: "已陈述", en: "Stated" },
  UPHELD: { zh: "认定成立", en: "Upheld" },
} as const;

export const ObservedSituation = {
  DISCONTENT: { zh: "不满情绪", en: "Discontent" },
  DISPUTE: { zh: "矛盾纠纷", en: "Dispute" },
  ILL_IN_BED: { zh: "生病卧床", en: "Ill in bed" },
  SUDDEN_EVENT: { zh: "突发事件", en: "Sudden event" },
} as const;

export const Offence = {
  FAILURE_TO_REPORT: { zh: "不报到", en: "Failure to report" },
  FAILURE_TO_WHISTLE: { zh: "有哨不吹", en: "Failure to whistle" },
  INACTION: { zh: "报到不作为、互相推诿", en: "Inaction" },
  MISUSE: { zh: "乱吹哨", en: "Misuse" },
} as const;

export const PenaltyKind = {
  CONFISCATION: { zh: "没收", en: "Confiscation" },
  FINE: { zh: "罚款", en: "Fine" },
  LICENCE_REVOCATION: { zh: "吊销许可证件", en: "Licence revocation" },
  SUSPENSION: { zh: "责令停产停业", en: "Suspension" },
  WARNING: { zh: "警告、通报批评", en: "Warning" },
} as const;

export const PoliceCallKind = {
  CRIME: { zh: "刑事", en: "Crime" },
  DISPUTE: { zh: "纠纷", en: "Dispute" },
  FIRE: { zh: "火灾", en: "Fire" },
  HELP: { zh: "求助", en: "Help" },
  NOISE: { zh: "噪声扰民", en: "Noise" },
  OTHER: { zh: "其他", en: "Other" },
  PUBLIC_ORDER: { zh: "治安", en: "Public order" },
  TRAFFIC: { zh: "交通", en: "Traffic" },
} as const;

export const PoliceCallOutcome = {
  CASE_OPENED: { zh: "受理立案", en: "Case opened" },
  HANDED_OVER: { zh: "移交", en: "Handed over" },
  MEDIATED: { zh: "调解", en: "Mediated" },
  NOTHING_TO_DO: { zh: "无需处置", en: "Nothing to do" },
  SETTLED_ON_SITE: { zh: "当场处置", en: "Settled on site" },
} as const;

export const PoolRoute = {
  DISPATCH: { zh: "简单事项：派单", en: "Dispatch" },
  WHISTLE: { zh: "复杂事项：吹哨", en: "Whistle" },
} as const;

export const PoolState = {
  DISMISSED: { zh: "不予受理", en: "Dismissed" },
  DISPATCHED: { zh: "已派单", en: "Dispatched" },
  MERGED: { zh: "已合并", en: "Merged" },
  NEW: { zh: "新入池", en: "New" },
  SCREENED: { zh: "已筛选", en: "Screened" },
  WHISTLED: { zh: "已吹哨", en: "Whistled" },
} as const;

export const Post = {
  CENTRE_DISPATCHER: { zh: "派单员", en: "Centre dispatcher" },
  CHIEF_RESPONDER: { zh: "总应哨人", en: "Chief responder" },
  COMMUNITY_SECRETARY: { zh: "社区书记", en: "Community secretary" },
  COMMUNITY_STAFF: { zh: "社区工作者", en: "Community staff" },
  DATA_STEWARD: { zh: "数据管理员", en: "Data steward" },
  DISTRICT_LEADER: { zh: "区委区政府", en: "District leader" },
  GRID_MEMBER: { zh: "网格员", en: "Grid member" },
  LIST_KEEPER: { zh: "编办", en: "List keeper" },
  PERFORMANCE_OFFICE: { zh: "绩效办", en: "Performance office" },
  RESIDENT: { zh: "居民", en: "Resident" },
  RESPONDER: { zh: "应哨人", en: "Responder" },
  SERVICE: { zh: "服务", en: "Service" },
  SUBDISTRICT_LEADER: { zh: "街道领导", en: "Subdistrict leader" },
} as const;

export const PowerKind = {
  ADJUDICATION: { zh: "行政裁决", en: "Adjudication" },
  COMPULSION: { zh: "行政强制", en: "Compulsion" },
  CONFIRMATION: { zh: "行政确认", en: "Confirmation" },
  INSPECTION: { zh: "行政检查", en: "Inspection" },
  LEVY: { zh: "行政征收", en: "Levy" },
  LICENCE: { zh: "行政许可", en: "Licence" },
  OTHER: { zh: "其他", en: "Other" },
  PAYMENT: { zh: "行政给付", en: "Payment" },
  PENALTY: { zh: "行政处罚", en: "Penalty" },
  REWARD: { zh: "行政奖励", en: "Reward" },
} as const;

export const RegistrationPlace = {
  ELSEWHERE: { zh: "流动人口", en: "Elsewhere" },
  LOCAL: { zh: "户籍人口", en: "Local" },
} as const;

export const RegistrationState = {
  CANCELLED: { zh: "注销", en: "Cancelled" },
  IN_FORCE: { zh: "正常", en: "In force" },
  MOVED_OUT: { zh: "迁出", en: "Moved out" },
} as const;

export const RejectionReason = {
  HANDLED_ELSEWHERE: { zh: "他处已受理或处理", en: "Handled elsewhere" },
  NOT_COMPETENT: { zh: "非本部门职责", en: "Not competent" },
  NO_CONSUMER_DISPUTE: { zh: "非消费争议", en: "No consumer dispute" },
  OTHER_BY_LAW: { zh: "其他法定情形", en: "Other by law" },
  PAPERS_MISSING: { zh: "材料不全", en: "Papers missing" },
  TIME_BARRED: { zh: "超过三年", en: "Time barred" },
} as const;

export const RelationToHead = {
  CHILD: { zh: "子女", en: "Child" },
  GRANDCHILD: { zh: "孙子女", en: "Grandchild" },
  GRANDPARENT: { zh: "祖父母", en: "Grandparent" },
  HEAD: { zh: "户主", en: "Head" },
  OTHER: { zh: "其他", en: "Other" },
  PARENT: { zh: "父母", en: "Parent" },
  SIBLING: { zh: "兄弟姐妹", en: "Sibling" },
  SPOUSE: { zh: "配偶", en: "Spouse" },
} as const;

export const ReminderMoment = {
  BEFORE: { zh: "到期前提醒", en: "Before" },
  LIMIT: { zh: "到期提醒", en: "Limit" },
} as const;

export const RentedHouseUse = {
  DORMITORY: { zh: "集体宿舍", en: "Dormitory" },
  DWELLING: { zh: "居住", en: "Dwelling" },
  DWELLING_AND_TRADE: { zh: "居住兼经营", en: "Dwelling and trade" },
} as const;

export const ResidenceDocument = {
  REGISTRATION_SLIP: { zh: "居住登记凭证", en: "Registration slip" },
  RESIDENCE_PERMIT: { zh: "居住证", en: "Residence permit" },
} as const;

export const ResidenceReason = {
  FAMILY: { zh: "投靠、探亲访友", en: "Family" },
  MEDICAL_CARE: { zh: "治病疗养", en: "Medical care" },
  OTHER: { zh: "其他", en: "Other" },
  STUDY: { zh: "学习培训", en: "Study" },
  TRADE: { zh: "经商", en: "Trade" },
  WORK: { zh: "务工、务农、服务、保姆", en: "Work" },
} as const;

export const ReviewVerdict = {
  JUSTIFIED: { zh: "情况属实", en: "Justified" },
  NOT_JUSTIFIED: { zh: "理由不成立", en: "Not justified" },
} as const;

export const RiseSpan = {
  DAY: { zh: "近24小时", en: "Day" },
  WEEK: { zh: "近7天", en: "Week" },
} as const;

export const Rows = {
  ALL: { zh: "全部", en: "All" },
  OWN_DIVISION: { zh: "本辖区", en: "Own division" },
  OWN_GRIDS: { zh: "本网格", en: "Own grids" },
  THIS_CASE: { zh: "本案", en: "This case" },
} as const;

export const SafetyGrade = {
  STRICT: { zh: "严管", en: "Strict" },
  TRUSTED: { zh: "放心", en: "Trusted" },
  WATCHED: { zh: "关注", en: "Watched" },
} as const;

export const Satisfaction = {
  BASICALLY_SATISFIED: { zh: "基本满意", en: "Basically satisfied" },
  DISSATISFIED: { zh: "不满意", en: "Dissatisfied" },
  NOT_RATED: { zh: "未评价", en: "Not rated" },
  SATISFIED: { zh: "满意", en: "Satisfied" },
} as const;

export const SecurityClass = {
  A: { zh: "A 级", en: "A" },
  B: { zh: "B 级", en: "B" },
  C: { zh: "C 级", en: "C" },
} as const;

export const Sex = {
  FEMALE: { zh: "女", en: "Female" },
  MALE: { zh: "男", en: "Male" },
} as const;

export const SittingOutcome = {
  ADJOURNED: { zh: "择期再调", en: "Adjourned" },
  AGREED: { zh: "达成协议", en: "Agreed" },
  NOT_AGREED: { zh: "未达成协议", en: "Not agreed" },
} as const;

export const SourceNetwork = {
  LAW_ENFORCEMENT: { zh: "城管综合执法网", en: "Law enforcement" },
  PUBLIC_SECURITY: { zh: "社会治安网", en: "Public security" },
  SOCIAL_SERVICE: { zh: "社会服务管理网", en: "Social service" },
  URBAN_MANAGEMENT: { zh: "城市管理网", en: "Urban management" },
} as const;

export const StreetOrderFoundBy = {
  CAMERA: { zh: "视频监控", en: "Camera" },
  COLLECTOR: { zh: "信息采集员", en: "Collector" },
  ENFORCEMENT: { zh: "执法巡查", en: "Enforcement" },
  GRID_MEMBER: { zh: "网格员、社区", en: "Grid member" },
  TICKET: { zh: "工单转入", en: "Ticket" },
} as const;

export const StreetOrderKind = {
  COMPONENT: { zh: "部件", en: "Component" },
  EVENT: { zh: "事件", en: "Event" },
} as const;

export const StreetOrderLimitUnit = {
  WORKING_DAYS: { zh: "工作日", en: "Working days" },
  WORKING_HOURS: { zh: "工作时", en: "Working hours" },
} as const;

export const StreetOrderState = {
  CLOSED: { zh: "已结案", en: "Closed" },
  COLLECTED: { zh: "已上报", en: "Collected" },
  DECLINED: { zh: "不予立案", en: "Declined" },
  DISPATCHED: { zh: "已派遣", en: "Dispatched" },
  ESTABLISHED: { zh: "已立案", en: "Established" },
  EVALUATED: { zh: "已评价", en: "Evaluated" },
  FEEDBACK_GIVEN: { zh: "已反馈", en: "Feedback given" },
  HANDLED: { zh: "已处理", en: "Handled" },
} as const;

export const StreetOrderStepName = {
  COLLECTION: { zh: "信息收集", en: "Collection" },
  DISPATCH: { zh: "任务派遣", en: "Dispatch" },
  ESTABLISHMENT: { zh: "案卷建立", en: "Establishment" },
  EVALUATION: { zh: "综合评价", en: "Evaluation" },
  FEEDBACK: { zh: "处理反馈", en: "Feedback" },
  HANDLING: { zh: "任务处理", en: "Handling" },
  VERIFICATION: { zh: "核查结案", en: "Verification" },
} as const;

export const TicketFunction = {
  ON_COMPLAINT: { zh: "接诉即办", en: "On complaint" },
  PROACTIVE: { zh: "未诉先办", en: "Proactive" },
  WHISTLE_REPORT: { zh: "吹哨报到", en: "Whistle report" },
} as const;

export const TicketOrder = {
  DUE_FIRST: { zh: "最早到期", en: "Due first" },
  NEWEST: { zh: "最新受理", en: "Newest" },
  OLDEST: { zh: "最早受理", en: "Oldest" },
} as const;

export const TicketState = {
  ARCHIVED: { zh: "已归档", en: "Archived" },
  CALLED_BACK: { zh: "已回访", en: "Called back" },
  DISPATCHED: { zh: "已派单", en: "Dispatched" },
  EXTENDED: { zh: "已延期", en: "Extended" },
  FEEDBACK_GIVEN: { zh: "已反馈", en: "Feedback given" },
  HANDLED: { zh: "已办结", en: "Handled" },
  IN_PROGRESS: { zh: "办理中", en: "In progress" },
  LEDGERED: { zh: "挂账", en: "Ledgered" },
  MATCHED: { zh: "已匹配权责", en: "Matched" },
  MERGED: { zh: "已并单", en: "Merged" },
  RECEIVED: { zh: "已受理", en: "Received" },
  REJECTED: { zh: "不予受理", en: "Rejected" },
  REOPENED: { zh: "重新办理", en: "Reopened" },
  RETURNED: { zh: "已退单", en: "Returned" },
  SIGNED: { zh: "已签收", en: "Signed" },
  STRUCK_OFF: { zh: "已销号", en: "Struck off" },
  SUPERVISED: { zh: "督办中", en: "Supervised" },
  VERIFIED: { zh: "已核实", en: "Verified" },
  WHISTLED: { zh: "已吹哨", en: "Whistled" },
} as const;

export const TicketStepName = {
  COLLECTION: { zh: "信息汇集", en: "Collection" },
  DISCOVERY: { zh: "发现问题", en: "Discovery" },
  DISPATCH: { zh: "派单办理", en: "Dispatch" },
  EVALUATION: { zh: "考核评价", en: "Evaluation" },
  FEEDBACK: { zh: "结果反馈", en: "Feedback" },
  MATCHING: { zh: "权责匹配", en: "Matching" },
  REPORT_FOR_DUTY: { zh: "报到处置", en: "Report for duty" },
  WHISTLE: { zh: "吹哨解决", en: "Whistle" },
} as const;

export const TimeLimitUnit = {
  CALENDAR_DAYS: { zh: "自然日", en: "Calendar days" },
  HOURS: { zh: "小时", en: "Hours" },
  MINUTES: { zh: "分钟", en: "Minutes" },
  WORKING_DAYS: { zh: "工作日", en: "Working days" },
  WORKING_HOURS: { zh: "工作时", en: "Working hours" },
} as const;

export const Trade = {
  CLINIC: { zh: "医药", en: "Clinic" },
  COMPANY: { zh: "公司", en: "Company" },
  PLANT: { zh: "生产", en: "Plant" },
  RESTAURANT: { zh: "餐饮", en: "Restaurant" },
  SCHOOL: { zh: "教育培训", en: "School" },
  SHOP: { zh: "零售", en: "Shop" },
  STALL: { zh: "市场摊位", en: "Stall" },
  WORKSHOP: { zh: "加工修理", en: "Workshop" },
} as const;

export const UnitKind = {
  COMMAND_CENTRE: { zh: "指挥中心", en: "Command centre" },
  COMMUNITY_OFFICE: { zh: "社区居委会", en: "Community office" },
  COMPANY: { zh: "企业", en: "Company" },
  DEPARTMENT: { zh: "区级部门", en: "Department" },
  DISTRICT_GOVERNMENT: { zh: "区县政府", en: "District government" },
  ENFORCEMENT_TEAM: { zh: "综合执法队", en: "Enforcement team" },
  GOVERNANCE_CENTRE: { zh: "综治中心", en: "Governance centre" },
  INTERNAL_OFFICE: { zh: "内设机构", en: "Internal office" },
  PARTY_BRANCH: { zh: "网格党支部", en: "Party branch" },
  PUBLIC_INSTITUTION: { zh: "事业单位", en: "Public institution" },
  STATION: { zh: "派驻站所", en: "Station" },
  SUBDISTRICT_OFFICE: { zh: "街道办事处、乡镇政府", en: "Subdistrict office" },
  VILLAGE_COMMITTEE: { zh: "村委会", en: "Village committee" },
} as const;

export const UnitLevel = {
  COMMUNITY: { zh: "社区、村", en: "Community" },
  DISTRICT: { zh: "区、县、县级市", en: "District" },
  GRID: { zh: "网格", en: "Grid" },
  SUBDISTRICT: { zh: "街道、乡镇", en: "Subdistrict" },
} as const;

export const UnusualAccessKind = {
  BULK_READING: { zh: "批量查阅", en: "Bulk reading" },
  NO_OPEN_CASE: { zh: "无在办案件查阅", en: "No open case" },
} as const;

export const Urgency = {
  CRITICAL: { zh: "特急", en: "Critical" },
  ORDINARY: { zh: "一般", en: "Ordinary" },
  URGENT: { zh: "紧急", en: "Urgent" },
} as const;

export const VetoLevel = {
  CENTRAL: { zh: "中央", en: "Central" },
  CITY: { zh: "市级", en: "City" },
  DEPARTMENT: { zh: "部门", en: "Department" },
  DISTRICT: { zh: "区级", en: "District" },
  PROVINCIAL: { zh: "省级", en: "Provincial" },
} as const;

export const VisitorForce = {
  ADMINISTRATIVE: { zh: "行政力量", en: "Administrative" },
  SOCIAL: { zh: "社会力量", en: "Social" },
} as const;

export const WhistleAwaitedStep = {
  ARRIVE: { zh: "待报到", en: "Arrive" },
  CLOSE: { zh: "待归档", en: "Close" },
  CONFIRM: { zh: "待确认", en: "Confirm" },
  DECIDE_EXTENSION: { zh: "待审核延期", en: "Decide extension" },
  MEASURES: { zh: "待提出措施", en: "Measures" },
  RESOLVE: { zh: "待办结", en: "Resolve" },
  SIGN: { zh: "待签收", en: "Sign" },
} as const;

export const WhistleClockBearer = {
  EACH: { zh: "各应哨单位", en: "Each" },
  LEAD: { zh: "牵头单位会同各方", en: "Lead" },
} as const;

export const WhistleClockStep = {
  ARRIVE: { zh: "报到", en: "Arrive" },
  CHECKPOINT: { zh: "一三五七节点", en: "Checkpoint" },
  MEASURES: { zh: "提出解决措施", en: "Measures" },
  RESOLVE: { zh: "办结", en: "Resolve" },
  SIGN: { zh: "签收", en: "Sign" },
} as const;

export const WhistleOrder = {
  DUE_FIRST: { zh: "最早到期", en: "Due first" },
  NEWEST: { zh: "最新", en: "Newest" },
  OLDEST: { zh: "最早", en: "Oldest" },
} as const;

export const WhistlePart = {
  BLEW: { zh: "吹哨", en: "Blew" },
  CALLED: { zh: "应哨", en: "Called" },
} as const;

export const WhistlePauseGround = {
  AUTHORITY: { zh: "等待其他机关", en: "Authority" },
  CONDITIONS: { zh: "等待施工或现场条件", en: "Conditions" },
  DEMANDER: { zh: "等待诉求人", en: "Demander" },
} as const;

export const WhistleRole = {
  ASSISTING: { zh: "协办", en: "Assisting" },
  LEAD: { zh: "牵头", en: "Lead" },
} as const;

export const WhistleState = {
  ARRIVED: { zh: "已报到", en: "Arrived" },
  BLOWN: { zh: "已吹哨", en: "Blown" },
  CLOSED: { zh: "已办结归档", en: "Closed" },
  CONFIRMED: { zh: "已确认", en: "Confirmed" },
  DISPUTED: { zh: "职责争议", en: "Disputed" },
  DRAFT: { zh: "待筛选", en: "Draft" },
  EVALUATED: { zh: "已评价", en: "Evaluated" },
  MEASURES_ISSUED: { zh: "已提出措施", en: "Measures issued" },
  RESOLVED: { zh: "已办结", en: "Resolved" },
  RULED_MISUSE: { zh: "认定为乱吹哨", en: "Ruled misuse" },
  SIGNED: { zh: "已签收", en: "Signed" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
} as const;

export const WhistleTimeliness = {
  LATE: { zh: "超时", en: "Late" },
  ON_TIME: { zh: "按时", en: "On time" },
  RUNNING: { zh: "时限内", en: "Running" },
  UNTIMED: { zh: "不计时限", en: "Untimed" },
} as const;
