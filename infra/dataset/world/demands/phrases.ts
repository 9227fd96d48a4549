import type { Demand } from "../../../../subgraphs/tickets/demand/demand.ts";
import type { Voice } from "./channels.ts";

export type DemandKind = `${Demand["kind"]}`;

/** How a voice begins, with a place and without one. `{caller}` is 张先生. */
export const openings: Readonly<
  Record<Voice, { readonly placed: readonly string[]; readonly bare: readonly string[] }>
> = {
  OPERATOR: {
    placed: [
      "市民来电反映：{place}",
      "来电人称其居住在{place}",
      "{caller}来电反映{place}的问题",
      "市民反映{place}存在以下情况",
      "{caller}（不愿透露全名）来电，称在{place}发现问题",
    ],
    bare: ["市民来电反映", "来电人称", "{caller}来电，未说清具体位置", "市民来电，情绪较激动，反映以下情况"],
  },
  RESIDENT: {
    placed: [
      "您好，我是{place}的居民",
      "领导您好！我家住{place}",
      "{place}的问题能不能管一管",
      "尊敬的领导：我是{place}的一名普通住户",
      "反映一个问题，地点在{place}",
    ],
    bare: ["您好，反映一个问题", "你们好，有件事实在没办法了才来找你们", "急！！麻烦尽快看一下", "领导好"],
  },
  SPEAKER: {
    placed: [
      "喂你好，那个，我是{place}这边的",
      "哎，我跟你们说个事儿啊，就在{place}",
      "你好啊，我住{place}的，想反映一下",
      "是政府热线吧，我这儿是{place}",
    ],
    bare: ["喂，听得到吗，我反映个事情", "那个，我想问一下啊", "哎你好，我也不知道归谁管，先跟你们说说"],
  },
  PATROL: {
    placed: ["信息采集员巡查至{place}时发现", "采集员在{place}上报", "巡查发现，{place}"],
    bare: ["信息采集员巡查时发现", "采集员上报"],
  },
  MEMBER: {
    placed: [
      "网格员入户走访{place}时，住户反映",
      "走访{place}时了解到",
      "联户走访中，{place}居民提出",
      "网格员巡查{place}时发现并听取住户意见",
    ],
    bare: ["入户走访时，住户反映", "日常走访中了解到"],
  },
  LETTER: {
    placed: [
      "信访人来信反映：本人系{place}居民",
      "来访人自述家住{place}",
      "接待来访：来访人代表{place}多名住户反映",
    ],
    bare: ["信访人来信反映", "来访人反映如下情况"],
  },
  DEPUTY: {
    placed: ["代表接待日，{place}选民反映", "政协委员走访{place}时了解到", "党代表收集到{place}群众意见"],
    bare: ["代表接待日收到群众意见", "委员走访中了解到"],
  },
  NETIZEN: {
    placed: ["网友在社交平台发帖称，{place}", "市民通过媒体热线反映，{place}", "短视频曝光{place}的问题"],
    bare: ["网友发帖反映", "媒体转来读者反映"],
  },
  MEETING: {
    placed: [
      "{place}居民议事会上，多位居民提出",
      "小区邻里中心联席会议记录：{place}",
      "在{place}召开的坝坝会上，大家集中反映",
    ],
    bare: ["居民议事会上，多位居民提出", "联席会议上居民代表提出"],
  },
  FIRM: {
    placed: ["我公司位于{place}", "企业来电：经营地址在{place}", "我们是{place}的一家小微企业"],
    bare: ["企业来电反映", "我公司在经营中遇到困难"],
  },
  SENSOR: {
    placed: ["物联感知设备报警，位置{place}，疑似", "智能感知平台自动上报：{place}，研判为"],
    bare: ["物联感知设备报警，疑似", "智能感知平台自动上报，研判为"],
  },
};

/** Before what is asked for. */
export const wishes: Readonly<Record<Voice, readonly string[]>> = {
  OPERATOR: ["诉求：{wish}", "市民希望{wish}", "来电人要求{wish}", "请承办单位{wish}并回复来电人"],
  RESIDENT: ["希望{wish}", "请求{wish}", "恳请有关部门{wish}", "能不能{wish}"],
  SPEAKER: ["你们能不能{wish}", "就是希望{wish}", "麻烦{wish}"],
  PATROL: ["建议{wish}", "请处置部门{wish}"],
  MEMBER: ["住户希望{wish}", "网格层面无力解决，请{wish}"],
  LETTER: ["请求{wish}", "望政府部门{wish}"],
  DEPUTY: ["建议相关部门{wish}", "请有关单位{wish}并向选民反馈"],
  NETIZEN: ["网友呼吁{wish}", "请相关部门{wish}并公开回应"],
  MEETING: ["经商议，请{wish}", "与会居民一致希望{wish}"],
  FIRM: ["希望政府协调，{wish}", "请有关部门{wish}"],
  SENSOR: ["请核实处置"],
};

/** Who `{self}` is. */
export const selves: Readonly<Record<Voice, string>> = {
  OPERATOR: "来电人",
  RESIDENT: "我",
  SPEAKER: "我",
  PATROL: "采集员",
  MEMBER: "住户",
  LETTER: "信访人",
  DEPUTY: "选民",
  NETIZEN: "网友",
  MEETING: "居民",
  FIRM: "我们",
  SENSOR: "设备",
};

/** What has been tried before. */
export const histories = [
  "{self}之前找过物业，物业说要等上面通知",
  "上个月已经反映过一次，当时答复说会处理，到现在没有动静",
  "{self}找过社区，社区来看了一眼，说不归他们管",
  "在业主群里说了好多次，一直没人管",
  "上次的工单回复说已处理，可现场和原来一模一样",
  "{self}打过那边的电话，打了几遍都没人接",
  "问了两个部门，都说是对方的职责",
  "{self}去窗口问过，让回去等消息，一等就是一个多月",
  "前后反映了四五次，每次来的人都不一样，说的也不一样",
  "去年也出现过同样的情况，修好没几天又坏了",
  "街道派人来协调过一次，后来就没有下文了",
  "{self}自己花钱处理过一回，管不了多久",
] as const;

/** What it is like, told at length, of something that can be gone and looked at. */
export const sights = [
  "{self}在这里住了十几年，以前从来没有这样过",
  "白天还好一些，一到晚上就更严重了",
  "遇到下雨天情况更糟",
  "这里住的大多是老年人，行动都不方便",
  "旁边就是幼儿园，接送孩子的人很多",
  "受影响的不止一户，前后好多家都一样",
  "周末和节假日尤其明显",
  "附近没有别的路可以绕",
  "有邻居已经因为这个事搬走了",
  "来看房的租客一看这个情况转身就走",
  "每天上下班都要从那里经过，看着都揪心",
  "最严重的一次是上个星期三，好多人都出来看",
  "那块地方以前是公共用地，大家都可以用",
  "到现在连一块警示牌都没有放",
  "现场拍了照片和视频，随时可以提供",
  "别处早就解决了，就我们这边没人过问",
] as const;

/** The same of a matter of money, papers or people. */
export const circumstances = [
  "家里上有老下有小，全靠一个人挣钱",
  "材料都留着，随时可以提供",
  "具体时间记不清了，大概有两三个月了吧",
  "身边遇到同样情况的不止一两个人",
  "{self}文化程度不高，有些条文看不太懂",
  "来回跑一趟要大半天，误工又误时",
  "{self}专门问过懂行的人，说处理起来其实并不难",
  "听说别的地方早就解决了",
  "当初说得好好的，现在不认账了",
  "电话录音和聊天记录都有",
  "对方一直拖着，换了好几个人来说",
  "{self}身体不好，经不起这样折腾",
  "孩子在外地，没有人能帮忙跑",
  "已经影响到一家人的正常生活",
] as const;

/** What a firm adds. */
export const concerns = [
  "公司规模不大，经不起这样拖",
  "已经影响到正常经营",
  "员工意见很大，有人提出要离职",
  "客户催得紧，再拖就要违约",
  "之前向园区反映过，园区也没有权限",
  "同一条街上好几家企业都遇到了",
  "相关合同和票据都可以提供",
  "我们愿意配合整改，只希望给个明确的说法",
  "负责人专门跑了三趟窗口，每次说法不一样",
  "旺季只有这两个月，错过就要等明年",
] as const;

/** How it feels. */
export const feelings = [
  "希望不要再互相推诿",
  "每次都说在协调，协调到什么时候是个头",
  "不是什么大事，但是天天这样谁也受不了",
  "{self}理解基层工作不容易，可是总得有人管",
  "大家意见都很大，再不解决就要一起去上访了",
  "{self}相信政府，才把情况说出来",
  "真的是没有办法了",
  "要是自己家门口，看谁受得了",
  "{self}不是要找谁的麻烦，只想把事情解决了",
  "请不要把这个问题再转回给物业",
  "别光打电话问满不满意，先到现场看一看",
  "这么小的事情拖这么久，说出去都没人信",
] as const;

/** What those who only ask add. */
export const inquiries = [
  "{self}在网上查了半天，没有找到明确的说法",
  "窗口的电话一直占线，打不进去",
  "问过社区，社区让打热线咨询",
  "{self}担心材料不全白跑一趟，想先问清楚",
  "听邻居说政策今年变了，不知道是不是真的",
  "平时要上班，只有周末有空",
  "家里老人年纪大了，最好能一次办完",
  "如果能在手机上办就更好了",
  "也想知道大概要等多少天",
  "另外想问一下要不要交钱",
] as const;

/** What is noted on the scene by those whose job it is. */
export const onScene = [
  "影响范围约二十米",
  "现场暂无人员值守",
  "已在现场设置临时警示",
  "现场照片三张已随单上传",
  "该点位三十日内第二次上报",
  "周边有学校和公交站，人流较大",
  "初步判断责任主体不在社区",
  "已通知辖区网格员到场看护",
  "坐标已同步至平台",
  "未发现人员受伤",
] as const;

/** For those who write again and again. */
export const repeats = [
  "这已经是{self}第{n}次反映这个问题了",
  "{self}每个月都要为这件事打一次电话",
  "前几次的工单编号{self}都记着，可以去查",
] as const;

export const confidences = [
  "请对{self}的信息保密",
  "举报人要求保密",
  "担心被打击报复，请不要透露{self}的姓名",
] as const;

export const closings: Readonly<Record<Voice, readonly string[]>> = {
  OPERATOR: ["请核实处理并回复", "来电人要求回电", ""],
  RESIDENT: ["谢谢", "盼回复", "麻烦了，辛苦", "请尽快处理！"],
  SPEAKER: ["行吧，那就这样", "你们记下来了吧", "谢谢啊"],
  PATROL: ["已拍照上传", ""],
  MEMBER: ["已登记民情台账", "已告知住户处理进度可在小程序查询", ""],
  LETTER: ["此致敬礼", "恳请答复", ""],
  DEPUTY: ["请于十五日内答复工作室", ""],
  NETIZEN: ["该帖已有数百条留言", "评论区多人表示有同样遭遇", ""],
  MEETING: ["会议纪要已由参会居民签字", ""],
  FIRM: ["联系人电话已留", "盼复"],
  SENSOR: [""],
};
