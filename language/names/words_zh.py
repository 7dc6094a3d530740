"""The Chinese words and characters that tell names from what stands around them."""

from __future__ import annotations

from typing import Final

from language.word_lists import words_of

OFFICES: Final = words_of(
    "总统 副总统 总理 副总理 首相 副首相 外长 部长 副部长 防长 财长 国防部长 外交部长 秘书长"
    " 会长 副会长 主席 副主席 议长 市长 州长 省长 主任 大使 特使 代表 发言人 记者 总裁 行长"
    " 董事长 司令 将军 上将 法官 教授 专家 国王 女王 议员 委员 校长 局长 院长 顾问 总监 经理"
    " 先生 女士 主教 队长 船长 理事长 国务委员 商务部长 财政部长 内政部长 农业部长 副外长 参赞"
    " 领事 总领事 书记 检察长 总检察长 律师 教练 主教练 首席执行官 总书记 参议员 众议员 国务卿"
    " 总干事 副秘书长 常务委员 委员长 副委员长 省委书记 市委书记 总指挥 司令员 上校 中将 少将"
    " 大法官 研究员 分析师 经济学家 院士 医生 作家 导演 球员 队员 候选人 领导人 领袖"
)
"""What a person's name follows."""

REPORTING: Final = words_of(
    "说 说道 表示 指出 强调 宣布 透露 认为 称 声称 重申 补充说 坦言 警告 告诉 预计 呼吁 承认"
    " 解释 回应 写道 报道 介绍 摄 发自 承诺 批评 欢迎 敦促 否认 证实 建议"
)
"""What a speaker's name precedes."""

ACTING: Final = words_of(
    "会见 会晤 会谈 拜会 接见 约见 通电话 通话 出席 访问 到访 抵达 率团 率领 主持 参加 发表"
    " 签署 前往"
    " 启程 回国 回应 当选 就任 连任 致电 致函 祝贺 转达 举行 听取 陪同 赞赏 感谢 出任 担任 辞职"
    " 去世 获得"
    " 接受 宣誓 讲话 致辞 提名 任命 邀请 重返 抨击 反对 支持 提议 主张 坚称 誓言 保证 相信 希望"
    " 要求 访华 访美 访俄 访欧 到任 履新 履职 缺席 发言 演讲 会同 视察 考察 调研 慰问 回信 复信"
    " 交谈 磋商 率 抵 赴 飞抵 离开 返回 受访 连任 上任 卸任 逝世 出访 来访 主审 作证 否决 批准"
)
"""What a person does in a report: a name precedes it."""

MEETING: Final = words_of(
    "会见 会晤 拜会 接见 约见 致电 祝贺 感谢 欢迎 提名 任命 邀请 采访 逮捕 转告 告诉"
)
"""What is done to a person: a name follows it."""

FAMILY_NAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏"
    "魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤习俞庞樊兰殷"
    "凌霍甘盛申包左詹宁柴鲍华管卢祁童章欧解卓吉成戚娄涂聂晏缪亓裘麦"
    "施洪翟颜倪温芦岳梅骆邢祝耿葛焦柳鲁齐"
)
"""Common family names of one character."""

DOUBLE_FAMILY_NAMES: Final = words_of("欧阳 司马 诸葛 上官 皇甫 东方 令狐 司徒 夏侯 慕容")

COMMON_WORDS: Final = words_of(
    "高度 金融 任何 江苏 武器 向前 严重 石油 夏天 周一 周二 周三 周四 周五 周六 周日 张力 程度"
    " 许多 于是"
    " 余下 安全 方面 方案 白天 马上 万一 黄金 黄河 黑海 金额 高级 高层 高校 孔子 石头 白宫 江西"
    " 江南 莫非 何时"
    " 何地 史上 毛利 温度 温室 施政 施工 梅雨 顾问 顾客 严格 武装 武汉 段落 方便 田径 余额 丁字"
    " 周年 周边 周末"
    " 周刊 金属 金砖 林业 雷电 龙头 洪水 兰州 戴上 向外 向内 汤水 习惯 白色 曾经 曾任 曾多次"
    " 曾在 许可 钱币 万元"
    " 于今 连任 高峰 程序 田地 江河 于此 任务 任期 任命 方向 方式 方针 方法 安理会 朱红 胡乱"
    " 马来 马上将 唐代 宋代"
)
"""Words that begin like a family name and are none."""

STOPS: Final = words_of(
    "特别 特意 特此 特使 明确 明年 明日 明天 本周 本月 本人 本次 可能 可以 因 提出 提到 提议"
    " 提醒 提交 达成 加入 加强 高度 高兴 利用 连日 列席 希望 通过 通报 通话 当天 当日 日前 比"
    " 约见 尤其 尚未 威胁 康复 热烈 维持 维护 多次 于 让 本 万名 万人 万吨 金融 文件 文化"
    " 东部 西部 南部 北部 山区 河 海峡 海军 海关 亚洲 欧洲 若干 利益"
)
"""Words that begin like the spelling of a name and are none."""

NO_NAME: Final = frozenset(
    "他她它我你您这那该此其某各每双两几一的了是不有和与同对向就并但而也还都将已被把从到为以及等"
    "方国部会府"
    "社报局院党军厅署团队者员们人民长统理席相使日月年在于据称说援引由因"
)
"""Characters that a person's short name does not hold."""

SPELLING: Final = (
    "阿埃艾爱安昂奥巴白班邦鲍贝本比彼宾波博布查戴丹德登迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰弗夫福"
    "富盖甘"
    "冈戈哥格根贡古瓜哈海罕汉豪赫黑亨洪胡怀惠霍基吉季加贾简杰金居卡凯坎康考柯科克肯孔库夸奎拉莱"
    "赖兰郎朗"
    "劳勒雷蕾黎里利莉丽连列林琳留隆卢鲁露伦罗洛吕马玛迈麦曼芒毛梅门蒙米密敏明莫墨默姆穆纳娜内尼"
    "妮宁纽努"
    "诺帕潘庞佩彭皮平珀普齐奇恰乔切琴丘热仁荣儒若撒萨塞赛桑沙莎山尚绍舍什舒顺朔斯丝松苏索塔泰坦"
    "汤唐陶特"
    "腾提廷图托瓦万旺威韦维魏温文翁沃乌武西希锡夏香肖谢辛欣休叙雅亚延扬耶叶伊因英永尤于约赞泽詹"
    "哲珍芝兹宗"
    "祖佐"
)
"""The characters with which names of other languages are spelt in Chinese."""

STATE_ENDINGS: Final = words_of("共和国 联邦 王国 联盟 酋长国 公国")
"""What ends the name of a state."""
