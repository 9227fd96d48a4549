/** A published practice whose rules the platform keeps. */
export interface Practice {
  readonly prefix: string;
  readonly name: string;
  readonly nameZh: string;
  readonly rules: readonly Rule[];
}

export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** Why nothing keeps it yet, or what of it is missing. */
  readonly notBuilt?: string;
}

const practice = (
  prefix: string,
  name: string,
  nameZh: string,
  rules: readonly (readonly [name: string, nameZh: string, notBuilt?: string])[],
): Practice => ({
  prefix,
  name,
  nameZh,
  rules: rules.map(([name, nameZh, notBuilt], index) => ({
    id: `${prefix}-${index + 1}`,
    name,
    nameZh,
    ...(notBuilt && { notBuilt }),
  })),
});

/** Every rule of the five published practices, in the order of their texts. */
export const practices: readonly Practice[] = [
  practice("KF", "Kaifu: sub-districts whistle, departments report", "开福区：街道吹哨、部门报到", [
    [
      "Any desk handles any matter; seven in ten staff at the front",
      "全岗通",
      "no staff roster of communities",
    ],
    ["Nine of ten households visited in the year", "年入户率"],
    ["Administrative and social forces visit", "行政力量、社会力量"],
    [
      "Demands raised by deliberation",
      "集体会商、居民议事",
      "no record of a meeting; its demands have a channel",
    ],
    ["Many channels, one intake", "多线收集"],
    ["Demands and suggestions, counted by sub-district and year", "试点数量"],
    ["The community checks on site before it whistles", "社区先行核实"],
    ["Routine whistle: community to sub-district", "日常哨"],
    ["Emergency whistle: the secretary calls a department and files with the street", "应急哨"],
    ["Tackling whistle: measures within five working days", "攻坚哨"],
    ["One designated responder for each department and community", "应哨人"],
    ["One chief responder for each department", "总应哨人"],
    ["Area liaison", "分片联系"],
    ["Joint enforcement team of the sub-district", "街道综合执法队"],
    ["Each side grades the other", "互考"],
    ["Yearly evaluation of sub-districts", "专项评估"],
    ["Negative list of four offences", "负面清单"],
    ["Whistles to departments and problems solved, counted", "吹哨成效"],
  ]),
  practice("GZ", "Ganzhou: power lists and a dispatch centre", "甘州区：权责清单与派单中心", [
    ["Offices and institutions inside a sub-district", "党政机构、事业单位"],
    ["Two front desks: one window in, sorted by office", "两个前台", "no desk of its own in the intake"],
    ["One team enforces", "一支队伍管执法", "the team and its members are kept; powers are listed by unit"],
    ["Three powers of a sub-district", "三项权力"],
    ["Power granting: intent, review, approval, listing, publication", "赋权程序"],
    ["The sub-district's list of powers and duties", "83项权责清单"],
    ["Only access items may be put on communities", "20项社区准入事项"],
    ["Off its list a sub-district is never the responsible body", "不作为责任主体"],
    ["Handing down takes approval, funds and conditions", "下沉职责审核"],
    ["One comprehensive assessment; departments run none of their own", "一次性综合考核"],
    ["Lists change in numbered, dated batches", "动态调整"],
    ["Power, duty and service lists", "三张清单"],
    ["Four-tier party network: a branch may serve several grids", "四级网络"],
    ["Governance centres of three levels", "三级综治中心"],
    ["The centre whistles, departments report", "中心吹哨、部门报到"],
    ["Central intake, dispatch by class, arrival checked in", "中心接件、分类派单"],
    ["Answer at once, act before complaint", "即呼即应、未诉先办"],
    ["Part-time members of the community committee", "兼职委员", "no committees of communities"],
  ]),
  practice("PG", "Pinggu: three functions on one platform", "平谷区：三大功能一个平台", [
    ["A ticket passes between the three functions", "三大功能"],
    ["Eight-step loop", "八步闭环"],
    ["The handling unit may whistle from its ticket", "诉求承办单位吹哨"],
    ["Overlapping duties have one lead, or an arbiter", "区级部门职责清单"],
    ["Nine kinds of power and others", "9+X权力清单"],
    ["Small-and-micro power list of villages", "小微权力清单"],
    ["A leader takes the case; commands run down the levels", "领导包案、五级指挥调度"],
    ["Three-level whistle, raised one level at a time", "三级吹哨"],
    ["Seven kinds of source; the public's whistles are screened", "哨源主体"],
    ["Three themes of whistle", "三类主题哨"],
    ["Six-character method of a task force", "专快细深实真"],
    ["Checkpoints one, three, five, seven", "一三五七"],
    ["Enterprises as demanders, their demands reported on", "企业诉求"],
    ["Pool of what nobody complained of yet", "民意直通车、未诉先办工单池"],
    ["Three modes of coordination", "三协同"],
    ["One, four and N: who a village calls together", "1+4+N"],
    ["Party bodies and members report to communities", "双报到"],
    ["Problems solved through reporting, counted", "报到成效"],
  ]),
  practice("ZY", "Zhaoyuan: answered when called", "招远市：招即办", [
    ["Basic grids of 300 to 400 households", "基础网格"],
    ["Exclusive grids of institutions", "专属网格"],
    ["Every dwelling lies in a grid", "全域覆盖"],
    ["Fourteen departments' matters in one net", "多网合一"],
    ["Nine classes and seventy duties of a grid member", "9大类70项"],
    ["Four situations to watch, restricted and expiring", "四种情况"],
    ["Grid members and assistants", "联户党员、联户助理"],
    ["Staffing floor of centres", "中心配备"],
    ["Snap and report, or speak and report, in one call", "随手拍、语音报"],
    ["Members are public and graded every month", "三公开一考核"],
    ["Four linked levels", "四级联动"],
    ["Command centre with roles and shifts", "指挥中心"],
    ["Modules and functions", "20板块74功能", "a size to compare with, not a rule"],
    ["One number, one code on every building", "一号通办、一号一码"],
    ["Called level by level", "民呼社应、社呼街应、街呼市应"],
    ["Four-step loop: taken in, split and forwarded, answered, filed", "四步闭环"],
    ["Reminders, traces, nothing forgotten", "批转追踪、定期提醒、自动留痕"],
    ["Strike off what is solved, follow what is not", "销号管理"],
    ["Base of satisfaction, points off below it", "满意度考核基数"],
    ["Scores are published", "评价通报"],
    ["From one demand to a class of problem to a plan", "动态研判"],
    ["Solved and satisfied, to two decimals", "办理成效"],
    ["Needs, resources and projects", "需求、资源、项目三张清单", "no matching of needs and resources"],
    ["A community and N forces", "1+N", "no co-governing bodies of a community"],
  ]),
  practice("BJ", "Beijing: whistle in the grid", "北京市：吹哨到网格", [
    ["Coordination committees meet twice a year", "党建工作协调委员会", "no committees"],
    ["Who chairs a committee", "主任人选", "no committees"],
    ["Each side grades the other", "四个双向"],
    ["Resources, needs, projects in four steps", "三个清单", "no service projects"],
    ["Four networks' grids mapped to one", "多网融合"],
    ["Six ones", "六个一", "the federation as a whole; no rule of its own"],
    ["Reported and solved over three years", "三年总量", "no totals over networks"],
    ["Pilot districts", "试点", "a district has what its profile says; no switches besides"],
    ["Forty-nine kinds of coordinator", "协管员49类", "no quotas and kinds of coordinators"],
    ["Kinds merged and cancelled", "整合优化", "no quotas and kinds of coordinators"],
    ["Quota by level", "额度管理", "no quotas and kinds of coordinators"],
    ["Every whistle lies in a grid", "吹哨到网格"],
  ]),
];
