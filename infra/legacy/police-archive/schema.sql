-- 警务档案库: the police's archive as it was before the graph, in the manner of such systems. Nothing here was made for
-- the graph but the mapping columns marked so. Times are Beijing's, char(8) yyyyMMdd and char(14) yyyyMMddHH24miss;
-- 00000000 means that nobody knows. What is said in codes is listed in each column's comment; 1 is yes, 0 is no.

-- 户籍人口: household registration population.
CREATE TABLE IF NOT EXISTS T_HJ_RK (
  RYBH   varchar(24) PRIMARY KEY, -- 人员编号, the archive's own
  JMBH   varchar(40),             -- 网格居民编号 (mapping): the grid centre's id of the same person
  TYSFBS varchar(64),             -- 统一身份认证标识 (mapping): who the person is when signed in
  ZJHM   varchar(18),             -- 证件号码
  XM     varchar(50),             -- 姓名
  HH     varchar(24),             -- 户号
  HKLB   char(1),                 -- 户口类别 1 家庭户 2 集体户
  YHZGX  char(2),                 -- 与户主关系, GB/T 4761
  HJDZ   varchar(200),            -- 户籍地址
  LHRQ   char(8),                 -- 落户日期
  HKZT   char(1),                 -- 户口状态 1 正常 2 迁出 3 注销
  SSPCS  char(12),                -- 所属派出所
  SQDM   varchar(12) NOT NULL,    -- 社区代码
  WGBH   varchar(15)              -- 网格编号 (mapping)
);
CREATE INDEX IF NOT EXISTS IDX_HJ_RK_JMBH ON T_HJ_RK (JMBH);
CREATE INDEX IF NOT EXISTS IDX_HJ_RK_TYSFBS ON T_HJ_RK (TYSFBS);
CREATE INDEX IF NOT EXISTS IDX_HJ_RK_SQDM ON T_HJ_RK (SQDM, RYBH);

-- 出租房屋: rented houses.
CREATE TABLE IF NOT EXISTS T_CZW (
  CZWBH    varchar(24) PRIMARY KEY, -- 出租屋编号
  FWDZ     varchar(200),            -- 房屋地址
  FWYT     char(1),                 -- 房屋用途 1 居住 2 居住兼经营 3 集体宿舍
  JZMJ     numeric(8, 2),           -- 建筑面积, 平方米
  SFQZ     char(1),                 -- 是否群租
  AQDJ     char(1),                 -- 安全等级 1 放心 2 关注 3 严管
  FDXM     varchar(50),             -- 房东姓名
  FDDH     varchar(20),             -- 房东电话
  FDTYSFBS varchar(64),             -- 房东统一身份认证标识 (mapping)
  CZRXM    varchar(500),            -- 承租人姓名, 逗号分隔
  CZRDH    varchar(500),            -- 承租人电话, 逗号分隔, 与姓名一一对应
  BARQ     char(8),                 -- 备案日期
  ZXRQ     char(8),                 -- 注销日期, 空为在租
  SSPCS    char(12),                -- 所属派出所
  LDBM     varchar(40),             -- 楼栋编码 (mapping): the plate on the building
  SQDM     varchar(12) NOT NULL,    -- 社区代码
  WGBH     varchar(15)              -- 网格编号 (mapping)
);
CREATE INDEX IF NOT EXISTS IDX_CZW_LDBM ON T_CZW (LDBM, CZWBH);
CREATE INDEX IF NOT EXISTS IDX_CZW_WGBH ON T_CZW (WGBH, CZWBH);
CREATE INDEX IF NOT EXISTS IDX_CZW_SQDM ON T_CZW (SQDM, CZWBH);
CREATE INDEX IF NOT EXISTS IDX_CZW_FDTYSFBS ON T_CZW (FDTYSFBS);

-- 流动人口: floating population.
CREATE TABLE IF NOT EXISTS T_LDRK (
  LDRYBH varchar(24) PRIMARY KEY, -- 流动人员编号
  JMBH   varchar(40),             -- 网格居民编号 (mapping)
  TYSFBS varchar(64),             -- 统一身份认证标识 (mapping)
  ZJHM   varchar(18),             -- 证件号码
  XM     varchar(50),             -- 姓名
  LXDH   varchar(20),             -- 联系电话
  HJDXZQ char(6),                 -- 户籍地行政区划
  XZDZ   varchar(200),            -- 现住地址
  ZZSY   char(2),                 -- 暂住事由 01 务工 02 务农 03 经商 04 服务 06 学习培训 07 治病疗养 08 保姆 09 投靠亲友 10 探亲访友 99 其他
  LZRQ   char(8),                 -- 来住日期
  ZJLX   char(1),                 -- 居住证件类型 0 无 1 居住证 2 居住登记凭证
  YXQZ   char(8),                 -- 证件有效期至
  SFZX   char(1),                 -- 是否注销
  CZWBH  varchar(24),             -- 出租屋编号
  SSPCS  char(12),                -- 所属派出所
  SQDM   varchar(12) NOT NULL,    -- 社区代码
  WGBH   varchar(15)              -- 网格编号 (mapping)
);
CREATE INDEX IF NOT EXISTS IDX_LDRK_JMBH ON T_LDRK (JMBH);
CREATE INDEX IF NOT EXISTS IDX_LDRK_TYSFBS ON T_LDRK (TYSFBS);
CREATE INDEX IF NOT EXISTS IDX_LDRK_CZWBH ON T_LDRK (CZWBH, LDRYBH);
CREATE INDEX IF NOT EXISTS IDX_LDRK_SQDM ON T_LDRK (SQDM, LDRYBH);

-- 警情: police calls.
CREATE TABLE IF NOT EXISTS T_JQ (
  JQBH     varchar(24) PRIMARY KEY, -- 警情编号
  BJSJ     char(14) NOT NULL,       -- 报警时间
  JQLB     char(2),                 -- 警情类别 01 刑事 02 治安 03 交通 04 火灾 05 纠纷 06 求助 07 噪声扰民 99 其他
  JQGY     varchar(500),            -- 警情概要, 不含个人信息
  JQXQ     varchar(4000),           -- 警情详情, 含个人信息: not for the reader
  BJRXM    varchar(50),             -- 报警人姓名
  BJRDH    varchar(20),             -- 报警人电话
  BJRTYSFBS varchar(64),            -- 报警人统一身份认证标识 (mapping)
  FADD     varchar(200),            -- 发案地点
  CJMJ     varchar(200),            -- 出警民警: not for the reader
  CLJG     char(1),                 -- 处理结果 1 当场处置 2 调解 3 受理立案 4 移交 5 无需处置, 空为处理中
  JASJ     char(14),                -- 结案时间
  GLGDH    varchar(40),             -- 关联工单号 (mapping)
  TYSHXYDM varchar(18),             -- 统一社会信用代码
  SSPCS    char(12),                -- 所属派出所
  SQDM     varchar(12) NOT NULL,    -- 社区代码
  WGBH     varchar(15)              -- 网格编号 (mapping)
);
CREATE INDEX IF NOT EXISTS IDX_JQ_GLGDH ON T_JQ (GLGDH, BJSJ);
CREATE INDEX IF NOT EXISTS IDX_JQ_TYSHXYDM ON T_JQ (TYSHXYDM, BJSJ);
CREATE INDEX IF NOT EXISTS IDX_JQ_WGBH ON T_JQ (WGBH, BJSJ);
CREATE INDEX IF NOT EXISTS IDX_JQ_SQDM ON T_JQ (SQDM, BJSJ);
CREATE INDEX IF NOT EXISTS IDX_JQ_BJSJ ON T_JQ (BJSJ, JQBH);

-- 重点单位: key places.
CREATE TABLE IF NOT EXISTS T_ZDBW (
  ZDBWBH   varchar(24) PRIMARY KEY, -- 重点单位编号
  DWMC     varchar(200),            -- 单位名称
  DWLX     varchar(20),             -- 单位类型, 逗号分隔: 01 旅馆 02 网吧 03 娱乐场所 04 典当 05 公章刻制 06 废旧金属收购 07 机动车维修 08 学校幼托 09 医药 10 集贸市场 11 危险化学品
  DWDZ     varchar(200),            -- 单位地址
  TYSHXYDM varchar(18),             -- 统一社会信用代码, 空为待核
  FZRXM    varchar(50),             -- 负责人姓名
  FZRDH    varchar(20),             -- 负责人电话
  ZADJ     char(1),                 -- 治安等级 A B C
  ZHJCRQ   char(8),                 -- 最后检查日期
  SFTY     char(1),                 -- 是否停业
  SSPCS    char(12),                -- 所属派出所
  LDBM     varchar(40),             -- 楼栋编码 (mapping)
  SQDM     varchar(12) NOT NULL,    -- 社区代码
  WGBH     varchar(15)              -- 网格编号 (mapping)
);
CREATE INDEX IF NOT EXISTS IDX_ZDBW_TYSHXYDM ON T_ZDBW (TYSHXYDM);
CREATE INDEX IF NOT EXISTS IDX_ZDBW_LDBM ON T_ZDBW (LDBM, ZDBWBH);
CREATE INDEX IF NOT EXISTS IDX_ZDBW_WGBH ON T_ZDBW (WGBH, ZDBWBH);
CREATE INDEX IF NOT EXISTS IDX_ZDBW_SQDM ON T_ZDBW (SQDM, ZDBWBH);
