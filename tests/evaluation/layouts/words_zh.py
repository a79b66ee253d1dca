"""What made-up reports say in Chinese."""

from tests.evaluation.layouts.vocabulary import Manner, Vocabulary, listed

CHINESE = Vocabulary(
    listed("灯塔理事会|港口问题工作组|若干代表团|灯塔看守人|小岛屿办事处|多数沿海国家|浮标问题报告员|渡轮工会"),
    listed("指出，|回顾说，|报告称，|获悉，|关切地注意到，|同意，|认为，|强调，"),
    listed(
        "偏远港口引航员的培训|民众获取潮汐表的机会|老旧信号站的维护|邻近港口之间的合作|区域办事处的决策|"
        "气象服务的长期供资|沿海社区的参与|关于保护航海人员的立法"
    ),
    listed(
        "仍然是一个相当重要的问题|已由新一届行政当局予以加强|依赖于自愿捐款|不能与发展问题割裂开来|"
        "正在不加歧视地予以落实|需要更多的国际援助|与上一时期相比有所改善|需要进行独立评价"
    ),
    listed(
        "，特别是在{y}年|，截至{d}|，费用为{m}|，以符合{s}号文件的要求|，并得到{n}名专家的协助|"
        "，见上文第{n}段|，其中{n}个尚未答复|，因为第{n}号站已经关闭"
    ),
    listed("{y}年，|{d}，|截至{d}，|对{n}个站点而言，|尽管如此，|与此同时，|在这方面，"),
    listed(
        "导言|任务和工作方法|港口及其使用者|引航员的培训|信号与潮汐表|港口之间的合作|财务|结论|走访沿海地区|"
        "立法|渡轮工会的作用|浮标与信标"
    ),
    {
        "number": "编号", "regions": "北部 南部 东部 西部",
        "contents": "目录", "summary": "摘要", "annex": "附件", "table": "表", "figure": "图",
        "leads": "下列各点值得注意：", "recommends": "提出以下建议：", "quotes": "有关案文如下：",
        "see": "见", "page": "Page", "greeting": "阁下：", "signed": "(签名)", "post": "灯塔看守人",
        "original": "Original: English", "distribution": "Distr.: General", "house": "联合国",
        "organ": "灯塔理事会", "session": "第十二届会议", "title": "报告：", "region": "区域",
        "total": "共计",
    },
    listed("1月|3月|5月|7月|10月|12月"),
    Manner(
        space="", signs={".": "。", ",": "，", ":": "：", ";": "；", " / ": "、"},
        date="{year}年{month}{day}日",
        chapters=("", *"一二三四五六七八"), behind=("、", ". ", ". "),
    ),
)  # fmt: skip
