"""Who is said to speak in Chinese drafts: names without a sign, offices, papers, gestures."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.names.shapes_zh import dotted_in, is_name, shaped
from verifier.drafts.people.nameless_zh import nameless_zh, offices_zh
from verifier.drafts.words import load_draft_words, with_names

SPEAKERS: list[tuple[str, list[str | None], str]] = [
    (
        "证人丁桂兰是一名裁缝，在巷口开店三十年。“我只认得布，不认得人。”她在法庭上说。",
        ["丁桂兰"],
        "what somebody is brings in nobody else",
    ),
    (
        "段小川是一位退役飞行员。他后来开了家面馆。“面比飞机难伺候。”他说。",
        ["段小川"],
        "what somebody is brings in nobody else",
    ),
    (
        "四十岁的严佳慧曾是一名会计。“数字不会顶嘴。”她笑着说。",
        ["严佳慧"],
        "what somebody is brings in nobody else",
    ),
    (
        "原告叫魏东林。被告是出版社的编辑顾晓楠。\n\n“稿子丢了吗？”法官问。\n\n被告低头答道：“搬家时弄丢了。”",
        ["法官", "顾晓楠"],
        "an office that a clause gives to a name",
    ),
    (
        "辩护人骆一平与公诉人单春霞当庭交锋。公诉人反问：“那钱去哪儿了？”辩护人答：“没有证据。”",
        ["单春霞", "骆一平"],
        "an office that a clause gives to a name",
    ),
    (
        "这支队的教练是前国手霍敏。教练说：“先跑十圈。”",
        ["霍敏"],
        "an office that a clause gives to a name",
    ),
    (
        "房东赖小琴没有到庭。对此，赖小琴的律师表示，“合同写得很清楚”。",
        ["赖小琴的律师"],
        "somebody's lawyer, daughter or agent is somebody else",
    ),
    (
        "歌手苗青山昨日未露面。苗青山的经纪人称：“他需要休息。”",
        ["苗青山的经纪人"],
        "somebody's lawyer, daughter or agent is somebody else",
    ),
    (
        "候选人杜若衡没有回答。杜若衡的发言人说：“我们不评论民调。”",
        ["杜若衡的发言人"],
        "somebody's lawyer, daughter or agent is somebody else",
    ),
    ("警方公布了结果。通报写道：“排除他杀可能。”", ["通报"], "a paper says it"),
    ("院方第二天贴出告示。告示上写着：“电梯维修，请走楼梯。”", ["告示"], "a paper says it"),
    ("法庭采纳了鉴定意见。裁定书指出：“该签名并非本人所写。”", ["裁定书"], "a paper says it"),
    (
        "“那一晚，谁也没睡，”该书作者、北方大学历史系教授鲍文彬说，“雨下得像要把房子搬走。”",
        ["鲍文彬"],
        "the words are interrupted",
    ),
    ("要不要报警？“不用，”他摆摆手，“我认识那个人。”", [None], "the words are interrupted"),
    ("钱老板倒了一杯茶。“坐，”他说，“茶凉了就不好喝了。”", ["钱老板"], "the words are interrupted"),
    (
        "评论家丁一舟把这种写法称为“没有骨头的散文”，读者并不买账。",
        ["丁一舟"],
        "whoever calls something so",
    ),
    (
        "生态学者莫晓峰将这一现象形容为“森林的慢性病”，至今没有药方。",
        ["莫晓峰"],
        "whoever calls something so",
    ),
    (
        "前任局长蓝志远曾批评该计划是“纸上的公园”，一笔钱也没批。",
        ["蓝志远"],
        "whoever calls something so",
    ),
    (
        "校长柳国栋没有露面。一位学生家长等在门口。\n\n柳校长后来在电话里说：“我在开会。”",
        ["柳国栋"],
        "a family name with an office",
    ),
    (
        "市民向交通局局长耿立群提问。他说：“路会修好的。”耿局长没有给日期。",
        ["耿立群"],
        "a family name with an office",
    ),
    (
        "谷医生下班很晚。一个病人家属拦住她。谷医生说了一句话，没人听清。她说：“明天再来。”",
        ["谷医生"],
        "a family name with an office",
    ),
    (
        "公司贴出了新规定。有人在下面用铅笔写道：“老板先做到。”",
        [None],
        "somebody whom nobody names",
    ),
    ("主任汤卫国念完通知，台下有人喊：“那工资呢？”", [None], "somebody whom nobody names"),
    ("雨越下越大。不知谁喊了一声：“堤要垮了！”", [None], "somebody whom nobody names"),
    (
        "法学者林墨认为此案不复杂。\n\n门口来了一个卖花的老太太。她把花递过来，小声说：“五块钱一把。”",
        ["一个卖花的老太太"],
        "somebody who comes in",
    ),
    (
        "车厢里坐着一个戴红领巾的男孩。他扭头问妈妈：“还有几站？”",
        ["一个戴红领巾的男孩"],
        "somebody who comes in",
    ),
    (
        "教练葛建业走后，看台上站起一位穿雨衣的球迷。他冲着场内吼：“别传了，射门！”",
        ["一位穿雨衣的球迷"],
        "somebody who comes in",
    ),
    (
        "店员聂小雨说要打烊了。\n\n有顾客问饶师傅还卖不卖，饶师傅正在擦锅，没有回头。\n\n“卖完了。”",
        ["饶师傅"],
        "whoever is asked answers",
    ),
    (
        "钟馆长说展览延期。\n\n我问画家苏荷会不会难过，她正在洗笔，想了一会儿。\n\n“画又不会跑。”",
        ["苏荷"],
        "whoever is asked answers",
    ),
    (
        "组委会主任戴明宣布了名次。\n\n记者问安小满累不累，她蹲下来系鞋带。\n\n“明天才知道。”",
        ["安小满"],
        "whoever is asked answers",
    ),
    (
        "一位邻居说得直接：“他家的狗太吵。”\n\n屠先生在电话里也有一句话。他说：“狗也觉得你们吵。”",
        ["一位邻居", "屠先生"],
        "a pronoun behind a family name",
    ),
    (
        "有位乘客抱怨：“等了一个小时。”\n\n站长冉学军承认人手不足。他说：“我自己也在等人。”",
        ["有位乘客", "冉学军"],
        "a pronoun behind a family name",
    ),
    (
        "二十岁的白露在县城送快递。“导航不认识这里的路。”白露说。",
        ["白露"],
        "a name of two characters",
    ),
    ("方圆和妹妹方正一起守店。方圆说：“她管账，我管吃。”", ["方圆"], "a name of two characters"),
    (
        "“灯亮了我才敢下车。”黎娟回忆。那年她十七岁。黎娟后来当了老师。",
        ["黎娟"],
        "a name of two characters",
    ),
    ("村里人都叫他“老算盘”。老算盘把账本一合：“差三毛。”", ["老算盘"], "a nickname"),
    ("大家喊她小胖。小胖一边擦桌子一边说：“今天的汤淡了。”", ["小胖"], "a nickname"),
    ("阿旺是船上唯一的厨子。阿旺说：“浪大的时候只煮粥。”", ["阿旺"], "a nickname"),
    ("郎先生打电话给客服。对方回答：“系统在升级。”", ["对方"], "the other side"),
    ("齐大爷指了指墙上的照片：“左边那个是我。”", ["齐大爷"], "a gesture instead of a verb"),
    ("贺师傅把帽子往下一拉：“别拍我。”", ["贺师傅"], "a gesture instead of a verb"),
    ("霍婆婆眯起眼睛，想了半天。“好像是属虎的。”", ["霍婆婆"], "a gesture instead of a verb"),
    ("尤建国：“我不是英雄”", ["尤建国"], "a name before a colon"),
    ("专访｜农思雨：“慢下来不是罪”\n\n作家农思雨很少露面。", ["农思雨"], "a name before a colon"),
    ("“钱不够。”副镇长连海涛摊开双手。", ["连海涛"], "a verb on no list"),
    ("导游冷小雪纠正道：“那不是庙，是祠堂。”", ["冷小雪"], "a verb on no list"),
    ("舒教授打了个比方：“这就像给牛穿皮鞋。”", ["舒教授"], "a verb on no list"),
    (
        "管理员伍大姐打开柜子，翻出一本旧登记簿，念道：“一九八八年，借出铁锹两把。”",
        ["伍大姐"],
        "the subject stands some commas before",
    ),
    (
        "水利专家裴子安赶到现场，看了看裂缝，当即下令：“全部撤离。”",
        ["裴子安"],
        "the subject stands some commas before",
    ),
    (
        "「我只會做豆腐。」老闆娘溫秀琴說。她丈夫則笑道：「她還會罵人。」",
        ["溫秀琴", "她丈夫"],
        "corner marks",
    ),
    (
        "里長駱金水向記者透露，工程「只差一個章」。議員紀曉嵐則質疑：「章在誰手上？」",
        ["駱金水", "紀曉嵐"],
        "corner marks",
    ),
    (
        "主委盧佩珊表示：「廟不能搬。」副主委接著說：「神也不肯。」",
        ["盧佩珊", "副主委"],
        "corner marks",
    ),
    ("卜先生说，那天的雾“浓得像粥”，他差点撞上路灯。", ["卜先生"], "words in a report"),
    ("航空公司随后回应称，延误系“天气原因”，乘客并不接受。", ["航空公司"], "words in a report"),
    (
        "一位不愿具名的前员工透露，公司账上“连电费都没有”。",
        ["一位不愿具名的前员工"],
        "words in a report",
    ),
    (
        "儿子郭晓东不同意母亲开车。“她连自行车都会摔。”郭晓东说。他的母亲姚凤英反驳：“那是二十年前。”",
        ["郭晓东", "姚凤英"],
        "a relative with a name",
    ),
    (
        "岛上修船的屈永安不想走。“船还没修完。”他说。屈永安今年六十岁。",
        ["屈永安"],
        "a name behind what he does",
    ),
    ("“我先说。”第一个举手的是学生傅小满。", ["傅小满"], "whoever is named behind is"),
    ("商人乔松拒绝出示证件，理由是“我的脸就是证件”。", ["乔松"], "a reason and is"),
    ("墙上贴着一张纸，是馆长写的：“随手关灯。”", ["馆长"], "who wrote it"),
    ("校方核对后认为，报名表“年代可疑”。", ["校方"], "a body that does something first"),
    ("平台方面回应本报称，客服“享有完善的支持”。", ["平台方面"], "whom it answers"),
    ("书记员敲了敲桌子：“请安静。”", ["书记员"], "an office that acts before a colon"),
    ("对此，郝明的儿子不以为然：“机器比手还准？”郝明笑了。", ["郝明的儿子"], "a son"),
    ("岸边有一名大学生陷了下去，大喊：“拉我！”", ["一名大学生"], "without what he does"),
    ("副教授闫鸣直言，技术“能排除，不能认亲”。", ["闫鸣"], "an utterance is no label"),
    ("当地植物学家认为移栽“等于慢慢地砍”。", ["当地植物学家"], "a trade on no list"),
    ("校门口有个孩子画完后问：“要画救生圈吗？”", ["有个孩子"], "a child that is there"),
    (
        "面包店老板哈桑·图雷没有关门。“我的烤箱没停过。”图雷一边揉面一边说。",
        ["哈桑·图雷"],
        "the last part of a dotted name",
    ),
    (
        "国防部长杜瓦尔特不愿多谈。反对派发言人玛丽·奥库随即否认了这一说法。“全是谎言，”奥库通过社交媒体写道，“我们有证据。”",
        ["玛丽·奥库"],
        "where it was said, between subject and verb",
    ),
    (
        "创始人兼CEO邢远征在内部信中写道：“先活下去。”",
        ["邢远征"],
        "two offices before a name",
    ),
    (
        "队长雷蒙走进更衣室。面对记者，他只留下一句：“明天见。”",
        ["雷蒙"],
        "what is faced is no subject",
    ),
    (
        "邢某没有出庭。“我赔不起。”邢某在电话里说。",
        ["邢某"],
        "a name that is held back",
    ),
    (
        "厂方发言人说：“停产三天。”县政府发言人随后表示，“停产五天”。",
        ["厂方发言人", "县政府发言人"],
        "the same office of two bodies",
    ),
    (
        "主帅范德林登走进发布厅。“我数了三遍。”荷兰人说。",
        ["范德林登"],
        "a demonym points back",
    ),
    (
        "司机老柯在校门口等女儿柯雨桐。“考完就回家。”老柯说。",
        ["老柯"],
        "an elder of whom no full name stands before",
    ),
    (
        "其中一个叫周楠的小伙子小声说：“他听得出来。”",
        ["周楠"],
        "a name inside what brings somebody in",
    ),
    (
        "窗口换了三个，得到的答复都差不多：“不归我们管。”邢佳说：“我跑累了。”",
        [None, "邢佳"],
        "an answer that one gets is nobody's in particular",
    ),
    (
        "老主顾赵阿婆天天来，总要念叨一句：“你可别关。”",
        ["赵阿婆"],
        "a family name before what an elder is called by",
    ),
    (
        "司仪“麦霸阿凯”把责任推给了短视频：“拍完就走。”",
        ["麦霸阿凯"],
        "a name in marks behind an office",
    ),
    (
        "一位ID为“老北看台”的球迷留言：“九年了。”",
        ["老北看台"],
        "a name in marks before an office",
    ),
    (
        "某平台宣布取消这一规则，其规则负责人称，“商家更清楚”。",
        ["其规则负责人"],
        "an office of a body that a pronoun stands for",
    ),
    ("馆长何向东认为，“值不值要看人数”。", ["何向东"], "a small word in a given name"),
    (
        "短视频平台“快影”相关负责人称，准确率很高，“剩下的交给人工”。",
        ["相关负责人"],
        "the name of a body in marks",
    ),
    (
        "主教练首先走上台前，他面带微笑。他表示：“我们拼尽了全力。”",
        ["主教练"],
        "an office without a name with which a sentence begins",
    ),
    (
        "邢明的律师一上来就亮明观点。“应该驳回。”邢明的律师说。“评论不等于言论。”律师称。",
        ["邢明的律师", "邢明的律师"],
        "an office alone is whoever spoke last under it",
    ),
    (
        "“名誉在短时间内迅速下跌……”法庭上，原告的律师痛心疾首，并拿出多份证据。",
        ["原告的律师"],
        "whoever acts in the sentence behind",
    ),
    (
        "她曾向宿管反映，得到的答复是：“没看见明火。”",
        ["宿管"],
        "whoever was asked gives the answer",
    ),
    (
        "队长葛涛说，主帅佩特洛夫一句话没说，只在白板上写了四个字——“我信你们”。",
        ["佩特洛夫"],
        "so many words that somebody wrote",
    ),
    (
        "领衔人戴若安在开始前受访说，他觉得更像是“民意对抗市长”。",
        ["戴若安"],
        "a noun for somebody on no list, before a name",
    ),
    (
        "区议员黎铭表示,「公园应该免费」。家庭主妇黎太则担心费用。「不如留在家里。」",
        ["黎铭", "黎太"],
        "signs of half width, and what somebody's wife is called by",
    ),
    (
        "坠亡女孩家属告诉记者，校方态度强硬，称“没有责任”。",
        ["校方"],
        "a side that is called by one character",
    ),
    (
        "学院宣传部工作人员介绍了情况。该工作人员称，“校方第一时间报了警。”",
        ["学院宣传部工作人员"],
        "the words in which the noun stood before",
    ),
    (
        "陶元的告别式在殡仪馆举行。陶元姐姐称，“非我本意。”",
        ["陶元姐姐"],
        "somebody's sister by a name without a particle",
    ),
    ("至于进展，宣传科负责人称“不好说”。", ["宣传科负责人"], "a verb that may be a nickname's"),
    (
        "“到现在还有人联系我，”西部大学研究知识演化的Funk说。",
        ["Funk"],
        "a name in other letters behind a body and what one does there",
    ),
    (
        "“太好了。”\n\n清晨，驻村书记郭峰打着电话走出门。",
        ["郭峰"],
        "the next paragraph names who opened the draft",
    ),
    (
        "女孩叫戚梦。房东老潘等了三年。\n\n“我都跟他们说了。”老潘说起这事，至今佩服。",
        ["老潘"],
        "a known name with more than what he does right behind",
    ),
    (
        "消防局的报告写明，起火原因是“隔壁电路老化”。",
        ["消防局的报告"],
        "whose paper it is, in the part before",
    ),
    (
        "她的奶奶七十一岁，接不动了。“她听得见。”老人比划着。",
        ["她的奶奶"],
        "an age behind a word for kin",
    ),
    (
        "川普一行抵达北京。川普在推文中表示，“谢谢”。\n\n川普在推文中又说：“非常感谢。”",
        ["川普", "川普"],
        "a name that fits no list opens sentences twice",
    ),
    (
        "史派瑟表示，川普将签署一连串行政命令，“这些法令妨碍成长”。",
        ["史派瑟"],
        "a noun for saying is no verb",
    ),
    (
        "客运公司给出的理由是亏损，“每天空驶七成”。",
        ["客运公司"],
        "a reason that somebody gives",
    ),
    ("墙上贴着一个告示，上面写着“请注意素质”。", ["告示"], "what stands on a paper"),
    (
        "烤鸭店业者：“我会害怕。”\n\n市府主任消保官：“我们想听听。”",
        ["烤鸭店业者", "市府主任消保官"],
        "an office with its body before a colon",
    ),
    ("小区住户蒋先生：“太吵了。”", ["蒋先生"], "a name behind an office before a colon"),
    (
        "出租楼的房东称，他在一楼报了警。有人试图逃离，“门打不开。”",
        ["出租楼的房东"],
        "an office with what it is of, before a verb of saying",
    ),
    (
        "跟他搭伴的大刘四十出头。大刘说，这活儿轻省，“就是屁股冷”。在大刘看来，家长不是懒，“是真请不下来假”。",
        ["大刘", "大刘"],
        "a nickname, and in whose view it is so",
    ),
    ("用一位奶奶的话说，“万一呢？”", ["一位奶奶"], "in whose words it is said"),
    (
        "园长蒙岚告诉记者，园方今年反复提醒过三次。“越提醒人越多。”",
        ["蒙岚"],
        "who tells of a reminder, and not who reminded",
    ),
    (
        "区教育局学前教育科答复称，“不再设现场环节”。",
        ["区教育局学前教育科"],
        "an office of a body, before a verb of saying",
    ),
    ("另一家则坦言，老旧车辆“卖一单亏一单”。", ["另一家"], "another one of several"),
    ("某品牌负责人霍启元说，“不是有意的”。", ["霍启元"], "a name behind any brand's office"),
    ("总经理毕铮率先作答。他说：“我们进不了门。”", ["毕铮"], "an adverb that begins like a name"),
    ("文旅公司副总监简佩文承认，“等着看笑话”。", ["简佩文"], "an office behind a body"),
    ("没有一个是家长。“我替人排的。”裹着大衣的小高搓了搓手。", ["小高"], "nobody is there"),
    (
        "“我妈不见了。”10月4日上午，城关派出所接到马凌霄的报警电话。",
        ["马凌霄"],
        "whose call is taken",
    ),
    ("电话那头，司机的回答让所有人心里一沉：“下车了。”", ["司机"], "whose answer it is"),
    (
        "民警荀亮调出监控。他拨通了电话。“您车上有没有一位老太太？”",
        ["荀亮"],
        "a verb that could end a name",
    ),
    (
        "该公司客服中心一位工作人员回复，“方案还在研究”。",
        ["该公司客服中心一位工作人员"],
        "one of a body that is pointed at is new",
    ),
    (
        "女孩邢佳是吉林人。亲戚们念叨着“发展不好”，班主任天天来劝她，“多好啊。”邢佳想起这些仍然惊诧，“心都凉了。”",
        ["亲戚们", "班主任", "邢佳"],
        "a verb right before the words goes before what stands behind",
    ),
    (
        "她也反思，一直不给反馈的温老师对吗？家长邢佳走进教室。一次沟通时，她说：“商量商量。”",
        ["邢佳"],
        'who is named behind "she" is somebody else',
    ),
    (
        "一开始他搞合作社，没有起色。村支书黄杰说：“试试吧。”",
        ["黄杰"],
        "a word for when, before a pronoun",
    ),
    (
        "司机吐尔逊把大巴停在雪地里。他说：“先别下车。”",
        ["吐尔逊"],
        "three characters on no list behind an office, before what he does",
    ),
    (
        "那段视频有人点赞。热度最高的一条评论写道：“最好的服务区。”",
        ["一条评论"],
        "what somebody without a name posted",
    ),
    (
        "孩子叫冯小满。爸爸没听清，妈妈听清了。“兔子穿了雨衣的。”",
        ["妈妈"],
        "whoever acts in the last part of a sentence",
    ),
    (
        "店主邢远征说：“到了。”\n\n“终于来了！”人群中爆发出欢呼。",
        ["邢远征", None],
        "a crowd is nobody in particular",
    ),
    ("他的妻子石兰留在老家。石兰说：“该歇了。”", ["石兰"], "two characters before a verb"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_a_chinese_draft_tells_who_speaks(text: str, expected: list[str | None], why: str) -> None:
    found = [q.speaker for q in find_quotations(text, "zh") if q.is_checked]
    assert found == expected, why


NOT_SPOKEN = [
    ("有居民提议将新路命名为“听雨路”，街道办没有答应。", "a name that is proposed"),
    ("这道菜在当地被唤作“三不粘”。", "what a thing is called"),
    ("村里人都叫他“老算盘”。", "a nickname"),
    ("首次完成在轨“换电池” 航天员这样描述", "a label in a headline"),
    ("见证着“民有所呼、我有所应”的温暖实践。", "a slogan before its noun"),
    ("会长“老船长”徐林在看台上红了眼眶。", "a nickname between an office and a name"),
    ("想着怎么编“段子”“忽悠”人。", "two labels side by side"),
    ("共享单车企业“快骑”的公关经理回应了此事。", "the name of a body whose office follows"),
    ("有网友质疑“领导体验”是作秀。", "what is spoken of"),
    ("短视频平台“快影”相关负责人称准确率很高。", "the name of a body before its office"),
]


@pytest.mark.parametrize(("text", "why"), NOT_SPOKEN)
def test_a_name_given_to_something_is_no_quotation(text: str, why: str) -> None:
    found = find_quotations(text, "zh")
    assert found and not any(q.is_checked for q in found), why


def test_a_mark_behind_a_question_opens() -> None:
    text = "桌子要卖吗？“不卖，”他说，“留着吃饭。”"
    (found,) = find_quotations(text, "zh")
    assert [text[slice(*piece)] for piece in found.pieces] == ["不卖，", "留着吃饭。"]


SHAPES = [
    ("邵广田摊开手", 3, "three characters before a verb"),
    ("高原拉开门", 2, "two before a verb that could be a third"),
    ("欧阳春只说", 3, "a family name of two characters"),
    ("安全只是一句话", 0, "a common word that begins with a family name"),
    ("雨停了", 0, "no family name"),
]


@pytest.mark.parametrize(("text", "length", "why"), SHAPES)
def test_somebody_who_acts_has_the_shape_of_a_name(text: str, length: int, why: str) -> None:
    assert shaped(text, 0, len(text), load_draft_words("zh")) == length, why


DOTTED = [
    ("工程师扬·德弗里斯参与了设计", "工程师扬·德弗里斯", "a verb behind it"),
    ("罗莎·海因斯认为", "罗莎·海因斯", "a verb of thinking"),
    ("李明认为", None, "no dot"),
]


@pytest.mark.parametrize(("text", "expected", "why"), DOTTED)
def test_a_dotted_name_ends_where_nothing_transliterates(
    text: str, expected: str | None, why: str
) -> None:
    span = dotted_in(text)
    assert (text[slice(*span)] if span else None) == expected, why


def test_a_pronoun_is_in_no_name() -> None:
    words = load_draft_words("zh")
    assert is_name("文中强", words)
    assert not is_name("文中她", words)


def test_a_clause_with_is_gives_an_office_to_a_name() -> None:
    words = with_names(load_draft_words("zh"), frozenset({"顾晓楠", "姜慧"}))
    text = "被告是出版社的顾晓楠。姜慧曾是一名牵线的，会计是邻居。"
    found = list(offices_zh(text, [(0, len(text))], words))
    assert found == [("被告", text.index("顾"), "顾晓楠")]


def test_only_somebody_new_is_brought_in() -> None:
    words = with_names(load_draft_words("zh"), frozenset({"姜慧"}))
    text = "姜慧是一名会计。姜慧，一位母亲，等着。门口来了一位邻居。"
    found = [one.text for one, _ in nameless_zh(text, 0, len(text), words)]
    assert found == ["一位邻居"]
