"""Frames as people speak them: long starts, repairs, asides, and a clause cut out of the middle.

Every row was written before the rules met it, in three rounds with the rules mended in between; on
first sight 61 of 77, 62 of 74 and 36 of 49 came out right. They are kept so that none is lost
again; how a new sentence fares is told by the first numbers, not by these rows passing.
"""

from __future__ import annotations

import pytest

from tests.verifier.contexts.test_context import HONEST, place
from verifier.contexts.context import framings
from verifier.models import Context

N, C = Context.HEAD_HAS_NEGATION, Context.HEAD_HAS_CONDITION
R, Q = Context.HEAD_REPORTS_OTHERS, Context.QUESTION_IN_SOURCE
TC, TT = Context.TAIL_HAS_CONDITION, Context.TAIL_HAS_CONTRAST
ANY = HONEST | {Q}

GOVERNED = [
    ("en", "You know, the worst case is that [[we lose the whole northern grid for a week]].", {C}),
    ("en", "So nobody in this room believes that [[the pension fund is going to recover]].", {N}),
    ("en", "It would be wrong to say that [[the agency ignored those complaints]].", {N}),
    ("en", "I'm not here to tell you that [[every teacher deserves a raise]].", {N}),
    ("en",
     "Look, if we get the permits by spring, then, you know, [[we break ground in May]].",
     {C}),
    ("en",
     "And I keep hearing from the consultants that [[the stadium will pay for itself]].",
     {R}),
    ("en", "There are people on cable who'll swear that [[the storm was made in a lab]].", {R}),
    ("en", "I don't buy the argument that [[cheap housing ruins a neighbourhood]].", {N, R}),
    ("en", "What would happen if [[the reservoir dropped another ten feet]]?", {C, Q}),
    ("en", "Did anybody ever tell you that [[the money was already spent]]?", {Q, R}),
    ("en", "My opponent wants you to think that [[I voted against the veterans]].", {R}),
    ("en", "I seriously doubt [[the committee read the whole report]].", {N}),
    ("en", "It's just not the case that [[wages have gone up for everybody]].", {N}),
    ("en", "Suppose for a minute that [[the tax cut pays for itself]].", {C}),
    ("en", "I'd be lying if I told you [[we had a plan for this]].", {C, N}),
    ("en", "[[We will rebuild the pier]], assuming the insurers ever answer the phone.", {TC}),
    ("en", "[[The vaccine mandate worked]], though I wouldn't do it again.", {TT}),
    ("en", "[[We can cut the deficit in half]] as long as nobody touches the tax code.", {TC}),
    ("en", "The old joke is that [[a camel is a horse designed by a committee]].", {R}),
    ("en", "Neither the mayor nor I ever claimed that [[crime was down in the harbour]].", {N}),
    ("en", "Under no circumstances would I say that [[the officer acted alone]].", {N}),
    ("en", "She looked me in the eye and said [[the job was mine]].", {R}),
    ("en", "They want us to accept that [[poverty is simply a choice]].", {R}),
    ("en", "Only if the court agrees [[can the sale go through]].", {C}),
    ("en", "I wish I could tell you [[the worst was over]].", {C}),
    ("zh", "最坏的结果就是[[整个项目推倒重来]]。", {C}),
    ("zh", "说实话，我们谁都不敢说[[明年的订单一定会增加]]。", {N}),
    ("zh", "要说[[这件事完全没有风险]]，那是不负责任的。", {N, C}),
    ("zh", "外面老有人讲[[我们厂里克扣工资]]。", {R}),
    ("zh", "我可没答应过[[要把仓库搬到郊区]]。", {N}),
    ("zh", "假如资金能够按时到位的话，[[我们下半年就可以开工]]。", {C}),
    ("zh", "我父亲常跟我们讲，[[种地的人不能欺负土地]]。", {R}),
    ("zh", "有一种观点认为，[[小镇已经没有希望了]]。", {R}),
    ("zh", "难道你真的以为[[他们会把钱还回来]]吗？", {Q}),
    ("zh", "[[票价可以不涨]]，前提是政府补贴不减。", {TC}),
    ("zh", "[[设备是新的]]，可是没有人会用。", {TT}),
    ("zh", "我们还没有证据证明[[这批货是从南方运来的]]。", {N}),
    ("en",
     "There's this idea out there that [[the harbour was built with stolen money]], and I hate it.",
     {R}),
    ("en", "I wouldn't go so far as to say that [[the strike was a success]].", {N}),
    ("en",
     "Let's assume for the sake of argument that [[every household switches to heat pumps]].",
     {C}),
    ("en", "You can't seriously tell me that [[this is the best we can do]].", {N}),
    ("en", "It's a myth that [[older workers can't learn new systems]].", {N}),
    ("en", "At no point did I suggest that [[the inspectors were bribed]].", {N}),
    ("en", "If I were to tell you that [[we already won]], you'd laugh.", {C}),
    ("en", "What people were telling us back then was that [[the mine would never reopen]].", {R}),
    ("en", "According to the other side, [[we are wrecking the economy]].", {R}),
    ("en", "God forbid [[the levee breaks on a Sunday]].", {C, N}),
    ("en", "Unless Congress acts by Friday, [[six thousand people lose their homes]].", {C}),
    ("en", "In a perfect world, [[nobody would need a lawyer for this]].", {C}),
    ("en", "Am I saying [[we should close every coal plant tomorrow]]?", {Q}),
    ("en", "The nightmare scenario is [[the whole fleet gets grounded in August]].", {C}),
    ("en",
     "[[We are going to win this county]], or at least that's what the polls keep saying.",
     {R, TC, TT}),
    ("en", "[[The trains run on time]], if you believe the ministry.", {TC}),
    ("en", "It is simply untrue that [[I fired her because of her politics]].", {N}),
    ("en", "I never once heard him say [[he regretted the vote]].", {N}),
    ("en", "My grandmother used to say, [[a closed mouth gathers no feet]].", {R}),
    ("en", "It remains to be seen whether [[the new pumps hold up in winter]].", {C}),
    ("en", "They accused me of saying that [[farmers are lazy]].", {R}),
    ("en", "I'm not convinced that [[the bridge needs a toll]].", {N}),
    ("en", "Who on earth thinks [[a wall will stop the sea]]?", {Q}),
    ("en", "[[We'll publish the minutes]], provided nobody sues us first.", {TC}),
    ("zh", "我并不是说[[年轻人吃不了苦]]。", {N}),
    ("zh", "网上流传说[[我们偷排废水]]，这完全是谣言。", {R}),
    ("zh", "如果天气不好，那么[[航班可能会取消]]。", {C}),
    ("zh", "谁说过[[这个项目一定赚钱]]？", {Q}),
    ("zh", "批评我们的人总是说[[工厂污染了河水]]。", {R}),
    ("zh", "我不敢保证[[今年冬天不会停气]]。", {N}),
    ("zh", "只有得到批准，[[我们才能动工]]。", {C}),
    ("zh", "[[产量会翻一番]]，如果一切顺利的话。", {TC}),
    ("zh", "很难说[[这笔投资是值得的]]。", {N, C}),
    ("zh", "假设[[每个人都捐一块钱]]，那会怎么样。", {C}),
    ("zh", "[[大家都支持这个方案]]，但我不支持。", {TT}),
    ("zh", "据一位老员工回忆，[[当时仓库里什么都没有]]。", {R}),
    ("en", "I have yet to see any evidence that [[the levy reduces traffic]].", {N}),
    ("en", "People always assume that [[lawyers enjoy arguing]].", {R, C}),
    ("en",
     "I could never look a voter in the eye and say [[your school is closing for your own good]].",
     {N}),
    ("en", "Had we listened to him, [[the tower would still be standing]].", {C}),
    ("en", "The minister's office insists [[the bridge was inspected twice]].", {R}),
    ("en",
     "It's one thing to claim [[the budget is balanced]] and another to balance it.",
     {R, N, C}),
    ("en", "I refuse to accept that [[a hungry child is somebody else's problem]].", {N}),
    ("en", "The rumour going around the docks is that [[the owner wants to sell]].", {R}),
    ("en", "We were led to believe that [[the land had been cleaned up]].", {R, C}),
    ("en", "Do I think [[the players deserve the blame]]? Absolutely not.", {Q}),
    ("en", "[[The museum will be free]], although parking will cost you.", {TT}),
    ("en", "[[The deal is done]], pending approval by the board.", {TC}),
    ("en", "My fear is that [[the glacier will be gone by the time she graduates]].", {C}),
    ("en", "In theory [[every patient gets a call within a day]].", {C}),
    ("en", "It's been suggested that [[we moved the stones ourselves]].", {R}),
    ("en", "No one is saying [[the factory has to close]].", {N}),
    ("en", "Hardly anyone still argues that [[the war was worth it]].", {N}),
    ("en", "He goes, [[you'll never work in this town again]].", {R}),
    ("zh", "有些专家预测[[房价会跌一半]]。", {R}),
    ("zh", "我从来不认为[[钱能解决所有问题]]。", {N}),
    ("zh", "倘若没有外援，[[我们撑不过三个月]]。", {C}),
    ("zh", "别以为[[换个名字就没事了]]。", {N}),
    ("zh", "他们承诺过[[三年内把路修通]]。", {R}),
    ("zh", "[[合同可以续签]]，除非对方违约。", {TC}),
    ("zh", "传言说[[剧院要拆了]]，我没听说。", {R}),
]  # fmt: skip

HONEST_PARTS = [
    ("en", "We are not, and I want to be clear, [[we are not closing the clinic]]."),
    ("en", "When I was a kid nobody had money, and [[we shared one bicycle between six of us]]."),
    ("en",
     "I can't tell you how many nights I sat there, and [[the phone never stopped ringing]]."),
    ("en", "I told my wife that night that [[we should keep the farm]]."),
    ("en", "The thing people don't understand is that [[the river belongs to everybody]]."),
    ("en", "As I've said a hundred times, [[the road has to be finished before winter]]."),
    ("en", "He never asked for help, he never complained, and [[he paid every debt he had]]."),
    ("en", "What I've learned in thirty years is that [[patients want to be listened to]]."),
    ("en", "The reason we're not worried is that [[the reserves are bigger than ever]]."),
    ("en", "If you don't know her, [[she ran the food bank for twenty years]]."),
    ("en", "Without the volunteers we'd be nowhere, and [[this town knows it]]."),
    ("en", "You asked whether I'm tired; [[I'm ready for another four years]]."),
    ("en", "There's not a doubt in my mind that [[we made the right decision]]."),
    ("en", "I didn't come here to make friends, [[I came here to fix the water system]]."),
    ("en", "[[I came here to fix the water system]], not to make friends."),
    ("en", "[[The bridge opened in the spring]], as everybody said it would."),
    ("en", "[[We hired forty nurses last year]] and we still can't cover the night shift."),
    ("en", "People who never worked a shift in their lives, [[they write these rules]]."),
    ("en", "Say what you will about the old mayor, [[he kept the lights on]]."),
    ("en", "It's no accident that [[our schools are full again]]."),
    ("en", "And that's why, when they told us to leave, [[we stayed and rebuilt the church]]."),
    ("en", "We couldn't be prouder that [[our daughters run the company now]]."),
    ("en", "Nobody gave us anything: [[we built that market stall by stall]]."),
    ("en", "Ask anyone who's lived here and they'll know [[the ferry was never on time]]."),
    ("en", "I want everybody listening tonight to know that [[help is on the way]]."),
    ("en", "Not that long ago, [[this was the busiest port on the coast]]."),
    ("zh", "我不是本地人，[[我在这条街上住了三十年]]。"),
    ("zh", "大家都没想到的是，[[那场雨下了整整一个月]]。"),
    ("zh", "没有老师傅就没有今天，[[我们每年都去看他们]]。"),
    ("zh", "我一直跟年轻人讲，[[做事情要有耐心]]。"),
    ("zh", "不管外面怎么说，[[我们的账目是清楚的]]。"),
    ("zh", "我可以负责任地告诉大家，[[水库的水是安全的]]。"),
    ("zh", "那时候谁也没有钱，[[全村凑出来一台拖拉机]]。"),
    ("zh", "没有什么比这更重要：[[孩子们要有书读]]。"),
    ("zh", "我认为最关键的一点是，[[技术要掌握在自己手里]]。"),
    ("zh", "[[我们把桥修好了]]，没有花国家一分钱。"),
    ("zh", "他从来不抱怨，[[他把工资都寄回了家]]。"),
    ("zh", "说到底，[[这座城市是工人建起来的]]。"),
    ("zh", "不要忘了[[我们是怎么走过来的]]。"),
    ("zh", "如果没记错的话，[[那年冬天江面都结了冰]]。"),
    ("en", "Not everybody liked the old market hall, but [[it kept this street alive]]."),
    ("en", "I don't know how else to put it: [[we were lucky]] that night on the river."),
    ("en", "Nobody asked me to run, [[I ran because my neighbours were hurting]]."),
    ("en", "The reporters kept asking about money, and [[I kept talking about the patients]]."),
    ("en", "When people tell me it can't be done, [[I show them the pictures from the flood]]."),
    ("en", "If there's one thing I've learned, [[it's that rivers have long memories]]."),
    ("en", "I said it then and I'll say it now: [[the dam was badly built]]."),
    ("en", "Believe it or not, [[we started with four chairs and a borrowed kettle]]."),
    ("en", "It's not that I'm bitter, [[I just remember every winter of it]]."),
    ("en", "He told me to sit down, so [[I sat down and signed the lease]]."),
    ("en", "I can say with confidence that [[the water is clean today]]."),
    ("en", "[[The school will reopen in March]], no ifs or buts."),
    ("en", "[[I taught there for eleven years]], if that tells you anything."),
    ("en", "[[We planted nine thousand trees]], which nobody thought was possible."),
    ("en", "Those who doubted us are quiet now, and [[the orchard is full of apples]]."),
    ("en", "What I would tell any young fisherman is that [[the sea does not forgive]]."),
    ("en", "Once nobody wanted to live here; [[today there is a waiting list]]."),
    ("en", "I'm happy to report that [[the roof no longer leaks]]."),
    ("en",
     "No child in this county goes hungry, because [[the church opens its kitchen every day]]."),
    ("en", "I won't apologise for saying that [[our nurses deserve better]]."),
    ("en", "And guess what, [[the lights stayed on]] all through that winter."),
    ("en", "Even though it rained, [[four thousand people came to the square]]."),
    ("en", "The truth nobody wants to hear is that [[the well is running dry]]."),
    ("en", "Rather than close the library, [[we opened it on Sundays]]."),
    ("en", "You have to understand that [[this town was built on salt]]."),
    ("en", "I've always maintained that [[a good road beats a good speech]]."),
    ("zh", "没有人逼我，[[我是自愿回来的]]。"),
    ("zh", "虽然条件不好，[[孩子们每天都来上课]]。"),
    ("zh", "别人怎么说我管不了，[[我只做我该做的事]]。"),
    ("zh", "我相信[[下一代会做得更好]]。"),
    ("zh", "记者问我累不累，[[我说干活的人没有不累的]]。"),
    ("zh", "不可否认的是，[[这条铁路改变了山里人的生活]]。"),
    ("zh", "不怕大家笑话，[[我第一次坐火车是三十五岁]]。"),
    ("zh", "我们从来没有放弃，[[最后把水引到了村里]]。"),
    ("zh", "[[他在这里工作了四十年]]，从没请过一天假。"),
    ("zh", "可以说[[没有她就没有这所学校]]。"),
    ("zh", "我想说的是，[[种子要选好的]]。"),
    ("zh", "事实证明[[我们的选择是对的]]。"),
    ("en", "I never learned to swim, and yet [[I spent forty years on boats]]."),
    ("en", "My doctor told me to quit, and [[I quit the very next day]]."),
    ("en", "We don't need speeches, [[we need plumbers and electricians]]."),
    ("en", "Critics can say what they like; [[attendance has doubled]]."),
    ("en", "I keep telling the students that [[the first draft is supposed to be bad]]."),
    ("en", "It wasn't until I had children that [[I understood my own mother]]."),
    ("en", "There is nothing more beautiful to me than [[a field of rye in June]]."),
    ("en", "[[We answered every letter]], even the rude ones."),
    ("en", "Because nobody would rent to us, [[we bought the old bakery]]."),
    ("en", "What matters to me is that [[the children can walk to school]]."),
    ("en", "I'm here to tell you that [[the union is stronger than ever]]."),
    ("en", "No matter what the polls say, [[we will finish this tunnel]]."),
    ("en", "I thought about leaving, but [[this valley is my home]]."),
    ("en", "I realised that night that [[music was the only thing I was good at]]."),
    ("en", "Nothing prepared me for the silence: [[even the dogs stopped barking]]."),
    ("zh", "我没读过几年书，[[但我识得每一种木头]]。"),
    ("zh", "说句心里话，[[我舍不得这片海]]。"),
    ("zh", "哪怕他们不理解，也没关系，[[我问心无愧]]。"),
    ("zh", "我坚信[[山里的孩子不比城里的差]]。"),
    ("zh", "在我看来，[[修路比盖楼要紧]]。"),
    ("zh", "问题不在于钱，[[问题在于没有人愿意来]]。"),
    ("zh", "[[我们只用了九个月]]，没有人受伤。"),
    ("zh", "我要感谢所有不离不弃的人，[[这座桥是大家的]]。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked", "codes"), GOVERNED)
def test_a_spoken_clause_that_governs_the_quote_is_reported(
    language: str, marked: str, codes: set[Context]
) -> None:
    text, start, end = place(marked)
    found = {f.code for f in framings(text, start, end, language)} & ANY
    assert found & codes, found


@pytest.mark.parametrize(("language", "marked"), HONEST_PARTS)
def test_an_honest_part_of_a_spoken_sentence_is_quiet(language: str, marked: str) -> None:
    text, start, end = place(marked)
    assert {f.code for f in framings(text, start, end, language)} & ANY == set()


CUT_OFF = [
    ("en", "Few [[politicians keep their word]].", C, "few of them do"),
    ("en", "Most of [[the schools stay open in summer]].", C, "most of them, not all"),
    ("en", "Only [[a fool would sign that lease]].", C, "nobody else would"),
    ("en", "More than [[five thousand people lost their homes]].", C, "another number"),
    ("en", "At least [[nine boats sank that night]].", C, "another number"),
    ("en", "One of [[the ministers took the money]].", C, "one, not all"),
    ("en", "[[The keeper sold the lamp]], allegedly.", TC, "a hedge that closes the sentence"),
    ("en", "[[We will be home by Easter]], perhaps.", TC, "the same"),
    ("en", "I met many of [[the wonderful people in this town]].", None, "no subject was cut"),
    ("en", "[[The keeper sold the lamp]], perhaps for bread.", None, "it belongs to the rest"),
    ("zh", "有些[[官员收了礼]]。", C, "有些 is not all"),
    ("zh", "不到[[三百人参加了集会]]。", C, "another number"),
    ("zh", "我见过许多[[了不起的工匠]]。", None, "no subject was cut"),
    ("de", "Die meisten [[Schulen bleiben offen]].", C, "most, not all"),
    ("fr", "Plus de [[cent bateaux ont sombré]].", C, "another number"),
    ("es", "Casi todos [[los barcos volvieron]].", C, "not all"),
    ("ru", "Некоторые [[школы закрыты летом]].", C, "some"),
]


@pytest.mark.parametrize(("language", "marked", "code", "why"), CUT_OFF)
def test_a_word_that_says_how_many_is_missed_when_it_is_cut_off(
    language: str, marked: str, code: Context | None, why: str
) -> None:
    text, start, end = place(marked)
    found = {f.code for f in framings(text, start, end, language)} & ANY
    assert found == ({code} if code else set()), why


STOPPED_SHORT = [
    ("de", "[[Wir schließen das Krankenhaus]] nicht.", TT, "the denial comes last"),
    ("de", "[[Wir schließen das Krankenhaus]] in diesem Jahr nicht.", TT, "and later still"),
    ("de", "[[Wir schließen das Krankenhaus]] und wir ruhen nicht.", None, "another clause"),
    ("de", "[[Wir schließen das Krankenhaus]], weil niemand kommt.", None, "another clause"),
    ("fr", "[[On fermera la gare]] jamais.", TT, "spoken French leaves out the ne"),
    ("en", "[[The inspectors found in the hull]] nothing at all.", TT, "nothing was found"),
    ("en", "[[We will finish the pier]] no matter what.", None, "no matter denies nothing"),
    ("en", "[[We did it]] not for the money.", None, "the deed stands"),
    ("zh", "[[我们明年完成]]不了这座桥。", TT, "the verb is denied by what follows it"),
    ("en", "Suppose the dam -- suppose the dam fails, [[the town is under water]].", C,
     "a supposition that starts again"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked", "code", "why"), STOPPED_SHORT)
def test_a_denial_that_the_quote_stops_short_of_is_missed(
    language: str, marked: str, code: Context | None, why: str
) -> None:
    text, start, end = place(marked)
    found = {f.code for f in framings(text, start, end, language)} & ANY
    assert found == ({code} if code else set()), why
