"""Sentences as bulletins have them, put together by a seeded random; all of them are invented."""

from random import Random

WHEN = "一年来 今年以来 近日 上半年 专项行动期间 入汛以来 节日期间 第三季度 按照部署 会后".split()
WHO = (
    *"当地网信部门 市县两级 有关单位 属地平台 街道社区 主管部门 工作专班 志愿者队伍".split(),
    *"新闻网站 高校和企业 公安机关 教育部门".split(),
)
HOW = "扎实 持续 联合 分批 全面 有序 及时 逐项 主动 会同有关部门".split()
DOES = (
    *"推进 开展 完善 组织 落实 排查 督促 整治 发布 建立 优化 检查".split(),
    *"清理 宣讲 公开 受理".split(),
)
WHAT = (
    *"网络安全宣传周活动 重点网站巡查 个人信息保护专项治理 政务新媒体规范管理".split(),
    *"网络谣言线索处置 未成年人网络环境整治 数据安全风险评估 关键信息基础设施防护".split(),
    *"网络文明素养培训 涉企侵权信息举报 算法备案核验 网上便民服务事项".split(),
    *"老年人防诈骗课堂 乡村数字化试点 应急演练 互联网应用适配改造".split(),
)
COUNTED = "条线索 场活动 家网站 个账号 名学员 件举报 处隐患 项制度 个乡镇 份材料".split()
SO = (
    *"群众反映的问题得到解决 长效机制基本形成 办理时限明显缩短 各项指标稳步向好".split(),
    *"有关做法在全域推广 责任落实到岗到人 网络空间更加清朗 整改情况已向社会公布".split(),
)
AIMS = (
    *"加强 强化 突出 健全 深化 筑牢 做实 提升 压实 畅通".split(),
    *"拓宽 规范".split(),
)


def sentence(chance: Random) -> str:
    """今年以来，有关单位持续开展重点网站巡查，处理 312 条线索，长效机制基本形成。"""
    deed = f"{chance.choice(HOW)}{chance.choice(DOES)}{chance.choice(WHAT)}"
    counted = f"涉及{chance.randint(3, 980)}{chance.choice(COUNTED)}"
    begin = f"{chance.choice(WHEN)}，{chance.choice(WHO)}{deed}"
    return f"{begin}，{counted}，{chance.choice(SO)}。" if chance.random() < 0.6 else f"{begin}。"


def paragraph(chance: Random, least: int, most: int) -> str:
    """Whole sentences, about that many characters in all."""
    wanted, said = chance.randint(least, most), ""
    while len(said) < wanted:
        said += sentence(chance)
    return said


def heading(chance: Random) -> str:
    """强化数据安全风险评估，压实应急演练"""
    halves = [f"{chance.choice(AIMS)}{chance.choice(WHAT)}" for _ in range(chance.randint(1, 2))]
    return "，".join(halves)
