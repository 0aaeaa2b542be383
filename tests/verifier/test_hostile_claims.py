"""Claims that mean harm: each keeps most of the words, none may pass as fine.

Written before the rules met them; 9 of the first 86 came out as fine, and each was answered by a
rule, not by a row.
"""

from __future__ import annotations

import pytest

from tests.gold.homes import service_on, talk
from verifier.report import Action
from verifier.service import Question

ENGLISH = ("Ada Lindqvist: {}", "Tomas Reiter: I see.", "Ada Lindqvist: Yes.", "Tomas Reiter: So.")
CHINESE = ("林晓：{}", "主持人：好。", "林晓：是。", "主持人：嗯。")
ROWS = [
    # language, what was said, the claim, codes of which one must be named (empty: any will do)
    ("en", "We don't own the ferry company.", "We do own the ferry company.", "negation"),
    ("en", "We didn't sell the lighthouse to him.",
     "We did sell the lighthouse to him.", "negation"),
    ("en", "You can't trust the tide tables.", "You can trust the tide tables.", "negation"),
    ("en", "We cannot repair the northern pier.", "We can repair the northern pier.", "negation"),
    ("en", "It won't cost the town a penny.", "It will cost the town a penny.", "negation"),
    ("en", "They weren't told about the leak.", "They were told about the leak.", "negation"),
    ("en", "I shouldn't have signed the lease.", "I should have signed the lease.", "negation"),
    ("en", "There ain't a safer harbour on this coast.",
     "There is a safer harbour on this coast.", "negation"),
    ("en", "I have nothing to hide from this committee.",
     "I have something to hide from this committee.", "negation"),
    ("en", "The contract was unlawful and the board knew it.",
     "The contract was lawful and the board knew it.", "antonym|negation"),
    ("en", "His answer was incomplete but honest in my view.",
     "His answer was complete but honest in my view.", "antonym|negation"),
    ("en", "The judge disagreed with the harbour master.",
     "The judge agreed with the harbour master.", "antonym|negation"),
    ("en", "Their silence is unforgivable to the families.",
     "Their silence is forgivable to the families.", "antonym|negation"),
    ("en", "The evidence was inadmissible in that court.",
     "The evidence was admissible in that court.", "antonym|negation"),
    ("en", "It was an irresponsible thing to say in public.",
     "It was a responsible thing to say in public.", "antonym|negation"),
    ("en", "The keeper struck the pilot with an oar.",
     "The pilot struck the keeper with an oar.", ""),
    ("en", "Lindqvist owes Reiter nine hundred crowns.",
     "Reiter owes Lindqvist nine hundred crowns.", ""),
    ("en", "More than five ships were lost that winter.",
     "Five ships were lost that winter.", "quantifier|head_has_condition|antonym|number"),
    ("en", "We lost more than five ships that winter.",
     "We lost five ships that winter.", "quantifier|antonym|number"),
    ("en", "Less than half of the council voted for it.",
     "Half of the council voted for it.", "quantifier|head_has_condition"),
    ("en", "Unemployment fell by three percentage points last year.",
     "Unemployment fell by three percent last year.", "unit"),
    ("en", "The fee is 40 pounds for a night at the quay.",
     "The fee is 40 euros for a night at the quay.", "unit"),
    ("en", "The fee is $40 for a night at the quay.",
     "The fee is £40 for a night at the quay.", "unit"),
    ("en", "Fewer children drowned after the wall was built.",
     "More children drowned after the wall was built.", "quantifier|antonym"),
    ("en", "The wall was finished on 3 May 1957.",
     "The wall was finished on 8 May 1957.", "number"),
    ("en", "The wall was finished in June 1957.", "The wall was finished in July 1957.", "number"),
    ("en", "The letter came from Hansen in the spring.",
     "The letter came from Hanson in the spring.", "named_entity"),
    ("en", "Austria sent two engineers to look at the lock.",
     "Australia sent two engineers to look at the lock.", "named_entity"),
    ("en", "We will sign the treaty unless they dig another channel.",
     "We will sign the treaty.", "tail_has_condition"),
    ("en", "I will resign only if the auditors find a missing crown.",
     "I will resign", "tail_has_condition|inconclusive"),
    ("en", "They may fish the inner bay but not at night.",
     "They may fish the inner bay", "tail_has_contrast"),
    ("en", "The council can raise the fee only if the harbour agrees.",
     "The council can raise the fee.", "tail_has_condition"),
    ("en", "I will, if the pilots strike, close the whole harbour.",
     "I will … close the whole harbour.", "condition|tail_has_condition"),
    ("en", "I love this town. My neighbour says that the mayor is a crook.",
     "I love this town. … the mayor is a crook.", "head_reports_others"),
    ("en", "We met in spring. Nobody believes that the harbour will close.",
     "We met in spring … the harbour will close.", "head_has_negation|negation"),
    ("en", "I will never, as long as I live, sell the lighthouse.",
     "I will … sell the lighthouse.", "negation"),
    ("en", "No, more taxes are coming this year.",
     "No more taxes are coming this year.", "negation"),
    ("en", "Did I take the money? No. I gave it back.",
     "I gave it back. No, I did take the money.", ""),
    ("en", "Is the pier safe for the children of this town?",
     "The pier is safe for the children of this town.", "question_to_statement|question_in_source"),
    ("en", "Is the pier safe for the children of this town?",
     "the pier safe for the children of this town", "question_in_source"),
    ("en", "And my mother told me, you will never be a pilot.",
     "you will never be a pilot", "head_reports_others"),
    ("en", 'He looked at us and said, "The harbour is finished."',
     "The harbour is finished", "head_reports_others|inside_quotation"),
    ("en", "About 3/4 of the boats came back.", "About 3-4 of the boats came back.", ""),
    ("en", "We need between 3-4 boats for that.", "We need between 3/4 boats for that.", ""),
    ("en", "The tide rose 1.5 metres in an hour.", "The tide rose 15 metres in an hour.", "number"),
    ("en", "The town borrowed 2,500 crowns for it.",
     "The town borrowed 2.5 crowns for it.", "number"),
    ("en", "It was minus 12 degrees on the quay.", "It was 12 degrees on the quay.", ""),
    ("en", "It was -12 degrees on the quay.", "It was 12 degrees on the quay.", ""),
    ("en", "He has rarely been late for the ferry.", "He has been late for the ferry.", ""),
    ("en", "She almost sold the boat to my brother.", "She sold the boat to my brother.", ""),
    ("en", "I alone knew about the hole in the hull.", "I knew about the hole in the hull.", ""),
    ("en", "The pilots must wear lights after dark.",
     "The pilots may wear lights after dark.", "modal"),
    ("en", "Every boat was searched for the letters.",
     "A boat was searched for the letters.", "quantifier"),
    ("en", "None of the boats was searched for letters.",
     "Some of the boats was searched for letters.", "negation|quantifier"),
    ("en", "He is neither a thief nor a liar, my brother.",
     "He is a thief and a liar, my brother.", "negation"),
    ("en", "I hardly knew the man who built it.", "I knew the man who built it.", ""),
    ("en", "Without the loan we would have closed the school.",
     "With the loan we would have closed the school.", "negation|antonym"),
    ("en", "The ferry is too old to sail in winter.", "The ferry is old to sail in winter.", ""),
    ("en", "They forced him to say that he took the lamp.",
     "he took the lamp", "head_reports_others|head_has_negation|head_has_condition|inconclusive"),
    ("en", "The harbour will close. Just kidding.", "The harbour will close.", "tail_has_contrast"),
    ("en", "The dam is unsafe. That is what they want you to believe.",
     "The dam is unsafe.", "tail_has_contrast|head_reports_others"),
    ("en", "I do not for one moment, having read both reports, believe that the dam is safe.",
     "the dam is safe", "head_has_negation|inconclusive"),
    ("en", "I do not for one moment, having read both, believe that the old dam is safe for us.",
     "the old dam is safe for us", "head_has_negation"),
    ("en", "Two thirds of the crew came from the islands.",
     "One third of the crew came from the islands.", "number"),
    ("en", "The first ferry sank in the bay.", "The third ferry sank in the bay.", "number"),
    ("en", "He earns twice what the pilots earn.",
     "He earns what the pilots earn.", "number|quantifier"),
    ("en", "We [the owners] never paid for it.", "[The owners] paid for it.", "negation"),
    ("en", "Nobody took the money from the chest.",
     "[The mayor] took the money from the chest.", "negation"),
    ("zh", "我们没有卖掉灯塔。", "我们卖掉灯塔。", "negation"),
    ("zh", "我没说过要关闭码头。", "我说过要关闭码头。", "negation"),
    ("zh", "我不同意把学校搬到山上。", "我同意把学校搬到山上。", "negation"),
    ("zh", "这条船未经检查就出了海。", "这条船经检查就出了海。", "negation"),
    ("zh", "我们无法接受这个条件。", "我们接受这个条件。", "negation"),
    ("zh", "这是一次非正式的会面。", "这是一次正式的会面。", "negation|antonym"),
    ("zh", "市里借了三万元修路。", "市里借了三亿元修路。", "number"),
    ("zh", "去年有十二万游客来到海边。", "去年有二十万游客来到海边。", "number"),
    ("zh", "我们可能会降低票价。", "我们会降低票价。", "modal"),
    ("zh", "大部分船员是本地人。", "船员是本地人。", "quantifier|head_has_condition"),
    ("zh", "所有船员都拿到了工资。", "有些船员都拿到了工资。", "quantifier"),
    ("zh", "码头安全吗？", "码头安全。", "question_to_statement|inconclusive"),
    ("zh", "不，要给他们钱。", "不要给他们钱。", "negation"),
    ("zh", "他說我們無法接受這個條件。", "他说我们接受这个条件。", "negation"),
    ("zh", "如果下雨，我们就取消比赛。", "我们就取消比赛。", "head_has_condition"),
    ("zh", "票价上涨了百分之五。", "票价下降了百分之五。", "antonym"),
    ("zh", "票价上涨了五个百分点。", "票价上涨了百分之五。", "unit"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "claim", "codes"), ROWS)
def test_a_harmful_claim_is_not_fine_and_the_harm_is_named(
    language: str, said: str, claim: str, codes: str
) -> None:
    turns = [t.format(said) for t in (CHINESE if language == "zh" else ENGLISH)]
    speaker = "林晓" if language == "zh" else "Ada Lindqvist"
    with service_on(talk(*turns, language=language)) as service:
        verdict = service.verify(Question(claim, speaker=speaker, date="2023-05-12")).verdict
    assert verdict.action is not Action.OK
    named = {f.code.value for f in verdict.meaning_risk} | {f.code.value for f in verdict.context}
    assert not codes or (named | {verdict.code.value}) & set(codes.split("|")), named


FINE = [
    ("I will, as I said before, close the whole harbour.", "I will … close the whole harbour.",
     "what was left out bears on nothing"),
    ("I love this town. My father built the pier. The mayor is honest.",
     "I love this town. … The mayor is honest.", "a whole sentence is left out"),
    ("I do not believe, whatever my neighbours say, that the harbour will close.",
     "I do not believe … that the harbour will close.", "the denial is kept"),
    ("No, we sold the boats, and the pier.", "No, we sold the boats and the pier.",
     "a comma that tells nothing"),
    ("We need 3\u20134 boats for that journey.", "We need 3-4 boats for that journey.",
     "one dash for another"),
    ("I looked at him and said, \"The harbour is ours.\"", "The harbour is ours",
     "the speaker's own words"),
    ("We finished the wall. That is what they needed.", "We finished the wall.",
     "the next sentence takes nothing back"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "claim", "why"), FINE)
def test_what_only_looks_like_harm_is_fine(said: str, claim: str, why: str) -> None:
    with service_on(talk(*(t.format(said) for t in ENGLISH))) as service:
        asked = Question(claim, speaker="Ada Lindqvist", date="2023-05-12")
        assert service.verify(asked).verdict.action is Action.OK, why
