"""The Chinese words and characters that tell names from what stands around them."""

from __future__ import annotations

from typing import Final

from language.word_lists import words_of

OFFICES: Final = words_of(
    "总统 副总统 总理 副总理 首相 副首相 外长 部长 副部长 防长 财长 国防部长 外交部长 秘书长"
    " 会长 副会长 主席 副主席 议长 市长 州长 省长 主任 大使 特使 代表 发言人 记者 总裁 行长"
    " 董事长 司令 将军 上将 法官 教授 专家 国王 女王 议员 委员 校长 局长 院长 顾问 总监 经理"
    " 先生 女士 主教 队长 船长 理事长 国务委员"
)
"""What a person's name follows."""

REPORTING: Final = words_of(
    "说 说道 表示 指出 强调 宣布 透露 认为 称 声称 重申 补充说 坦言 警告 告诉 预计 呼吁 承认"
    " 解释 回应 写道 报道 介绍 摄 发自 承诺 批评 欢迎 敦促 否认 证实 建议"
)
"""What a speaker's name precedes."""

STOPS: Final = words_of(
    "特别 特意 特此 特使 明确 明年 明日 明天 本周 本月 本人 本次 可能 可以 因 提出 提到 提议"
    " 提醒 提交 达成 加入 加强 高度 高兴 利用 连日 列席 希望 通过 通报 通话 当天 当日 日前 比"
    " 约见 尤其 尚未 威胁 康复 热烈 维持 维护 多次 于 让 本 万名 万人 万吨 金融 文件 文化"
    " 东部 西部 南部 北部 山区 河 海峡 海军 海关 亚洲 欧洲 若干 利益"
)
"""Words that begin like the spelling of a name and are none."""

NO_NAME: Final = frozenset(
    "他她它我你您这那该此其某各每双两几一的了是不有和与同对向就并但而也还都将已被把从到为以及等方国部会府"
    "社报局院党军厅署团队者员们人民长统理席相使日月年在于据称说援引由因"
)
"""Characters that a person's short name does not hold."""

SPELLING: Final = (
    "阿埃艾爱安昂奥巴白班邦鲍贝本比彼宾波博布查达戴丹德登迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰弗夫福富盖甘"
    "冈戈哥格根贡古瓜哈海罕汉豪赫黑亨洪胡怀惠霍基吉季加贾简杰金居卡凯坎康考柯科克肯孔库夸奎拉莱赖兰郎朗"
    "劳勒雷蕾黎里利莉丽连列林琳留隆卢鲁露伦罗洛吕马玛迈麦曼芒毛梅门蒙米密敏明莫墨默姆穆纳娜内尼妮宁纽努"
    "诺帕潘庞佩彭皮平珀普齐奇恰乔切琴丘热仁荣儒若撒萨塞赛桑沙莎山尚绍舍什舒顺朔斯丝松苏索塔泰坦汤唐陶特"
    "腾提廷图托瓦万旺威韦维魏温文翁沃乌武西希锡夏香肖谢辛欣休叙雅亚延扬耶叶伊因英永尤于约赞泽詹哲珍芝兹宗"
    "祖佐"
)
"""The characters with which names of other languages are spelt in Chinese."""

STATE_ENDINGS: Final = words_of("共和国 联邦 王国 联盟 酋长国 公国")
"""What ends the name of a state."""
